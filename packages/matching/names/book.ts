import type { KnownProduct } from '@mimamori/domain'
import type { JvnProduct } from '../advisory.ts'
import { type GroupNumbers, groupNumbers } from './numbers.ts'
import { plainName, plainVendor, spelled } from './plain.ts'

/** The beginning of a model's name and the product that it runs. */
export interface ModelLine {
  readonly prefix: string
  readonly product: KnownProduct
}

/** Everything by which a name is looked up; made once from the catalogue and the product list of JVN. */
export interface ProductBook {
  readonly byId: ReadonlyMap<string, KnownProduct>
  /** By `<part>:<vendor>:<product>` of a CPE name. */
  readonly byCpe: ReadonlyMap<string, KnownProduct>
  /** By maker, as its key, and product: `fortinet:fortios`. */
  readonly byNames: ReadonlyMap<string, KnownProduct>
  /** By a name that needs no maker beside it. */
  readonly alone: ReadonlyMap<string, KnownProduct>
  /** The key of a maker, by every spelling of it. */
  readonly vendors: ReadonlyMap<string, string>
  /** Spellings of a maker, the longest first: they are taken from the beginning of a product's name. */
  readonly vendorSpellings: ReadonlyMap<string, readonly string[]>
  /** Models by the key of their maker. */
  readonly models: ReadonlyMap<string, readonly ModelLine[]>
  /** Models whose name tells the maker. */
  readonly modelsAlone: readonly ModelLine[]
  readonly releases: ReadonlyMap<string, readonly KnownProduct[]>
  readonly jvn: ReadonlyMap<string, JvnProduct>
  /** What is met by way of this book; an index and what is held against it are of one book. */
  readonly groups: GroupNumbers
}

/** Shorter beginnings of models (TS, PA, R) are used by several makers. */
const leastAlone = 5

export function productBook(products: readonly KnownProduct[], jvnProducts: Iterable<JvnProduct> = []): ProductBook {
  const vendors = new Map(products.flatMap((product) => vendorNamesOf(product).map((name) => [name, vendorOf(product)])))
  const lines = products.flatMap((product) => (product.runsOn ?? []).map((prefix): ModelLine => ({ prefix: spelled(prefix), product })))
  const longestFirst = lines.toSorted((a, b) => b.prefix.length - a.prefix.length)
  return {
    byId: new Map(products.map((product) => [product.id, product])),
    byCpe: new Map(products.flatMap((product) => product.cpes.map((cpe) => [cpe, product]))),
    byNames: firstOf(
      products.flatMap((product) => product.productNames.map((name) => [`${vendorOf(product)}:${plainName(name)}`, product])),
    ),
    alone: new Map(products.flatMap((product) => aloneNamesOf(product).map((name) => [name, product]))),
    vendors,
    vendorSpellings: spellingsByVendor(vendors),
    models: Map.groupBy(longestFirst, ({ product }) => vendorOf(product)),
    modelsAlone: longestFirst.filter(({ prefix }) => plainName(prefix).length >= leastAlone),
    releases: Map.groupBy(
      products.filter((product) => product.releaseOf !== undefined),
      ({ releaseOf }) => releaseOf ?? '',
    ),
    jvn: new Map(Array.from(jvnProducts, (product) => [product.id, product])),
    groups: groupNumbers(),
  }
}

/** The maker's part of a product's id. */
export function vendorOf({ id }: KnownProduct): string {
  return id.slice(0, id.indexOf(':'))
}

function vendorNamesOf(product: KnownProduct): readonly string[] {
  const inCpes = product.cpes.map((cpe) => cpe.split(':')[1] ?? '')
  return [...new Set([vendorOf(product), ...inCpes, ...product.vendorNames].map(plainVendor))]
}

/** The product's own names that need no maker, and every name with a maker in front. */
function aloneNamesOf(product: KnownProduct): readonly string[] {
  const names = product.productNames.map(plainName)
  const together = vendorNamesOf(product).flatMap((vendor) => names.map((name) => `${vendor}${name}`))
  return [...(product.aloneNames ?? []).map(plainName), ...together]
}

function firstOf<V>(entries: readonly (readonly [string, V])[]): ReadonlyMap<string, V> {
  const found = new Map<string, V>()
  for (const [key, value] of entries) if (!found.has(key)) found.set(key, value)
  return found
}

function spellingsByVendor(vendors: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const grouped = Map.groupBy(vendors, ([, vendor]) => vendor)
  return new Map([...grouped].map(([vendor, entries]) => [vendor, entries.map(([name]) => name).toSorted((a, b) => b.length - a.length)]))
}
