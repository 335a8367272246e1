import type { Asset, Change } from '@mimamori/domain'
import { type NewValues, setFields, type Versioned, type Wanted } from '../../data/changes.ts'

/** Facts of a device, as opposed to what the record is about and where it comes from. */
const filled = [
  'kind',
  'use',
  'tag',
  'serial',
  'maker',
  'model',
  'os',
  'firmware',
  'room',
  'department',
  'owner',
  'vendor',
  'contract',
  'updateDuty',
  'updatePaidBy',
  'updateClause',
  'supportEndsOn',
  'remoteMaintenance',
  'disclosureOn',
  'approvalNumber',
  'note',
] as const satisfies readonly (keyof Asset)[]

const joined = ['macs', 'ips', 'hostNames', 'systems', 'services'] as const satisfies readonly (keyof Asset)[]

/**
 * Two records of one device become one: what is unknown of the one that stays comes from the other, lists are joined. NOTE: the
 * merge comes first, so that it remembers what the one that stays had of its own.
 */
export function mergeAssets(keep: Versioned<Asset>, gone: Versioned<Asset>): readonly Wanted[] {
  const missing = filled.filter((field) => keep.record[field] === undefined && gone.record[field] !== undefined)
  const lists = joined.flatMap((field) => {
    const [here, there]: readonly (readonly string[])[] = [keep.record[field] ?? [], gone.record[field] ?? []]
    const both = [...new Set([...(here ?? []), ...(there ?? [])])]
    return both.length > (here?.length ?? 0) ? [[field, both] as const] : []
  })
  const values = Object.fromEntries([...missing.map((field) => [field, gone.record[field]] as const), ...lists]) as NewValues<'assets'> // fields of a device with their own values
  const change: Change = { kind: 'merge', slice: 'assets', keep: keep.record.id, gone: gone.record.id }
  const filling = Object.keys(values).length > 0 ? [setFields('assets', keep, values)] : []
  return [{ change, expected: gone.version }, ...filling]
}

/** Which of two records stays: a listed one before one that a scan has found. */
export function staysFirst(a: Versioned<Asset>, b: Versioned<Asset>): { readonly keep: Versioned<Asset>; readonly gone: Versioned<Asset> } {
  const swap = a.record.unlisted === 'yes' && b.record.unlisted !== 'yes'
  return swap ? { keep: b, gone: a } : { keep: a, gone: b }
}
