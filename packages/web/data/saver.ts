import type { UserErrorView } from '@mimamori/contract'
import type { Change, Entry, SliceName } from '@mimamori/domain'
import { subjectOf, type Versioned, type Wanted, withChanges } from './changes.ts'
import { rebased, settled } from './dispute.ts'

/** What a person did at once; it is stored whole or not at all, but for what they leave to somebody else in a conflict. */
export interface Act {
  readonly id: string
  readonly wanted: readonly Wanted[]
}

export interface Conflict {
  readonly act: Act
  readonly at: number
  readonly slice: string
  readonly id: string
  readonly theirs: unknown
  readonly version: number
  readonly by?: string | undefined
  readonly when?: string | undefined
}

export type SendResult =
  | { readonly kind: 'saved'; readonly revision: number; readonly versions: readonly { slice: string; id: string; version: number }[] }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Omit<Conflict, 'act'>[] }
  | { readonly kind: 'away' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly error: UserErrorView }

export type SaveOutcome = Exclude<SendResult, { kind: 'away' } | { kind: 'signed-out' }>

export interface SaverState {
  readonly pending: readonly Act[]
  /** Stored, but not yet in the views that the screens show. */
  readonly stored: readonly Act[]
  readonly sending: boolean
  readonly away: boolean
  readonly lastTriedAt?: number
  readonly savedAt?: number
  readonly conflicts: readonly Conflict[]
  readonly refused?: { readonly act: Act; readonly error: UserErrorView }
}

export interface SaverParts {
  readonly send: (act: Act, wanted: readonly Wanted[]) => Promise<SendResult>
  readonly now: () => number
  readonly later: (run: () => void, milliseconds: number) => void
  readonly kept: readonly Act[]
  readonly keep: (pending: readonly Act[]) => void
  /** Fetches the views anew; settles when the screens show what was stored. */
  readonly saved: () => Promise<void>
}

export interface Saver {
  readonly save: (wanted: readonly Wanted[]) => Promise<SaveOutcome>
  readonly state: () => SaverState
  readonly subscribe: (listener: () => void) => () => void
  readonly tryAgain: () => void
  /** `ours`: store what we wanted over what the other person stored. `theirs`: leave theirs, and store the rest. */
  readonly settle: (conflict: Conflict, whose: 'ours' | 'theirs') => void
  readonly dismiss: () => void
}

const retryAfterMs = 5000

/** Version of a record that is on the screen, but not yet in the store. */
export const notStored = 0

/**
 * Stores acts one after another, in the order in which they were done. What cannot be sent stays, is kept for a
 * reload of the page, and is tried again; nothing typed is lost.
 */
export function makeSaver(parts: SaverParts): Saver {
  let state: SaverState = { pending: parts.kept, stored: [], sending: false, away: false, conflicts: [] }
  const listeners = new Set<() => void>()
  const waiting = new Map<string, (outcome: SaveOutcome) => void>()
  const moved = new Map<string, { readonly version: number; readonly fields: object }>()
  let count = 0

  function become(next: Partial<SaverState>): void {
    const before = state.pending
    state = { ...state, ...next }
    if (state.pending !== before) parts.keep(state.pending)
    for (const listener of listeners) listener()
  }

  /** NOTE: our own earlier act moves a record on; what was typed before its answer came must expect the moved version. */
  function expecting(wanted: Wanted): Wanted {
    const subject = subjectOf(wanted.change)
    let { expected, was } = wanted
    for (let next = moved.get(`${subject} ${expected}`); next; next = moved.get(`${subject} ${expected}`)) {
      expected = next.version
      was = was && { ...was, ...next.fields }
    }
    return expected === undefined ? wanted : { ...wanted, expected, ...(was && { was }) }
  }

  async function run(): Promise<void> {
    const [act] = state.pending
    if (state.sending || !act) return
    become({ sending: true })
    const wanted = act.wanted.map(expecting)
    const result = await parts.send(act, wanted)
    if (result.kind === 'away' || result.kind === 'signed-out') {
      become({ sending: false, away: result.kind === 'away', lastTriedAt: parts.now() })
      if (result.kind === 'away') parts.later(() => void run(), retryAfterMs)
      return
    }
    const merged = result.kind === 'conflict' ? rebased(wanted, result.conflicts) : undefined
    if (merged)
      become({ sending: false, away: false, pending: state.pending.map((each) => (each === act ? { ...act, wanted: merged } : each)) })
    else finish(act, wanted, result)
    void run()
  }

  function finish(act: Act, wanted: readonly Wanted[], result: SaveOutcome): void {
    const held = { ...act, wanted }
    const rest = { pending: state.pending.filter((each) => each !== act), sending: false, away: false }
    if (result.kind === 'saved') {
      remember(wanted, result.versions)
      become({ ...rest, stored: [...state.stored, act], savedAt: parts.now() })
    } else if (result.kind === 'conflict') {
      become({ ...rest, conflicts: [...state.conflicts, ...result.conflicts.map((each) => ({ ...each, act: held }))] })
    } else {
      become({ ...rest, refused: { act, error: result.error } })
    }
    waiting.get(act.id)?.(result)
    waiting.delete(act.id)
    void parts.saved().then(() => become({ stored: state.stored.filter((each) => each !== act) }))
  }

  function remember(wanted: readonly Wanted[], versions: readonly { slice: string; id: string; version: number }[]): void {
    for (const { change, expected } of wanted) {
      const subject = subjectOf(change)
      const now = versions.find((each) => `${each.slice} ${each.id}` === subject)
      const from = change.kind === 'add' ? notStored : expected
      const fields = change.kind === 'set' ? change.fields : {}
      if (now && from !== undefined && now.version !== from) moved.set(`${subject} ${from}`, { version: now.version, fields })
    }
  }

  function save(wanted: readonly Wanted[]): Promise<SaveOutcome> {
    count += 1
    const act: Act = { id: `${parts.now()}-${count}`, wanted }
    const { refused: _, ...kept } = state
    state = kept
    become({ pending: [...state.pending, act] })
    const outcome = new Promise<SaveOutcome>((resolve) => waiting.set(act.id, resolve))
    void run()
    return outcome
  }

  function settle(conflict: Conflict, whose: 'ours' | 'theirs'): void {
    const { act } = conflict
    const all = state.conflicts.filter((each) => each.act === act)
    become({ conflicts: state.conflicts.filter((each) => each.act !== act) })
    const rest = settled(act.wanted, all, whose)
    if (rest.length > 0) void save(rest)
    else void parts.saved()
  }

  if (state.pending.length > 0) parts.later(() => void run(), 0)
  return {
    save,
    settle,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tryAgain: () => void run(),
    dismiss: () => {
      const { refused: _, ...kept } = state
      state = kept
      become({})
    },
  }
}

/** What the views do not show yet, in the order in which it was done. */
export function pendingChanges({ stored, pending }: SaverState): readonly Change[] {
  return [...stored, ...pending].flatMap((act) => act.wanted.map((wanted) => wanted.change))
}

/** The changes of one record that the views do not show yet. */
export function pendingFor(state: SaverState, slice: string, id: string): readonly Change[] {
  const subject = `${slice} ${id}`
  return pendingChanges(state).filter((change) => subjectOf(change) === subject)
}

/** A list of a view with what is still on its way: added records are there, removed ones are not. */
export function withPending<T extends Entry>(state: SaverState, slice: SliceName, list: readonly Versioned<T>[]): readonly Versioned<T>[] {
  const now = new Map(list.map((each) => [each.record.id, each]))
  for (const change of pendingChanges(state)) {
    if (change.slice !== slice) continue
    if (change.kind === 'remove') now.delete(change.id)
    if (change.kind === 'add' && !now.has(change.record.id))
      now.set(change.record.id, { version: notStored, record: change.record as unknown as T }) // of the same slice
    const known = change.kind === 'set' ? now.get(change.id) : undefined
    if (known) now.set(known.record.id, { ...known, record: withChanges(known.record, [change]) })
  }
  return [...now.values()]
}
