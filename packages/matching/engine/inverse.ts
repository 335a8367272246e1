import type { Advisory } from '../advisory.ts'
import type { ProductBook } from '../names/book.ts'
import { compareKeys } from '../versions/key.ts'
import type { VersionKey } from '../versions/order.ts'
import { boundOf, keyAt, type SortedKeys, sortedKeys } from '../versions/sorted.ts'
import { type AdvisoryIndex, advisoryKinds, flags, type Group } from './advisory-index.ts'
import type { CriterionReader } from './criterion-reader.ts'
import type { Fleet, Pair } from './fleet.ts'
import { hitsOf, tellsNoOf } from './hits.ts'
import { indexBuilder } from './index-build.ts'
import { judgeKinds } from './judge.ts'
import { specialAnswersOf } from './match.ts'
import { unknown, yes } from './tri.ts'

/** Pairs of a product, in the order of their versions; those without a version that can be read stand apart. */
interface PairGroup {
  readonly sorted: Uint32Array
  readonly keys: SortedKeys
  readonly unread: Uint32Array
}

/** What is installed, by product and version: a new advisory meets the rows that it may concern, and no others. */
export interface RowIndex {
  readonly fleet: Fleet
  readonly groups: ReadonlyMap<string, PairGroup>
  readonly pairsOfKey: ReadonlyMap<string, readonly number[]>
  /** Rows of a pair, and kinds of devices on which it stands. */
  readonly rowsOfPair: readonly Uint32Array[]
  readonly kindsOfPair: readonly Uint32Array[]
}

export function rowIndexOf(fleet: Fleet): RowIndex {
  const open = new Map<string, { readonly pair: number; readonly key: VersionKey | undefined }[]>()
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
    pairsOfKey: pairsByKey(fleet),
    rowsOfPair: gathered(fleet.pairs.length, fleet.pairOfRow),
    kindsOfPair: kindsOf(fleet),
  }
}

function groupOf(entries: readonly { readonly pair: number; readonly key: VersionKey | undefined }[]): PairGroup {
  const read = entries.flatMap(({ pair, key }) => (key ? [{ pair, key }] : [])).sort((a, b) => compareKeys(a.key, b.key))
  const unread = entries.filter(({ key }) => !key)
  return {
    sorted: Uint32Array.from(read, ({ pair }) => pair),
    keys: sortedKeys(read.map(({ key }) => key)),
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

function pairsByKey({ pairs }: Fleet): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const [pair, { keys }] of pairs.entries())
    for (const key of keys) {
      const there = found.get(key)
      if (there) there.push(pair)
      else found.set(key, [pair])
    }
  return found
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

/** Ranges of one advisory for which there is room at first; most have fewer. */
const fewRanges = 16

/** One new advisory held against everything that is installed; the same answers as `matchAll`. */
export function matchOne(advisory: Advisory, rows: RowIndex, { book, reader }: Options): readonly RowsFound[] {
  const builder = indexBuilder(book, { room: fewRanges, ...(reader && { reader }) })
  builder.add(advisory)
  const index = builder.build()
  const kind = index.kinds[0]
  if (kind === advisoryKinds.simple) return simpleRows(index, rows)
  if (kind === advisoryKinds.tree) return treeRows(index, rows)
  return kind === advisoryKinds.special ? specialRows(index, rows, book) : []
}

function known(value: number): 1 | 2 {
  return value === yes ? yes : unknown
}

function simpleRows(index: AdvisoryIndex, rows: RowIndex): readonly RowsFound[] {
  const near = [...pairsNear(index, rows)]
  const { starts, values } = hitsOf(index, pairsAt(rows, near), new Uint8Array(near.length)).answers
  return near.flatMap((pair, at) => {
    const found = rows.rowsOfPair[pair]
    const isTold = (starts[at] ?? 0) < (starts[at + 1] ?? 0)
    return found && isTold ? [{ rows: found, value: known(values[starts[at] ?? 0] ?? 0) }] : []
  })
}

function pairsAt({ fleet }: RowIndex, numbers: readonly number[]): readonly Pair[] {
  return numbers.flatMap((pair) => fleet.pairs[pair] ?? [])
}

/** Conditions are judged on the devices alone that have a product near, among those of their pairs that it names. */
function treeRows(index: AdvisoryIndex, rows: RowIndex): readonly RowsFound[] {
  const { fleet } = rows
  const numbers = [...new Set([...pairsNear(index, rows)].flatMap((pair) => Array.from(rows.kindsOfPair[pair] ?? [])))]
  const places = new Map<number, number>()
  const placeOf = (pair: number): number => {
    const place = places.get(pair) ?? places.size
    places.set(pair, place)
    return place
  }
  const kinds = numbers.flatMap((kind) => {
    const there = fleet.kinds[kind]
    const all = there?.pairs.filter((pair) => fleet.pairs[pair]?.places.some(({ group }) => index.groups.has(group)))
    return there && all ? [{ kind, all, pairs: all.map(placeOf), knows: there.knows }] : []
  })
  const pairs = pairsAt(rows, [...places.keys()])
  const { trees } = hitsOf(index, pairs, tellsNoOf(pairs.length, kinds))
  const { starts, values } = judgeKinds(index.clauses, { hits: trees, kinds, advisories: 1 })
  let slot = 0
  return kinds.flatMap(({ kind, all }) =>
    Array.from(all).flatMap((pair) => {
      const [from, to] = [starts[slot] ?? 0, starts[++slot] ?? 0]
      return from < to ? rowsOn({ rows, kind, pair }, known(values[from] ?? 0)) : []
    }),
  )
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

/** Only devices with a product that the advisory calls weak. */
function specialRows(index: AdvisoryIndex, { fleet, rowsOfPair, pairsOfKey }: RowIndex, book: ProductBook): readonly RowsFound[] {
  const named = [...index.specialsByKey.keys()].flatMap((key) => pairsOfKey.get(key) ?? [])
  const assets = new Set(named.flatMap((pair) => Array.from(rowsOfPair[pair] ?? [], (row) => String(fleet.rows[row]?.asset))))
  const devices = [...assets].flatMap((asset) => [fleet.devices.get(asset) ?? []])
  return [...specialAnswersOf(index, { fleet, book, devices })].map(([row, { values }]) => ({
    rows: Uint32Array.of(row),
    value: known(values[0] ?? 0),
  }))
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
  if (rank > ends.length * 2) return keys.length
  return boundOf(keys, keyAt(ends, (rank - 1) >> 1), { behind: rank % 2 === 0 })
}
