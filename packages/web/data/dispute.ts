import { type Change, isEqual } from '@mimamori/domain'
import type { Wanted } from './changes.ts'

/** A change of ours that somebody was quicker with, and the record as it stands; null where it is gone. */
interface Found {
  readonly at: number
  readonly theirs: unknown
  readonly version: number
}

export interface Disputed {
  readonly field: string
  readonly ours: unknown
  readonly theirs: unknown
}

/** The fields that both sides have changed, each to another value; of a record that is gone, all of ours. */
export function disputedIn({ act, at, theirs }: Found & { readonly act: { readonly wanted: readonly Wanted[] } }): readonly Disputed[] {
  const wanted = act.wanted[at]
  return wanted ? disputed(wanted, theirs) : []
}

function disputed({ change, was }: Wanted, theirs: unknown): readonly Disputed[] {
  return valuesOf(change)
    .map(([field, ours]) => ({ field, ours, theirs: valueIn(theirs, field) }))
    .filter((one) => !isEqual(one.ours, one.theirs) && (was === undefined || !isRecord(theirs) || !isEqual(one.theirs, was[one.field])))
}

/** What a change makes of each field; a field that it forgets becomes undefined. */
function valuesOf(change: Change): readonly [string, unknown][] {
  if (change.kind === 'add') return Object.entries(change.record).filter(([field]) => field !== 'id')
  if (change.kind !== 'set') return []
  return [...Object.entries(change.fields), ...(change.forget ?? []).map((field): [string, unknown] => [field, undefined])]
}

/** Our changes against the versions as they are, where nobody has touched the fields that we have; undefined where somebody has. */
export function rebased(wanted: readonly Wanted[], conflicts: readonly Found[]): readonly Wanted[] | undefined {
  const versions = new Map<number, number>()
  for (const { at, theirs, version } of conflicts) {
    const ours = wanted[at]
    if (ours?.change.kind !== 'set' || ours.was === undefined || !isRecord(theirs) || disputed(ours, theirs).length > 0) return undefined
    versions.set(at, version)
  }
  return wanted.map((each, at) => against(each, versions.get(at)))
}

/** What is still to be stored once a person has chosen. */
export function settled(wanted: readonly Wanted[], conflicts: readonly Found[], whose: 'ours' | 'theirs'): readonly Wanted[] {
  return wanted.flatMap((each, at) => {
    const found = conflicts.find((one) => one.at === at)
    if (!found) return [each]
    const kept = whose === 'ours' ? over(each.change) : without(each, found.theirs)
    return kept ? [against({ ...each, change: kept }, found.version)] : []
  })
}

function against(wanted: Wanted, version: number | undefined): Wanted {
  return version === undefined ? wanted : { ...wanted, expected: version }
}

/** A record that somebody else has added first is changed, not added once more. */
function over(change: Change): Change {
  if (change.kind !== 'add') return change
  const { id, ...fields } = change.record
  return { kind: 'set', slice: change.slice, id, fields } as Change // the fields of a record of that slice
}

/** Our change without the fields that the other side has filled; undefined where nothing is left of it. */
function without(wanted: Wanted, theirs: unknown): Change | undefined {
  const { change } = wanted
  if (change.kind !== 'set' || wanted.was === undefined || !isRecord(theirs)) return undefined
  const left = new Set(disputed(wanted, theirs).map(({ field }) => field))
  const fields = Object.fromEntries(Object.entries(change.fields).filter(([field]) => !left.has(field)))
  const forget = (change.forget ?? []).filter((field) => !left.has(field))
  if (Object.keys(fields).length + forget.length === 0) return undefined
  return { ...change, fields, forget } as unknown as Change // some of the fields of the same change
}

function isRecord(theirs: unknown): theirs is object {
  return typeof theirs === 'object' && theirs !== null
}

function valueIn(record: unknown, field: string): unknown {
  return isRecord(record) ? Reflect.get(record, field) : undefined
}
