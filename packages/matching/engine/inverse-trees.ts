import { clauseBuilder } from './clause-build.ts'
import type { Kind } from './fleet.ts'
import { tellsNoOf } from './hits.ts'
import { judgeKinds } from './judge.ts'
import { eachPairOf, type LeafThere, leafThere, valueAt } from './leaf-rows.ts'
import { withEdition } from './rare.ts'
import { listAt, type RowIndex, type RowsFound } from './row-index.ts'
import type { CodedClause } from './tree-code.ts'
import { pushHit, type TreeHitBuffer, type TreeHits, treeHitBuffer, treeHitsOf } from './tree-hits.ts'
import { no, unknown, yes } from './tri.ts'

interface ClauseLeaf extends LeafThere {
  readonly clause: number
  readonly number: number
}

const fewClauses = 8
const fewHits = 64

/** Conditions are judged on the devices alone on which a weak leaf holds or may hold, among those of their pairs that it names. */
export function treeRows(coded: readonly CodedClause[], rows: RowIndex): readonly RowsFound[] {
  const clauses = clauseBuilder(fewClauses)
  const leaves = coded.flatMap((clause) => {
    const number = clauses.add(clause, 0)
    return clause.leaves.flatMap((leaf, at) => leafThere(leaf, rows).map((there) => ({ ...there, clause: number, number: at })))
  })
  const numbers = kindsNear(leaves, rows)
  if (numbers.size === 0) return []
  const byGroup = Map.groupBy(leaves, ({ group }) => group)
  const { kinds, pairs } = kindsAsked([...numbers], rows, byGroup)
  const hits = hitsIn(pairs, { rows, byGroup, tellsNo: tellsNoOf(pairs.length, kinds) })
  const { starts, values } = judgeKinds(clauses.done(), { hits, kinds, advisories: 1 })
  let slot = 0
  return kinds.flatMap(({ kind, all }) =>
    Array.from(all).flatMap((pair) => {
      const [from, to] = [starts[slot] ?? 0, starts[++slot] ?? 0]
      return from < to ? rowsOn(rows, { kind, pair, value: values[from] === yes ? yes : unknown }) : []
    }),
  )
}

function kindsNear(leaves: readonly ClauseLeaf[], rows: RowIndex): ReadonlySet<number> {
  const kinds = new Set<number>()
  for (const leaf of leaves) {
    if (!leaf.leaf.criterion.vulnerable) continue
    eachPairOf(leaf, rows, (pair) => {
      for (const kind of listAt(rows.kindsOfPair, pair)) kinds.add(kind)
    })
  }
  return kinds
}

interface KindAsked extends Kind {
  readonly kind: number
  /** The pairs that the advisory names, by their numbers in the fleet; `pairs` are their places among all that are asked. */
  readonly all: Uint32Array
}

type LeavesByGroup = ReadonlyMap<number, readonly ClauseLeaf[]>

function kindsAsked(numbers: readonly number[], { fleet }: RowIndex, byGroup: LeavesByGroup) {
  const { starts, groups } = fleet.standing
  const places = new Map<number, number>()
  const placeOf = (pair: number): number => {
    const place = places.get(pair) ?? places.size
    places.set(pair, place)
    return place
  }
  const isNamed = (pair: number): boolean => {
    const end = starts[pair + 1] ?? 0
    for (let at = starts[pair] ?? 0; at < end; at++) if (byGroup.has(groups[at] ?? 0)) return true
    return false
  }
  const kinds = numbers.flatMap((kind): readonly KindAsked[] => {
    const there = fleet.kinds[kind]
    const all = there?.pairs.filter(isNamed)
    return there && all ? [{ kind, all, pairs: all.map(placeOf), knows: there.knows }] : []
  })
  return { kinds, pairs: [...places.keys()] }
}

interface Asked {
  readonly rows: RowIndex
  readonly byGroup: LeavesByGroup
  readonly tellsNo: Uint8Array
}

function hitsIn(pairs: readonly number[], { rows, byGroup, tellsNo }: Asked): TreeHits {
  const { starts, groups } = rows.fleet.standing
  const buffer = treeHitBuffer(fewHits)
  const found = new Uint32Array(pairs.length + 1)
  for (const [at, pair] of pairs.entries()) {
    const end = starts[pair + 1] ?? 0
    for (let place = starts[pair] ?? 0; place < end; place++)
      for (const leaf of byGroup.get(groups[place] ?? 0) ?? [])
        hitOf(buffer, leaf, { rows, pair, place, tellsNo: tellsNo[at] === 1 })
    found[at + 1] = buffer.length
  }
  return treeHitsOf(buffer, found)
}

interface AskedHit {
  readonly rows: RowIndex
  readonly pair: number
  readonly place: number
  readonly tellsNo: boolean
}

function hitOf(buffer: TreeHitBuffer, there: ClauseLeaf, { rows, pair, place, tellsNo }: AskedHit): void {
  const version = rows.fleet.standing.versions[place] ?? 0
  const said = valueAt(there, { rows, version })
  const known = there.said.edition ? rows.fleet.pairs[pair]?.known : undefined
  const value = known ? withEdition(said, there.said.edition, known) : said
  if (value === no && !tellsNo) return
  pushHit(buffer, { clause: there.clause, leaf: there.number, value, isWeak: there.leaf.criterion.vulnerable })
}

function rowsOn(
  { fleet, rowsOfPair, kindsOfPair }: RowIndex,
  { kind, pair, value }: { readonly kind: number; readonly pair: number; readonly value: 1 | 2 },
): readonly RowsFound[] {
  const all = listAt(rowsOfPair, pair)
  const isAlone = listAt(kindsOfPair, pair).length === 1
  const here = isAlone ? all : all.filter((row) => fleet.kindOfRow[row] === kind)
  return here.length > 0 ? [{ rows: here, value }] : []
}
