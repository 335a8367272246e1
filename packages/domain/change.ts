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
  const undo: (readonly Change[])[] = []
  for (let at = 0; at < changes.length; ) {
    const adds = addsFrom(changes, at)
    const result = adds.length > 1 ? applyAdds(now, adds) : applyOne(now, changes[at])
    if (result.kind === 'refused') return { ...result, at: at + (result.at ?? 0) }
    now = result.picture
    undo.push(result.undo)
    at += Math.max(1, adds.length)
  }
  return { kind: 'applied', picture: now, undo: undo.reverse().flat() }
}

function applyOne(picture: Picture, change: Change | undefined): ChangeResult & { readonly at?: number } {
  return change ? applyChange(picture, change) : { kind: 'applied', picture, undo: [] }
}

type Step = Extract<Change, { kind: 'add' | 'set' | 'remove' }>
type Add = Extract<Change, { kind: 'add' }>

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

function applyAdd(picture: Picture, step: Add): ChangeResult {
  const { slice } = step
  const record = withFields(step.record, {}, [])
  const why = refusalOfAdd(picture, slice, record.id)
  if (why) return refused(why)
  const list: readonly Entry[] = picture.slices[slice]
  return applied(picture, slice, list.toSpliced(indexOfId(list, record.id), 0, record), [{ kind: 'remove', slice, id: record.id }])
}

function refusalOfAdd({ slices }: Picture, slice: SliceName, id: string): ChangeRefusal | undefined {
  const list: readonly Entry[] = slices[slice]
  if (!isIdOf(slice, id)) return 'bad-id'
  if (byId(list, id)) return 'id-taken'
  return slice !== 'aliases' && byId(slices.aliases, id)?.slice === slice ? 'already-merged' : undefined
}

/** The additions that stand in a row from here on. NOTE: an alias decides what may come after it, so it ends the row. */
function addsFrom(changes: readonly Change[], from: number): readonly Add[] {
  const adds: Add[] = []
  for (let at = from; at < changes.length; at++) {
    const change = changes[at]
    if (change?.kind !== 'add' || change.slice === 'aliases') break
    adds.push(change)
  }
  return adds
}

/** Many additions at once: each alone would copy its whole list, and a scan of a large hospital brings ten thousands. */
function applyAdds(picture: Picture, adds: readonly Add[]): ChangeResult & { readonly at?: number } {
  const added = new Map<SliceName, Map<string, Entry>>()
  const undo: unknown[] = []
  for (const [at, { slice, record: given }] of adds.entries()) {
    const record = withFields(given, {}, [])
    const here = added.get(slice) ?? new Map<string, Entry>()
    const why = refusalOfAdd(picture, slice, record.id) ?? (here.has(record.id) ? 'id-taken' : undefined)
    if (why) return { kind: 'refused', why, at }
    added.set(slice, here.set(record.id, record))
    undo.push({ kind: 'remove', slice, id: record.id })
  }
  const lists = [...added].map(([slice, records]) => [slice, sortedById(slice, [...picture.slices[slice], ...records.values()])])
  const slices = { ...picture.slices, ...Object.fromEntries(lists) }
  return { kind: 'applied', picture: { ...picture, slices }, undo: undo.reverse() as readonly Change[] } // built from records of these slices
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
