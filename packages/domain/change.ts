import type { Change, ChangeRefusal, ChangeResult } from './change-type.ts'
import { isEqual } from './equal.ts'
import { isEntityId } from './ids.ts'
import { mergeSteps, unmergeSteps } from './merge.ts'
import { byId, indexOfId, type Picture, type SliceName, type Slices } from './picture.ts'
import type { Entry } from './record.ts'

/**
 * Applies one change and says how to undo it: `undo` is applied first to last; of several changes the last is undone
 * first. `revision` stays: the store alone sets it. A change that alters nothing returns the same picture.
 */
export function applyChange(picture: Picture, change: Change): ChangeResult {
  if (change.kind === 'merge' || change.kind === 'unmerge') {
    const steps = change.kind === 'merge' ? mergeSteps(picture.slices, change) : unmergeSteps(picture.slices, change)
    return 'why' in steps ? refused(steps.why) : applySteps(picture, steps.steps)
  }
  if (change.kind === 'retire') return applyRetire(picture, change)
  return applyStep(picture, change)
}

/** Applies changes in order; stops at the first that is refused and returns nothing half done. */
export function applyChanges(
  picture: Picture,
  changes: readonly Change[],
):
  | { readonly kind: 'applied'; readonly picture: Picture; readonly undo: readonly Change[] }
  | { readonly kind: 'refused'; readonly why: ChangeRefusal; readonly at: number } {
  let now = picture
  const undo: Change[] = []
  for (const [at, change] of changes.entries()) {
    const result = applyChange(now, change)
    if (result.kind === 'refused') return { ...result, at }
    now = result.picture
    undo.unshift(...result.undo)
  }
  return { kind: 'applied', picture: now, undo }
}

type Step = Extract<Change, { kind: 'add' | 'set' | 'remove' }>

function applySteps(picture: Picture, steps: readonly Change[]): ChangeResult {
  const result = applyChanges(picture, steps)
  return result.kind === 'refused' ? refused(result.why) : result
}

function applyStep(picture: Picture, step: Step): ChangeResult {
  if (step.kind === 'add') return applyAdd(picture, step)
  const list: readonly Entry[] = picture.slices[step.slice]
  const at = indexOfId(list, step.id)
  const old = list[at]
  if (old?.id !== step.id) return refused('no-such-record')
  if (step.kind === 'remove') {
    const undo = { kind: 'add', slice: step.slice, record: old }
    return applied(picture, step.slice, list.toSpliced(at, 1), [undo])
  }
  const record = withFields(old, step.fields, step.forget ?? [])
  if (isEqual(record, old)) return { kind: 'applied', picture, undo: [] }
  return applied(picture, step.slice, list.with(at, record), [undoOfSet(step.slice, old, record)])
}

function applyAdd(picture: Picture, step: Extract<Step, { kind: 'add' }>): ChangeResult {
  const { slice } = step
  const record = withFields(step.record, {}, [])
  const list: readonly Entry[] = picture.slices[slice]
  if (!isIdOf(slice, record.id)) return refused('bad-id')
  const at = indexOfId(list, record.id)
  if (list[at]?.id === record.id) return refused('id-taken')
  if (slice !== 'aliases' && byId(picture.slices.aliases, record.id)?.slice === slice) return refused('already-merged')
  return applied(picture, slice, list.toSpliced(at, 0, record), [{ kind: 'remove', slice, id: record.id }])
}

function applyRetire(picture: Picture, change: Extract<Change, { kind: 'retire' }>): ChangeResult {
  const { slice, id, on, by, why } = change
  const stone = { id: `${slice}:${id}`, slice, on, by, why }
  const steps = [{ kind: 'remove', slice, id } as Change] // more slices than TypeScript tells apart in one go
  if (byId(picture.slices.retired, stone.id)) steps.push({ kind: 'remove', slice: 'retired', id: stone.id })
  return applySteps(picture, [...steps, { kind: 'add', slice: 'retired', record: stone }])
}

/** Findings and tombstones are named after other ids, every other record by an id of its own. */
function isIdOf(slice: SliceName, id: string): boolean {
  return slice === 'register' || slice === 'retired' ? id.length > 0 && id.length <= 2000 : isEntityId(id)
}

/** The record with these fields; unknown is an absent key, so undefined and forgotten keys go. */
function withFields(record: Entry, fields: object, forget: readonly PropertyKey[]): Entry {
  const gone = new Set<PropertyKey>(forget)
  const entries = Object.entries({ ...record, ...fields, id: record.id }).filter(([key, value]) => value !== undefined && !gone.has(key))
  return Object.fromEntries(entries) as unknown as Entry // an entry less unknown keys is an entry
}

function undoOfSet(slice: SliceName, old: Entry, record: Entry): unknown {
  const before = Object.entries(old).filter(([key, value]) => !isEqual(value, Reflect.get(record, key)))
  const forget = Object.keys(record).filter((key) => !Object.hasOwn(old, key))
  return { kind: 'set', slice, id: old.id, fields: Object.fromEntries(before), ...(forget.length > 0 && { forget }) }
}

function applied(picture: Picture, slice: SliceName, list: readonly Entry[], undo: readonly unknown[]): ChangeResult {
  const slices = { ...picture.slices, [slice]: list }
  return { kind: 'applied', picture: { ...picture, slices }, undo: undo as readonly Change[] } // built from records of this very slice
}

function refused(why: ChangeRefusal): ChangeResult {
  return { kind: 'refused', why }
}

/** A picture of these slices whatever the order of their rows; throws when two records of a slice share an id. */
export function pictureOf(input: { facility: Picture['facility']; revision: number; slices: Slices }): Picture {
  const sorted = Object.entries(input.slices).map(([slice, list]: [string, readonly Entry[]]) => [slice, sortedById(slice, list)])
  return { ...input, slices: Object.fromEntries(sorted) }
}

function sortedById(slice: string, list: readonly Entry[]): readonly Entry[] {
  const sorted = [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  sorted.forEach((record, at) => {
    if (sorted[at + 1]?.id === record.id) throw new Error(`two records of ${slice} have the id ${record.id}`)
  })
  return sorted
}
