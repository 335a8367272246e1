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

/**
 * What both sides have changed, and differently: the fields of our change that differ from theirs, where theirs moved one of them.
 * They were set as one and are chosen as one. Of a record that is gone, all of ours.
 */
export function disputedIn({ act, at, theirs }: Found & { readonly act: { readonly wanted: readonly Wanted[] } }): readonly Disputed[] {
  const wanted = act.wanted[at]
  return wanted ? disputed(wanted, theirs) : []
}

function disputed({ change, was }: Wanted, theirs: unknown): readonly Disputed[] {
  const differing = valuesOf(change, was)
    .map(([field, ours]) => ({ field, ours, theirs: valueIn(theirs, field) }))
    .filter((one) => !isEqual(one.ours, one.theirs))
  const isMoved = was === undefined || !isRecord(theirs) || differing.some((one) => !isEqual(one.theirs, was[one.field]))
  return isMoved ? differing : []
}

/** What a change makes of each field: undefined for one that it forgets, or that was to be empty and was so already. */
function valuesOf(change: Change, was: Wanted['was'] = {}): readonly [string, unknown][] {
  if (change.kind === 'add') return Object.entries(change.record).filter(([field]) => field !== 'id')
  if (change.kind !== 'set') return []
  const fields = new Map<string, unknown>(Object.entries(change.fields))
  for (const field of [...(change.forget ?? []), ...Object.keys(was)]) if (!fields.has(field)) fields.set(field, undefined)
  return [...fields]
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
    return whose === 'theirs' ? [] : [against({ ...each, change: over(each, found.theirs) }, found.version)]
  })
}

function against(wanted: Wanted, version: number | undefined): Wanted {
  return version === undefined ? wanted : { ...wanted, expected: version }
}

/** A record that somebody else has added first is changed, not added once more; what was to be empty is emptied. */
function over({ change, was }: Wanted, theirs: unknown): Change {
  if (change.kind === 'add') {
    const { id, ...fields } = change.record
    return { kind: 'set', slice: change.slice, id, fields } as Change // the fields of a record of that slice
  }
  if (change.kind !== 'set') return change
  const forget = valuesOf(change, was).flatMap(([field, ours]) =>
    ours === undefined && valueIn(theirs, field) !== undefined ? [field] : [],
  )
  return {
    kind: 'set',
    slice: change.slice,
    id: change.id,
    fields: change.fields,
    ...(forget.length > 0 && { forget }),
  } as unknown as Change // its own fields
}

function isRecord(theirs: unknown): theirs is object {
  return typeof theirs === 'object' && theirs !== null
}

function valueIn(record: unknown, field: string): unknown {
  return isRecord(record) ? Reflect.get(record, field) : undefined
}
