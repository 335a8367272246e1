import type { Change } from '../change-type.ts'
import type { AssetId, CalendarDate } from '../ids.ts'
import type { SliceName, Slices } from '../picture.ts'
import type { Entry } from '../record.ts'
import { sliceDefs, sliceNames } from '../slices.ts'

/** What goes with a device: what was said of it, and the programs on it. */
const goesAlong: ReadonlySet<SliceName> = new Set(['claims', 'software'])

/**
 * The changes by which a device leaves the register: what names it names it no more, what is of it alone goes along, and a stone
 * with the reason stays, so that its findings are done.
 */
export function retireAsset(slices: Slices, said: { asset: AssetId; on: CalendarDate; by: string; why: string }): readonly Change[] {
  const { asset, ...reason } = said
  const released = sliceNames.flatMap((slice) => {
    const fields = Object.entries(sliceDefs[slice].refs).flatMap(([field, to]) => (to === 'assets' ? [field] : []))
    const records: readonly Entry[] = fields.length > 0 ? slices[slice] : []
    return records.flatMap((record) => releasedFrom(slice, record, { fields, asset }))
  })
  return [...released, { kind: 'retire', slice: 'assets', id: asset, ...reason }]
}

function releasedFrom(slice: SliceName, record: Entry, { fields, asset }: { fields: readonly string[]; asset: string }): readonly Change[] {
  const naming = fields.filter((field) => {
    const value: unknown = Reflect.get(record, field)
    return Array.isArray(value) ? value.includes(asset) : value === asset
  })
  if (naming.length === 0) return []
  if (goesAlong.has(slice) && naming.includes('asset')) return [{ kind: 'remove', slice, id: record.id }]
  const lists = naming.filter((field) => Array.isArray(Reflect.get(record, field)))
  const without = lists.map((field) => [field, (Reflect.get(record, field) as readonly string[]).filter((id) => id !== asset)] as const) // a list of ids
  const forget = naming.filter((field) => !lists.includes(field))
  const set = { kind: 'set', slice, id: record.id, fields: Object.fromEntries(without), ...(forget.length > 0 && { forget }) }
  return [set as Change] // references of this very slice; the required ones are of what goes along
}
