import { type AssetId, entityId, type InstalledProduct } from '@mimamori/domain'
import { type ProductBook, productsOf, readCpe, textOf } from '@mimamori/matching'

const roles: Readonly<Record<string, InstalledProduct['role']>> = { o: 'os', a: 'program', h: 'hardware', os: 'os', hardware: 'hardware' }

/** What an installed product of a plain list is: by its CPE name, else by what the catalogue knows of its name. */
export function roleOf(said: Pick<InstalledProduct, 'name' | 'vendor' | 'version' | 'cpe'>, book: ProductBook): InstalledProduct['role'] {
  const read = said.cpe === undefined ? undefined : readCpe(said.cpe)
  const part = read?.kind === 'name' ? textOf(read.name.part) : undefined
  if (part !== undefined) return roles[part] ?? 'program'
  const keysAs = (role: InstalledProduct['role']) =>
    productsOf({ ...said, role, id: '', asset: entityId<AssetId>('d:none'), line: '', knownBy: 'hand', facts: [] }, book)
  const own = keysAs('program').flatMap(({ key }) => book.byId.get(key) ?? [])[0]
  if (own) return roles[own.part] ?? 'program'
  return keysAs('firmware').some(({ model, family }) => model === true || family !== undefined) ? 'firmware' : 'program'
}
