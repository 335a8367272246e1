import type { AssetRow } from '@mimamori/contract'
import type { Asset } from '@mimamori/domain'
import { type NewValues, setFields, type Versioned, type Wanted } from '../../data/changes.ts'

/** What the list knows of a device, as far as it is a field of its record: what a change of it was made against. */
export function recordIn(row: AssetRow): Versioned<Pick<Asset, 'id'>> {
  const { version, id, name, kind, tag, room, department, owner, vendor, supportEndsOn, unlisted, states } = row
  const fields = { id, name, kind, tag, room, department, owner: owner?.id, vendor: vendor?.id, supportEndsOn }
  const told = {
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    ...(unlisted && { unlisted: 'yes' }),
    ...(states.includes('spare') && { use: 'spare' }),
  }
  return { version, record: told as unknown as Pick<Asset, 'id'> } // the id is among them
}

/** The same values for each of the devices, in one act. */
export function setMany(rows: readonly AssetRow[], values: NewValues<'assets'>): readonly Wanted[] {
  return rows.map((row) => setFields('assets', recordIn(row), values))
}

/** Takes devices that a scan has found into the register. */
export function takeIn(rows: readonly AssetRow[]): readonly Wanted[] {
  return setMany(
    rows.filter((row) => row.unlisted),
    { unlisted: undefined },
  )
}
