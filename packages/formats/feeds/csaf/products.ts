import type { ProductReference, Status } from '@mimamori/matching'
import { readCpe } from '../cpe.ts'
import { type JsonObject, objectOf, objectsOf, present, textOf } from '../fields.ts'
import { one, readVersions, type VersionsRead, type VersionText } from '../versions.ts'
import { isRangeText, readRangeText } from './ranges.ts'

/** A product of the tree, by its id in the document. */
export interface CsafProduct {
  readonly reference: ProductReference
  /** What its version is; none: the product as a whole. */
  readonly versions: (status: Status) => VersionsRead | undefined
  /** What it must be installed on, or be a part of. */
  readonly on: readonly CsafProduct[]
}

/** How deep branches and relationships may lie in each other. */
const mostNested = 30

/** The products of a document: branches from maker to version, full names, and relationships between them. */
export function productsOf(tree: JsonObject): ReadonlyMap<string, CsafProduct> {
  const found = new Map<string, CsafProduct>()
  for (const branch of objectsOf(tree.branches)) walk(branch, { path: {}, depth: 0, found })
  for (const full of objectsOf(tree.full_product_names)) addLeaf(full, {}, found)
  const relationships = objectsOf(tree.relationships)
  // One relationship may name another; each round resolves those whose ends are known.
  for (let round = 0, before = -1; round < mostNested && before !== found.size; round++) {
    before = found.size
    for (const relationship of relationships) addRelationship(relationship, found)
  }
  return found
}

interface Path {
  readonly vendor?: string
  readonly product?: string
  readonly version?: string
}

interface Walk {
  readonly path: Path
  readonly depth: number
  readonly found: Map<string, CsafProduct>
}

function walk(branch: JsonObject, { path, depth, found }: Walk): void {
  if (depth > mostNested) return
  const here = stepped(path, branch)
  const leaf = objectOf(branch.product)
  if (leaf) addLeaf(leaf, here, found)
  for (const child of objectsOf(branch.branches)) walk(child, { path: here, depth: depth + 1, found })
}

/** Families, languages and hardware types stand between maker and version and are not told apart here: without them more is affected, not less. */
function stepped(path: Path, branch: JsonObject): Path {
  const name = textOf(branch.name, 300)
  if (name === undefined) return path
  switch (branch.category) {
    case 'vendor':
      return { ...path, vendor: name }
    case 'product_name':
      return { ...path, product: name }
    case 'product_version':
    case 'product_version_range':
      return { ...path, version: name }
    case 'patch_level':
    case 'service_pack':
      return path.version === undefined ? path : { ...path, version: `${path.version} ${name}` }
    default:
      return path
  }
}

function addLeaf(leaf: JsonObject, path: Path, found: Map<string, CsafProduct>): void {
  const id = textOf(leaf.product_id, 300)
  if (id === undefined) return
  const cpe = readCpe(textOf(objectOf(leaf.product_identification_helper)?.cpe, 1000) ?? '')
  const reference = present<ProductReference>({ cpe: cpe?.name, vendor: path.vendor, product: path.product ?? textOf(leaf.name, 300) })
  const own = cpe?.version
  const versions = (status: Status): VersionsRead | undefined => {
    if (path.version !== undefined) return readVersion({ text: path.version, status, names: [path.vendor, path.product] })
    return own === undefined ? undefined : { statements: [{ status, range: one(own) }] }
  }
  found.set(id, { reference, versions, on: [] })
}

function readVersion(said: VersionText): VersionsRead {
  return isRangeText(said.text) ? readRangeText(said.text, said.status) : readVersions(said)
}

/** "A as a part of B", "A installed on B": affected is A, where B is there too. */
function addRelationship(relationship: JsonObject, found: Map<string, CsafProduct>): void {
  const id = textOf(objectOf(relationship.full_product_name)?.product_id, 300)
  const part = found.get(textOf(relationship.product_reference, 300) ?? '')
  const on = found.get(textOf(relationship.relates_to_product_reference, 300) ?? '')
  if (id === undefined || !part || !on || found.has(id)) return
  found.set(id, { ...part, on: [...part.on, { ...on, on: [] }, ...on.on].slice(0, mostNested) })
}
