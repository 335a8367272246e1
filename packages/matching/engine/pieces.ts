import type { Status } from '../advisory.ts'
import { compareKeys } from '../versions/key.ts'
import type { VersionKey } from '../versions/order.ts'
import { triOfStatus } from './criteria.ts'
import type { StatementRead } from './statements.ts'
import { no, type Tri, unknown } from './tri.ts'

/** Versions next to each other of which a criterion says the same; an absent end is open. */
export interface Piece {
  readonly from?: VersionKey
  readonly fromIncluded: boolean
  readonly to?: VersionKey
  readonly toIncluded: boolean
  readonly value: Tri
}

export interface Painted {
  readonly statements: readonly StatementRead[]
  readonly otherwise: Status
  /** What holds for a version of which no statement speaks is told nowhere, and is no warning. */
  readonly isSilent: boolean
}

/**
 * What statements say along the line of all versions, without the pieces that are not affected. Every end of a statement and every gap
 * between two ends is a place; the statements paint the places from the last to the first, and what is painted stays, so that the
 * work grows with the number of ends alone.
 */
export function piecesOf(painted: Painted): readonly Piece[] {
  const { statements, otherwise, isSilent } = painted
  const [only] = statements
  if (only && statements.length === 1 && otherwise === 'unaffected' && isPlain(only))
    return [{ ...endsOf(only), value: triOfStatus(only.status) }]
  const ends = sortedEnds(statements)
  const painting = paintingOf(ends.length * 2 + 1)
  for (const statement of statements.toReversed()) paint(painting, statement, ends)
  settle(painting, { status: otherwise, silent: isSilent && otherwise === 'unknown' })
  return runsOf(painting.values).map((run) => pieceOf(run, ends))
}

interface Painting {
  readonly values: Uint8Array
  /** By place the statuses, as bits, of statements of which nobody can say whether they hold there. */
  readonly open: Uint8Array
  /** By place the next one, itself included, that is not painted. */
  readonly nextFree: Int32Array
}

const bitOf = { unaffected: 1, unknown: 2, affected: 4 } as const

function paintingOf(places: number): Painting {
  const nextFree = Int32Array.from({ length: places + 1 }, (_, place) => place)
  return { values: new Uint8Array(places), open: new Uint8Array(places), nextFree }
}

function freeFrom({ nextFree }: Painting, place: number): number {
  let at = place
  while (nextFree[at] !== at) {
    nextFree[at] = nextFree[nextFree[at] ?? at] ?? at
    at = nextFree[at] ?? at
  }
  return at
}

function paint(painting: Painting, statement: StatementRead, ends: readonly VersionKey[]): void {
  const { status, lineEnd } = statement
  const [first, last] = [firstPlace(statement, ends), lastPlace(statement, ends)]
  for (let at = freeFrom(painting, first); at <= last; at = freeFrom(painting, at)) {
    painting.values[at] = settled(painting.open[at] ?? 0, { status, silent: false })
    painting.nextFree[at] = at + 1
  }
  const lineLast = lineEnd ? rankOf(ends, lineEnd) * 2 + 1 : last
  for (let at = freeFrom(painting, Math.max(first, last + 1)); at <= lineLast; at = freeFrom(painting, at + 1))
    painting.open[at] = (painting.open[at] ?? 0) | bitOf[status]
}

/** What nothing has painted is as the criterion says of all others. */
function settle(painting: Painting, other: { readonly status: Status; readonly silent: boolean }): void {
  const { values, open, nextFree } = painting
  for (let at = freeFrom(painting, 0); at < values.length; at = freeFrom(painting, at)) {
    values[at] = settled(open[at] ?? 0, other)
    nextFree[at] = at + 1
  }
}

function settled(open: number, { status, silent }: { readonly status: Status; readonly silent: boolean }): Tri {
  if (open & ~bitOf[status]) return unknown
  return silent ? no : triOfStatus(status)
}

/** One version, or versions up to one: most of what feeds say. */
function isPlain({ status, from, to, fromIncluded, toIncluded, lineEnd }: StatementRead): boolean {
  if (status === 'unaffected' || !to || lineEnd) return false
  return from === undefined || (from === to && fromIncluded && toIncluded)
}

function endsOf({ from, to, toIncluded }: StatementRead): Omit<Piece, 'value'> {
  return { ...(from && { from }), fromIncluded: from !== undefined, ...(to && { to }), toIncluded }
}

function sortedEnds(statements: readonly StatementRead[]): readonly VersionKey[] {
  const sorted = statements
    .flatMap(({ from, to, lineEnd }) => [from, to, lineEnd].flatMap((end) => (end ? [end] : [])))
    .toSorted(compareKeys)
  return sorted.filter((key, at) => at === 0 || compareKeys(sorted[at - 1] ?? [], key) !== 0)
}

/** Where a key stands in a sorted list: the first place whose key is not before it. */
function rankOf(sorted: readonly VersionKey[], key: VersionKey): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareKeys(sorted[middle] ?? [], key) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function firstPlace({ from, fromIncluded }: StatementRead, ends: readonly VersionKey[]): number {
  return from ? rankOf(ends, from) * 2 + (fromIncluded ? 1 : 2) : 0
}

function lastPlace({ to, toIncluded }: StatementRead, ends: readonly VersionKey[]): number {
  return to ? rankOf(ends, to) * 2 + (toIncluded ? 1 : 0) : ends.length * 2
}

interface Run {
  readonly first: number
  readonly last: number
  readonly value: Tri
}

function runsOf(values: Uint8Array): readonly Run[] {
  const runs: Run[] = []
  for (let first = 0; first < values.length; ) {
    const value = values[first] === 2 ? 2 : values[first] === 1 ? 1 : 0
    let last = first
    while (values[last + 1] === value) last++
    if (value !== no) runs.push({ first, last, value })
    first = last + 1
  }
  return runs
}

function pieceOf({ first, last, value }: Run, ends: readonly VersionKey[]): Piece {
  const from = first === 0 ? undefined : ends[(first - 1) >> 1]
  const to = last === ends.length * 2 ? undefined : ends[last >> 1]
  return { ...(from && { from }), fromIncluded: first % 2 === 1, ...(to && { to }), toIncluded: last % 2 === 1, value }
}
