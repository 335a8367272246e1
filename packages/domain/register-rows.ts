import { isEqual } from './equal.ts'
import { findingId, type RuleEntry } from './finding.ts'
import { resolveAlias } from './merge.ts'
import type { RegisterRow, Slices } from './picture.ts'

/** What a person or the first look has put into a row, as against what every look writes anew. */
const lifeFields = ['firstSeenOn', 'task', 'accepted', 'standIn', 'statement', 'closedOn', 'reopened'] as const

/**
 * Rows under the id that their finding has now: merged entities and renamed rules lead on with the earlier life, and
 * a merge that was undone gives each its own row again. `isSettled` spares those whose id is known to be the current one.
 */
export function rowsByCurrentId(
  slices: Slices,
  entries: Iterable<RuleEntry>,
  register: readonly RegisterRow[],
  isSettled: (row: RegisterRow) => boolean = () => false,
): Map<string, RegisterRow> {
  const renamed = new Map([...entries].flatMap((entry) => (entry.replaces ?? []).map((old) => [old, entry.id] as const)))
  const idOf = (row: RegisterRow) => currentId(slices, row, renamed)
  const loose = register.map((row) =>
    isSettled(row) ? undefined : takenApart(row, idOf).map((part): readonly [string, RegisterRow] => [idOf(part), part]),
  )
  const wanted = new Set(loose.flatMap((parts) => parts?.map(([id]) => id) ?? []))
  const found = new Map<string, RegisterRow>()
  const together = new Map<string, readonly RegisterRow[]>()
  for (const [at, row] of register.entries()) {
    const parts = loose[at]
    if (!parts && !wanted.has(row.id)) found.set(row.id, row)
    else for (const [id, part] of parts ?? [[row.id, row]]) together.set(id, [...(together.get(id) ?? []), part])
  }
  for (const [id, rows] of together) found.set(id, joined(id, rows, renamed))
  return found
}

function currentId(slices: Slices, row: RegisterRow, renamed: ReadonlyMap<string, string>): string {
  const hash = row.id.indexOf('#')
  const subjects = row.subjects.map((subject) => resolveAlias(slices, subject))
  return findingId(renamed.get(row.rule) ?? row.rule, subjects, hash < 0 ? undefined : row.id.slice(hash + 1))
}

/** A joined row whose parts no longer belong together, as those parts; what happened since the merge stays with it. */
function takenApart(row: RegisterRow, idOf: (row: RegisterRow) => string): readonly RegisterRow[] {
  const { parts } = row
  if (!parts || parts.every((part) => idOf(part) === row.id)) return [row]
  const own = parts.find((part) => part.id === row.id)
  const others = parts.filter((part) => part !== own)
  if (!own) return others
  const before = joinedLife(parts)
  const changedSince = lifeFields.filter((field) => !isEqual(row[field], before[field]))
  return [{ ...own, ...Object.fromEntries(changedSince.map((field) => [field, row[field]])) }, ...others]
}

function joined(id: string, rows: readonly RegisterRow[], renamed: ReadonlyMap<string, string>): RegisterRow {
  const [only] = rows
  if (rows.length === 1 && only && (only.id === id || renamed.has(only.rule))) return only
  const parts = rows.flatMap((row) => row.parts ?? [row])
  return { ...joinedLife(rows), id, parts }
}

/** The life of several rows as one: the earliest look, task and acceptance win; closed only if all were. */
function joinedLife(rows: readonly RegisterRow[]): RegisterRow {
  const [first, ...later] = rows.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  if (!first) throw new Error('no row to join')
  const { closedOn, ...life } = Object.assign({}, ...later.toReversed(), first) as RegisterRow // every part is a row
  const lastSeenOn = rows.reduce((last, row) => (row.lastSeenOn > last ? row.lastSeenOn : last), first.lastSeenOn)
  return { ...life, lastSeenOn, ...(closedOn !== undefined && rows.every((row) => row.closedOn !== undefined) && { closedOn }) }
}

function order(row: RegisterRow): string {
  return `${row.firstSeenOn}|${row.id}`
}
