import type { Change, ChangeOf, Entry, SliceName, Slices } from '@mimamori/domain'

/** A change that a person wants, and the version of the record that was on the screen. */
export interface Wanted {
  readonly change: Change
  readonly expected?: number
  /** What each field that was set held on the screen, those that were to be empty and were so already among them. */
  readonly was?: Readonly<Record<string, unknown>>
}

/** A record with the version that a change must expect. */
export interface Versioned<T> {
  readonly version: number
  readonly record: T
}

type RecordOfSlice<S extends SliceName> = Slices[S][number]

/** New values of fields; `undefined` means that the field becomes unknown. */
export type NewValues<S extends SliceName> = { readonly [K in keyof Omit<RecordOfSlice<S>, 'id'>]?: RecordOfSlice<S>[K] | undefined }

/** Changes fields of a record. A field that is `undefined` and was not there is left alone. */
export function setFields<S extends SliceName>(slice: S, of: Versioned<{ readonly id: string }>, values: NewValues<S>): Wanted {
  const entries = Object.entries(values)
  const fields = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  const forget = entries.filter(([name, value]) => value === undefined && Reflect.get(of.record, name) !== undefined).map(([name]) => name)
  const change = { kind: 'set', slice, id: of.record.id, fields, ...(forget.length > 0 && { forget }) }
  const was = Object.fromEntries(entries.map(([name]): [string, unknown] => [name, Reflect.get(of.record, name)]))
  return { change: change as unknown as Change, expected: of.version, was } // `NewValues` holds the fields to the slice
}

export function addRecord<S extends SliceName>(slice: S, record: RecordOfSlice<S>): Wanted {
  const change: ChangeOf<S> = { kind: 'add', slice, record }
  return { change: change as Change } // a member of the union, which TypeScript does not see through S
}

export function removeRecord(slice: SliceName, of: Versioned<Entry>): Wanted {
  const change = { kind: 'remove', slice, id: of.record.id } as Change // more slices than TypeScript tells apart in one go
  return { change, expected: of.version }
}

/** The record that a change is about, as one string. */
export function subjectOf(change: Change): string {
  if (change.kind === 'add') return `${change.slice} ${change.record.id}`
  if (change.kind === 'merge' || change.kind === 'unmerge') return `${change.slice} ${change.gone}`
  return `${change.slice} ${change.id}`
}

/** The record as it will be once the changes are stored. */
export function withChanges<T extends Entry>(record: T, changes: readonly Change[]): T {
  const now = new Map<string, unknown>(Object.entries(record))
  for (const change of changes) {
    if (change.kind !== 'set') continue
    for (const [name, value] of Object.entries(change.fields)) now.set(name, value)
    for (const name of change.forget ?? []) now.delete(name)
  }
  return Object.fromEntries(now) as unknown as T // the fields are those of the record's own slice
}

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'

/** An id for a record that the person has just made. */
export function newId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return `${prefix}:${[...bytes].map((byte) => alphabet[byte % alphabet.length]).join('')}`
}
