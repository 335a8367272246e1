import type { Change, ChangeRefusal } from './change-type.ts'
import { canonicalJson, isEqual } from './equal.ts'
import { type Alias, byId, having, type SliceName, type Slices } from './picture.ts'
import type { Entry } from './record.ts'
import { sliceDefs, sliceNames } from './slices.ts'

interface Moved {
  readonly slice: SliceName
  readonly id: string
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** What an alias remembers of a merge: the record that went, and every reference that was moved. */
interface Merged {
  readonly record: Entry & { readonly name?: string }
  readonly moved: readonly Moved[]
  /** Of devices, the one that stayed as it was then, and what had been said of it: what comes later is told apart by it. */
  readonly into?: { readonly record: Entry; readonly claims: readonly string[] }
}

type Steps = { readonly steps: readonly Change[] } | { readonly why: ChangeRefusal }

/** The plain changes that make `gone` an alias of `keep`: every reference moves, and the alias remembers which. */
export function mergeSteps(slices: Slices, merge: { slice: SliceName; keep: string; gone: string }): Steps {
  const { slice, keep, gone } = merge
  if (keep === gone) return { why: 'bad-id' }
  const taken = byId(slices.aliases, gone)
  if (taken) return { why: taken.slice === slice ? 'already-merged' : 'id-taken' }
  const record = byId<Entry>(slices[slice], gone)
  if (!record || !byId<Entry>(slices[slice], keep)) return { why: 'no-such-record' }
  const moved = referencesTo(slices, slice, gone).map((ref) => ({ ...ref, after: replaced(ref.before, gone, keep) }))
  const stays = slice === 'assets' ? byId(slices.assets, keep) : undefined
  const into = stays && { record: stays, claims: having(slices.claims, 'asset', stays.id).map(({ id }) => id) }
  const alias: Alias = { id: gone, to: keep, slice, was: canonicalJson({ record, moved, ...(into && { into }) }) }
  return {
    steps: [...moved.map((ref) => setStep(ref, ref.after)), removeStep(slice, gone), { kind: 'add', slice: 'aliases', record: alias }],
  }
}

/** The plain changes that undo a merge: the record comes back with exactly the references that were moved then. */
export function unmergeSteps(slices: Slices, unmerge: { slice: SliceName; gone: string }): Steps {
  const alias = byId(slices.aliases, unmerge.gone)
  if (!alias || alias.slice !== unmerge.slice) return { why: 'no-such-record' }
  const was = mergedAs(alias)
  const target = resolveAlias(slices, alias.to)
  const back = was.moved.flatMap((ref) => stepBack(slices, ref, { gone: alias.id, target, keep: alias.to }))
  return { steps: [removeStep('aliases', alias.id), addStep(alias.slice, was.record), ...back] }
}

export function mergedAs(alias: Alias): Merged {
  return JSON.parse(alias.was) // written by `mergeSteps`
}

/** The record that an id stands for now, through any number of merges. */
export function resolveAlias(slices: Slices, id: string): string {
  let now = id
  for (let steps = 0; steps <= slices.aliases.length; steps++) {
    const alias = byId(slices.aliases, now)
    if (!alias) return now
    now = alias.to
  }
  return now
}

function referencesTo(slices: Slices, slice: SliceName, id: string): { slice: SliceName; id: string; field: string; before: unknown }[] {
  return sliceNames.flatMap((from) => {
    const fields = Object.entries(sliceDefs[from].refs).filter(([, to]) => to === slice)
    const list: readonly Entry[] = fields.length > 0 ? slices[from] : []
    return list.flatMap((record) =>
      fields
        .map(([field]) => ({ slice: from, id: record.id, field, before: Reflect.get(record, field) }))
        .filter((ref) => names(ref.before, id)),
    )
  })
}

function names(value: unknown, id: string): boolean {
  return Array.isArray(value) ? value.includes(id) : value === id
}

/** A list keeps its order and names nobody twice. */
function replaced(value: unknown, from: string, to: string): unknown {
  if (!Array.isArray(value)) return to
  return [...new Set(value.map((id) => (id === from ? to : id)))]
}

/** NOTE: a reference that a person has since pointed elsewhere stays there. */
function stepBack(slices: Slices, ref: Moved, ids: { gone: string; target: string; keep: string }): Change[] {
  const holder = byId<Entry>(slices[ref.slice], ref.id)
  const value: unknown = holder && Reflect.get(holder, ref.field)
  if (!holder || !names(value, ids.target)) return []
  if (isEqual(value, ref.after) && ids.target === ids.keep) return [setStep(ref, ref.before)]
  if (!Array.isArray(value)) return [setStep(ref, ids.gone)]
  const keptToo = Array.isArray(ref.before) && ref.before.includes(ids.keep)
  return [setStep(ref, keptToo ? [...value, ids.gone] : replaced(value, ids.target, ids.gone))]
}

function setStep(ref: { slice: SliceName; id: string; field: string }, value: unknown): Change {
  return { kind: 'set', slice: ref.slice, id: ref.id, fields: { [ref.field]: value } } as Change // a reference of this slice
}

function removeStep(slice: SliceName, id: string): Change {
  return { kind: 'remove', slice, id }
}

function addStep(slice: SliceName, record: Entry): Change {
  return { kind: 'add', slice, record } as Change // the record was taken from this slice
}
