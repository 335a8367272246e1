import type { Advisory } from '../advisory.ts'
import type { ProductBook } from '../names/book.ts'
import { compareKeys } from '../versions/key.ts'
import type { CriterionReader } from './criterion-reader.ts'
import type { Fleet } from './fleet.ts'
import { type AdvisoryIndex, advisoryKinds, flags, type Group, indexBuilder } from './index-build.ts'
import { specialAnswersOf, treeJudge } from './match.ts'
import { type PairHits, pairHits } from './pair-hits.ts'
import { no, type Tri, unknown, yes } from './tri.ts'

/** Pairs of a product, in the order of their versions; those without a version that can be read stand apart. */
interface PairGroup {
  readonly sorted: Uint32Array
  readonly keys: readonly (readonly (number | string)[])[]
  readonly unread: Uint32Array
}

/** What is installed, by product and version: a new advisory meets the rows that it may concern, and no others. */
export interface RowIndex {
  readonly fleet: Fleet
  readonly groups: ReadonlyMap<string, PairGroup>
  /** Rows of a pair, and kinds of devices on which it stands. */
  readonly rowsOfPair: readonly Uint32Array[]
  readonly kindsOfPair: readonly Uint32Array[]
}

export function rowIndexOf(fleet: Fleet): RowIndex {
  const open = new Map<string, { readonly pair: number; readonly key: readonly (number | string)[] | undefined }[]>()
  for (const [pair, { places }] of fleet.pairs.entries()) {
    for (const { group, version } of places) {
      const entries = open.get(group) ?? []
      entries.push({ pair, key: version.key })
      open.set(group, entries)
    }
  }
  return {
    fleet,
    groups: new Map([...open].map(([name, entries]) => [name, groupOf(entries)])),
    rowsOfPair: gathered(fleet.pairs.length, fleet.pairOfRow),
    kindsOfPair: kindsOf(fleet),
  }
}

function groupOf(entries: readonly { readonly pair: number; readonly key: readonly (number | string)[] | undefined }[]): PairGroup {
  const read = entries.flatMap(({ pair, key }) => (key ? [{ pair, key }] : [])).sort((a, b) => compareKeys(a.key, b.key))
  const unread = entries.filter(({ key }) => !key)
  return {
    sorted: Uint32Array.from(read, ({ pair }) => pair),
    keys: read.map(({ key }) => key),
    unread: Uint32Array.from(unread, ({ pair }) => pair),
  }
}

/** For each number the places at which it stands. */
function gathered(count: number, numbers: Uint32Array): readonly Uint32Array[] {
  const counts = new Uint32Array(count)
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1
  const lists = Array.from(counts, (length) => new Uint32Array(length))
  const next = new Uint32Array(count)
  for (const [at, number] of numbers.entries()) {
    const list = lists[number]
    const to = next[number] ?? 0
    if (list) list[to] = at
    next[number] = to + 1
  }
  return lists
}

function kindsOf({ kinds, pairs }: Fleet): readonly Uint32Array[] {
  const lists: number[][] = pairs.map(() => [])
  for (const [kind, { pairs: there }] of kinds.entries()) for (const pair of there) lists[pair]?.push(kind)
  return lists.map((list) => Uint32Array.from(list))
}

/** Rows for which the advisory holds, or may hold; rows that share a list share it with the fleet. */
export interface RowsFound {
  readonly rows: Uint32Array
  readonly value: 1 | 2
}

interface Options {
  readonly book: ProductBook
  readonly reader?: CriterionReader
}

/** One new advisory held against everything that is installed; the same answers as `matchAll`. */
export function matchOne(advisory: Advisory, rows: RowIndex, { book, reader }: Options): readonly RowsFound[] {
  const builder = indexBuilder(book, reader ? { reader } : {})
  builder.add(advisory)
  const index = builder.build()
  const kind = index.kinds[0]
  if (kind === advisoryKinds.simple) return simpleRows(index, rows)
  if (kind === advisoryKinds.tree) return treeRows(index, rows)
  if (kind !== advisoryKinds.special) return []
  return [...specialAnswersOf(index, rows.fleet, book)].map(([row, { values }]) => ({
    rows: Uint32Array.of(row),
    value: known(values[0] ?? 0),
  }))
}

function known(value: number): 1 | 2 {
  return value === yes ? yes : unknown
}

function simpleRows(index: AdvisoryIndex, rows: RowIndex): readonly RowsFound[] {
  const values = new Map<number, Tri>()
  for (const pair of pairsNear(index, rows)) {
    const hits = hitsOf(index, rows, pair)
    const value = hits?.values[0]
    if (value) values.set(pair, known(value))
  }
  return [...values].flatMap(([pair, value]) => {
    const found = rows.rowsOfPair[pair]
    return found && value !== no ? [{ rows: found, value }] : []
  })
}

function hitsOf(index: AdvisoryIndex, { fleet }: RowIndex, pair: number): PairHits | undefined {
  const there = fleet.pairs[pair]
  return there && pairHits(index, there)
}

function treeRows(index: AdvisoryIndex, rows: RowIndex): readonly RowsFound[] {
  const { fleet } = rows
  const hits: PairHits[] = []
  const near = [...pairsNear(index, rows)]
  const kinds = new Set(near.flatMap((pair) => Array.from(rows.kindsOfPair[pair] ?? [])))
  for (const kind of kinds)
    for (const pair of fleet.kinds[kind]?.pairs ?? []) {
      const found = hits[pair] ?? hitsOf(index, rows, pair)
      if (found) hits[pair] = found
    }
  const judge = treeJudge(index, hits)
  return [...kinds].flatMap((kind) => {
    const there = fleet.kinds[kind]
    return there ? [...judge(there)].flatMap(([pair, { values }]) => rowsOn({ rows, kind, pair }, known(values[0] ?? 0))) : []
  })
}

function rowsOn(
  { rows, kind, pair }: { readonly rows: RowIndex; readonly kind: number; readonly pair: number },
  value: 1 | 2,
): readonly RowsFound[] {
  const all = rows.rowsOfPair[pair] ?? new Uint32Array()
  const kinds = rows.kindsOfPair[pair]
  const here = kinds?.length === 1 ? all : all.filter((row) => rows.fleet.kindOfRow[row] === kind)
  return here.length > 0 ? [{ rows: here, value }] : []
}

/** Pairs that lie in a weak range, and those of which nobody can say where they lie. */
function pairsNear(index: AdvisoryIndex, { groups }: RowIndex): ReadonlySet<number> {
  const near = new Set<number>()
  for (const [name, group] of index.groups) {
    const there = groups.get(name)
    if (there) addNear(near, { index, group, there })
  }
  return near
}

function addNear(near: Set<number>, { index, group, there }: { index: AdvisoryIndex; group: Group; there: PairGroup }): void {
  for (const pair of there.unread) near.add(pair)
  for (let at = group.start; at < group.end; at++) {
    if (!((index.flags[at] ?? 0) & flags.weak)) continue
    const [low, high] = [index.low[at] ?? 0, index.high[at] ?? 0]
    const first = firstOf(there, group, low)
    const last = firstOf(there, group, high + 1)
    for (let place = first; place < last; place++) near.add(there.sorted[place] ?? 0)
  }
}

/** The first pair whose rank among the ends is not below `rank`. */
function firstOf({ keys }: PairGroup, { ends }: Group, rank: number): number {
  if (rank <= 0) return 0
  const end = ends[(rank - 1) >> 1]
  if (!end) return keys.length
  const isBehind = rank % 2 === 0
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const order = compareKeys(keys[middle] ?? [], end)
    if (order < 0 || (order === 0 && isBehind)) low = middle + 1
    else high = middle
  }
  return low
}
