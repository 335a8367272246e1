import { applyChange, byId, type Change, type Entry, isEqual, type Picture, type SliceName } from '@mimamori/domain'
import { type Kept, versionKey } from '../kept.ts'
import { facilityProblem } from './problems.ts'

/** A change and the version of the record that it was made against; absent for `add`. */
export interface ExpectedChange {
  readonly change: Change
  readonly expected?: number | undefined
}

/** A change that somebody else was quicker with: their record stands, nothing was overwritten. */
export interface Conflict {
  readonly at: number
  readonly slice: SliceName
  readonly id: string
  readonly theirs: Entry | undefined
  readonly version: number
}

export interface Compared {
  readonly conflicts: readonly Conflict[]
  /** The changes that are still to be made: those that are so already are left out. */
  readonly changes: readonly Change[]
}

/** The record that a change names. */
export function subjectOf(change: Change): string {
  if (change.kind === 'add') return change.record.id
  return change.kind === 'merge' || change.kind === 'unmerge' ? change.gone : change.id
}

/**
 * Holds a batch against the rows as they are. A change that would leave everything as it is passes whatever its
 * version: it is the repetition of one whose answer got lost.
 */
export function compare(now: Kept, batch: readonly ExpectedChange[], isByPerson: boolean): Compared {
  const made = new Set<string>()
  const conflicts: Conflict[] = []
  const changes: Change[] = []
  for (const [at, one] of batch.entries()) {
    const key = versionKey(one.change.slice, subjectOf(one.change))
    const verdict = made.has(key) ? 'make' : verdictOf(now, one, isByPerson)
    if (verdict === 'conflict') conflicts.push(conflictOf(now, one.change, at))
    if (verdict === 'make') changes.push(one.change)
    if (one.change.kind === 'add') made.add(key)
  }
  return { conflicts, changes }
}

function verdictOf(now: Kept, { change, expected }: ExpectedChange, isByPerson: boolean): 'make' | 'conflict' | 'so-already' {
  const version = now.versions.get(versionKey(change.slice, subjectOf(change)))
  if (change.kind === 'add')
    return version === undefined ? 'make' : isEqual(recordOf(now.picture, change), change.record) ? 'so-already' : 'conflict'
  if (change.kind === 'unmerge') return 'make'
  if (isByPerson && expected === undefined && change.kind !== 'merge') throw facilityProblem('change/version-missing')
  if (version === undefined && expected === undefined) return 'make'
  if (expected === undefined || version === expected) return 'make'
  const isGone = change.kind === 'remove' && version === undefined
  return isGone || isSoAlready(now.picture, change) ? 'so-already' : 'conflict'
}

function isSoAlready(picture: Picture, change: Change): boolean {
  if (change.kind !== 'set') return false
  const result = applyChange(picture, change)
  return result.kind === 'applied' && result.picture === picture
}

function recordOf(picture: Picture, change: Change): Entry | undefined {
  return byId<Entry>(picture.slices[change.slice], subjectOf(change))
}

function conflictOf(now: Kept, change: Change, at: number): Conflict {
  const id = subjectOf(change)
  return {
    at,
    slice: change.slice,
    id,
    theirs: recordOf(now.picture, change),
    version: now.versions.get(versionKey(change.slice, id)) ?? 0,
  }
}
