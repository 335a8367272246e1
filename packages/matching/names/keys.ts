import type { InstalledProduct, KnownProduct, VersionFamily } from '@mimamori/domain'
import type { ProductReference } from '../advisory.ts'
import type { CpeName } from '../cpe/name.ts'
import { textOf } from '../cpe/product.ts'
import { readCpe } from '../cpe/read.ts'
import { type ModelLine, type ProductBook, vendorOf } from './book.ts'
import { isNoName, plainName, plainVendor, spelled, spellingsOf, withoutFirmware } from './plain.ts'

/** A product in the form in which two are compared, and how it was told. */
export interface ProductKey {
  /** Id of a known product, or the plain names of maker and product: `fortinet:fortios`, `nec:atermwx3000hp`. */
  readonly key: string
  readonly by: 'cpe' | 'alias' | 'name'
  /** How its versions are written; absent where nothing of the product is known. */
  readonly family?: VersionFamily
  /** The model of a device on which firmware runs; its version is none of its own. */
  readonly model?: true
}

/** What a feed's reference may mean, the surest first; empty where it names no product. */
export function productKeysOf(reference: ProductReference, book: ProductBook): readonly ProductKey[] {
  const listed = reference.jvnProduct === undefined ? undefined : book.jvn.get(reference.jvnProduct)
  const names = [reference, ...(listed ? [listed] : [])]
  return once([
    ...names.flatMap(({ cpe }) => (cpe === undefined ? [] : keysOfCpe(cpe, book))),
    ...names.flatMap(({ vendor, product }) => (product === undefined ? [] : keysOfNames({ vendor, name: product }, book))),
  ])
}

/** What an installed product may be. Firmware that is called by its model is the product that the model runs, and the model itself. */
export function productsOf(installed: InstalledProduct, book: ProductBook): readonly ProductKey[] {
  const { cpe, vendor, name, role } = installed
  const found = [
    ...(cpe === undefined ? [] : keysOfCpe(cpe, book)),
    ...(role === 'firmware' || role === 'hardware' ? keysOfModel({ vendor, name }, book) : []),
    ...keysOfNames({ vendor, name }, book),
  ]
  return once(found.flatMap((key) => releasesOf(key, { version: installed.version, book })))
}

function once(keys: readonly ProductKey[]): readonly ProductKey[] {
  return keys.filter(({ key }, at) => keys.findIndex((other) => other.key === key) === at)
}

interface Named {
  readonly vendor: string | undefined
  readonly name: string
}

function keyOf(product: KnownProduct, by: ProductKey['by']): ProductKey {
  return { key: product.id, by, family: product.family }
}

function keysOfCpe(cpe: string, book: ProductBook): readonly ProductKey[] {
  const read = readCpe(cpe)
  return read.kind === 'refused' ? [] : keysOfCpeName(read.name, book)
}

/** The keys of a reference that is a CPE name alone. */
export function keysOfCpeName({ part, vendor: maker, product: name }: CpeName, book: ProductBook): readonly ProductKey[] {
  const [kind, vendor, product] = [textOf(part), textOf(maker), textOf(name)]
  if (vendor === undefined || product === undefined) return []
  const known = kind === undefined ? undefined : book.byCpe.get(`${kind}:${vendor}:${product}`)
  return known ? [keyOf(known, 'cpe')] : unknownKeys({ vendor, name: product }, { by: 'cpe', book })
}

function keysOfNames({ vendor, name }: Named, book: ProductBook): readonly ProductKey[] {
  const known = knownOf({ vendor, name }, book)
  if (known) return [keyOf(known, 'alias')]
  return vendor === undefined ? [] : unknownKeys({ vendor, name }, { by: 'name', book })
}

function knownOf({ vendor, name }: Named, book: ProductBook): KnownProduct | undefined {
  const maker = vendor === undefined ? undefined : makerOf(vendor, book)
  for (const spelling of spellingsOf(name)) {
    const plain = plainName(spelling)
    const found = maker === undefined ? book.alone.get(plain) : ofMaker(plain, { maker, book })
    if (found) return found
  }
  return undefined
}

function ofMaker(plain: string, { maker, book }: { readonly maker: string; readonly book: ProductBook }): KnownProduct | undefined {
  return book.byNames.get(`${maker}:${plain}`) ?? book.byNames.get(`${maker}:${withoutMaker(plain, { maker, book })}`)
}

/** NOTE: a maker that no known product has stands for itself, so that its products still meet by their names. */
function makerOf(vendor: string, book: ProductBook): string {
  const plain = plainVendor(vendor)
  return book.vendors.get(plain) ?? plain
}

function withoutMaker(plain: string, { maker, book }: { readonly maker: string; readonly book: ProductBook }): string {
  const before = (book.vendorSpellings.get(maker) ?? [maker]).find((spelling) => plain.startsWith(spelling) && plain !== spelling)
  return before === undefined ? plain : plain.slice(before.length)
}

/** The key of names of which the catalogue knows nothing, or only that models of the maker begin so. */
function unknownKeys({ vendor = '', name }: Named, { by, book }: { by: 'cpe' | 'name'; book: ProductBook }): readonly ProductKey[] {
  const maker = makerOf(vendor, book)
  const plain = withoutFirmware(withoutMaker(plainName(spellingsOf(name).at(-1) ?? ''), { maker, book }))
  if (isNoName(maker) || isNoName(plain)) return []
  return [keyOfModel({ maker, plain }, { by, book })]
}

/** NOTE: the family follows from the key alone, so that two sides that meet by it compare versions in one order. */
function keyOfModel(
  { maker, plain }: { readonly maker: string; readonly plain: string },
  { by, book }: { readonly by: ProductKey['by']; readonly book: ProductBook },
): ProductKey {
  const key = `${maker}:${plain}`
  const line = book.models.get(maker)?.find(({ prefix, product }) => product.eachModel && isModelOf(plain, prefix))
  const family = book.byId.get(key)?.family ?? line?.product.family
  return { key, by, ...(family && { family }) }
}

/** The product that a model runs, where models share one, and the model. */
function keysOfModel({ vendor, name }: Named, book: ProductBook): readonly ProductKey[] {
  const maker = vendor === undefined ? undefined : makerOf(vendor, book)
  const lines = maker === undefined ? book.modelsAlone : (book.models.get(maker) ?? [])
  const plain = withoutFirmware(maker === undefined ? plainName(name) : withoutMaker(plainName(name), { maker, book }))
  const line = lines.find(({ prefix }) => isModelOf(plain, prefix) && isApart(spelled(name), prefix))
  if (!line) return []
  const { product } = line
  const model = keyOfModel({ maker: vendorOf(product), plain }, { by: 'name', book })
  return product.eachModel ? [model] : [keyOf(product, 'alias'), { ...model, model: true }]
}

function isModelOf(plain: string, prefix: ModelLine['prefix']): boolean {
  const start = plainName(prefix)
  return plain.startsWith(start) && (start.length >= 5 || prefix.endsWith('-') || !/^\p{L}/u.test(plain.slice(start.length)))
}

/** A beginning that ends with a hyphen is one only where the name has it too: VR-S1000 is a router, VRS is none. */
function isApart(name: string, prefix: string): boolean {
  return !prefix.endsWith('-') || name.includes(prefix)
}

/** A product of which the version tells the release is that release; where no version tells it, it may be any. */
function releasesOf(key: ProductKey, { version, book }: { version: string | undefined; book: ProductBook }): readonly ProductKey[] {
  const releases = book.releases.get(key.key)
  if (!releases) return [key]
  const told = releases.find(({ builds = [] }) => builds.some((build) => version === build || version?.startsWith(`${build}.`)))
  if (told) return [key, keyOf(told, key.by)]
  return version === undefined ? [key, ...releases.map((release) => keyOf(release, key.by))] : [key]
}
