import type { VersionFamily } from '@mimamori/domain'
import type { ComparedBy, Criterion } from '../advisory.ts'
import { textOf } from '../cpe/product.ts'
import { readCpe } from '../cpe/read.ts'
import type { ProductBook } from '../names/book.ts'
import { type ProductKey, productKeysOf } from '../names/keys.ts'
import { orderOf } from '../versions/orders.ts'
import type { Device, Part, ProductRead } from './device.ts'
import { type EditionTest, editionHolds, editionTestOf } from './editions.ts'
import { holdsUpdate, readStatements, type StatementRead, type StatusFound, statusAt, type VersionRead } from './statements.ts'
import { least, no, type Tri, unknown, yes } from './tri.ts'

/** A criterion as it is compared; the same for every device. */
export interface CriterionRead {
  readonly criterion: Criterion
  readonly keys: readonly ProductKey[]
  readonly part: Part
}

export function readCriterion(criterion: Criterion, book: ProductBook): CriterionRead {
  return { criterion, keys: productKeysOf(criterion.product, book), part: partOf(criterion) }
}

function partOf({ product: { cpe } }: Criterion): Part {
  const read = cpe === undefined ? undefined : readCpe(cpe)
  const part = read?.kind === 'name' ? textOf(read.name.part) : undefined
  return part === 'h' || part === 'o' ? part : 'a'
}

/** By which order the versions of a criterion are compared for one of its keys. */
export function comparedBy({ family }: ProductKey, { product }: Criterion): ComparedBy {
  if (family !== undefined) return { family, because: 'product' }
  return product.versionType === 'semver' ? { family: 'semver', because: 'feed' } : { family: 'dotted', because: 'fallback' }
}

/** A criterion with its versions read in one family. */
export interface CriterionIn {
  readonly statements: readonly StatementRead[]
  readonly edition?: EditionTest
}

export function readIn(criterion: Criterion, family: VersionFamily): CriterionIn {
  const edition = editionTestOf(criterion.product.cpe, holdsUpdate(criterion, family))
  return { statements: readStatements(criterion, family), ...(edition && { edition }) }
}

/** How a criterion stands to one product that it may mean. */
export interface LeafAnswer {
  readonly value: Tri
  readonly key: ProductKey
  readonly compared: ComparedBy
  readonly edition: Tri
  readonly version: VersionRead
  readonly found: StatusFound
  /** The record speaks of some versions, and not of this one. */
  readonly isSilent: boolean
  readonly statements: readonly StatementRead[]
  readonly editionTest?: EditionTest
}

/** `undefined`: the criterion does not mean this product. */
export function leafAnswer(read: CriterionRead, product: ProductRead, device: Pick<Device, 'systems'>): LeafAnswer | undefined {
  const key = product.keys.find((one) => read.keys.some((other) => other.key === one.key))
  if (!key) return undefined
  const { criterion } = read
  const compared = comparedBy(key, criterion)
  const { statements, edition: editionTest } = readIn(criterion, compared.family)
  const version = versionOf(product, { key, family: compared.family })
  const found = statusAt(statements, criterion.otherwise, version)
  const edition = editionTest ? editionHolds(editionTest, { ...cpeOf(product), systems: device.systems }) : yes
  const isSilent = isSilentOf(criterion) && found.status === 'unknown' && found.range === undefined
  const value = least(edition, isSilent ? no : valueOf(found.status))
  return { value, key, compared, edition, version, found, isSilent, statements, ...(editionTest && { editionTest }) }
}

function cpeOf({ installed: { cpe } }: ProductRead): { readonly cpe?: string } {
  return cpe === undefined ? {} : { cpe }
}

/** The version of a product under one of its keys: the version of the firmware is none of the model. */
export function versionOf(
  { version: text }: Pick<ProductRead, 'version'>,
  { key, family }: { readonly key: ProductKey; readonly family: VersionFamily },
): VersionRead {
  if (text === undefined || key.model) return {}
  const read = orderOf(family).parse(text)
  return { text, ...(read && { key: read }) }
}

/**
 * CVE records say "unknown" of every version that they do not list, mostly by leaving it out. A record that lists versions and is
 * read whole is then silent, which is no warning; one with words that nobody could read is not.
 */
export function isSilentOf({ otherwise, versions, text }: Criterion): boolean {
  return otherwise === 'unknown' && text === undefined && versions.some(({ status }) => status !== 'unknown')
}

export function valueOf(status: StatusFound['status']): Tri {
  return status === 'affected' ? yes : status === 'unaffected' ? no : unknown
}
