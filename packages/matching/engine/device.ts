import type { InstalledProduct } from '@mimamori/domain'
import { versionOfCpe } from '../cpe/product.ts'
import { readCpe } from '../cpe/read.ts'
import type { ProductBook } from '../names/book.ts'
import { type ProductKey, productsOf } from '../names/keys.ts'
import { spelled } from '../names/plain.ts'
import { no, type Tri, unknown } from './tri.ts'

/** An installed product with the keys by which feeds may mean it. */
export interface ProductRead {
  readonly installed: InstalledProduct
  readonly keys: readonly ProductKey[]
  readonly version?: string
}

/** One device as matching sees it. */
export interface Device {
  readonly products: readonly ProductRead[]
  readonly systems: readonly string[]
  /** Of which kinds of products the register tells, so that what it does not list is not there. */
  readonly knows: { readonly h: boolean; readonly o: boolean; readonly a: boolean }
}

export function deviceOf(installed: readonly InstalledProduct[], book: ProductBook): Device {
  const products = withoutDoubles(installed.map((product) => readProduct(product, book)))
  return { products, systems: systemsOf(installed), knows: knownKinds(products) }
}

export function readProduct(installed: InstalledProduct, book: ProductBook): ProductRead {
  const version = installed.version ?? versionInCpe(installed.cpe)
  return { installed, keys: productsOf(installed, book), ...(version !== undefined && { version }) }
}

/** NOTE: the model and the firmware of a device may be two records; what both may mean is told by the firmware's, which has the version. */
function withoutDoubles(products: readonly ProductRead[]): readonly ProductRead[] {
  const firmware = new Set(
    products.filter(({ installed }) => installed.role === 'firmware').flatMap(({ keys }) => keys.map(({ key }) => key)),
  )
  return products.map((product) =>
    product.installed.role === 'hardware' ? { ...product, keys: product.keys.filter(({ key }) => !firmware.has(key)) } : product,
  )
}

export function systemsOf(installed: readonly InstalledProduct[]): readonly string[] {
  return [...new Set(installed.filter(({ role }) => role === 'os').map(({ name }) => spelled(name)))].sort()
}

function versionInCpe(cpe: string | undefined): string | undefined {
  const read = cpe === undefined ? undefined : readCpe(cpe)
  return read?.kind === 'name' ? versionOfCpe(read.name) : undefined
}

function knownKinds(products: readonly ProductRead[]): Device['knows'] {
  const roles = new Set(products.map(({ installed }) => installed.role))
  return {
    h: roles.has('hardware') || products.some(({ installed, keys }) => installed.role === 'firmware' && keys.some(isModel)),
    o: roles.has('os') || roles.has('firmware'),
    a: roles.has('program'),
  }
}

function isModel({ model, by }: ProductKey): boolean {
  return model === true || by === 'name'
}

/** Part of a CPE name; names without one are taken for programs. */
export type Part = keyof Device['knows']

/** A product that the register does not list is not there where it lists products of the kind; else nobody can say. */
export function absent(part: Part, { knows }: Pick<Device, 'knows'>): Tri {
  return knows[part] ? no : unknown
}
