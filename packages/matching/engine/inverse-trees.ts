import { aloneProgram, type Clauses } from './advisory-index.ts'
import type { Kind } from './fleet.ts'
import { tellsNoOf } from './hits.ts'
import { judgeKinds } from './judge.ts'
import { eachPairOf, knownOf, type LeafThere, leafThere, valueAt } from './leaf-rows.ts'
import { withEdition } from './rare.ts'
import { listAt, type RowIndex, type RowsFound } from './row-index.ts'
import type { CodedClause } from './tree-code.ts'
import { pushHit, type TreeHitBuffer, type TreeHits, treeHitBuffer, treeHitsOf } from './tree-hits.ts'
import { no, unknown, yes } from './tri.ts'

interface ClauseLeaf extends LeafThere {
  readonly clause: number
  readonly number: number
}

const fewHits = 64

/** What one leaf says of one pair. */
interface FoundHit {
  readonly leaf: ClauseLeaf
  readonly value: number
}

type HitsByPair = ReadonlyMap<number, readonly FoundHit[]>

/** Conditions are judged on the devices alone on which a weak leaf holds or may hold, among those of their pairs that it names. */
export function treeRows(coded: readonly CodedClause[], rows: RowIndex): readonly RowsFound[] {
  const leaves: ClauseLeaf[] = []
  const named: CodedClause[] = []
  for (const clause of coded) {
    const there = clause.leaves.flatMap((leaf, number) =>
      leafThere(leaf, rows).map((one): ClauseLeaf => ({ ...one, clause: named.length, number })),
    )
    if (!there.some(({ leaf }) => leaf.criterion.vulnerable)) continue
    named.push(clause)
    leaves.push(...there)
  }
  const { near, found } = hitsNear(leaves, rows)
  if (near.size === 0) return []
  const whole = (kind: number) => isWhole(rows.fleet.kinds[kind])
  const clauses = clausesIn(named)
  const known = [...near].filter(whole)
  const open = [...near].filter((kind) => !whole(kind))
  return [...rowsOfKnown(known, { found, rows, clauses }), ...rowsOfOpen(open, { leaves, rows, clauses })]
}

/** The clauses of one advisory; those that name no weak product that is installed are left out. */
function clausesIn(named: readonly CodedClause[]): Clauses {
  const tokens: number[] = [aloneProgram]
  const programs = Uint32Array.from(named, (clause) => {
    if (clause.tokens.length === 0) return aloneProgram
    const start = tokens.length
    for (const token of clause.tokens) tokens.push(token)
    return start
  })
  const mostLeaves = named.reduce((most, { leaves }) => Math.max(most, leaves.length), 0)
  return { advisories: new Uint32Array(named.length), programs, tokens: Uint16Array.from(tokens), mostLeaves }
}

/** NOTE: where the register tells of all kinds of products, a leaf that says no and one that is not there are alike. */
function isWhole(kind: Kind | undefined): boolean {
  return kind?.knows.h === true && kind.knows.o && kind.knows.a
}

function hitsNear(leaves: readonly ClauseLeaf[], rows: RowIndex) {
  const { starts, numbers } = rows.kindsOfPair
  const near = new Set<number>()
  const found = new Map<number, FoundHit[]>()
  for (const leaf of leaves)
    eachPairOf(leaf, rows, (pair, value) => {
      const there = found.get(pair)
      if (there) there.push({ leaf, value })
      else found.set(pair, [{ leaf, value }])
      if (!leaf.leaf.criterion.vulnerable) return
      const end = starts[pair + 1] ?? 0
      for (let at = starts[pair] ?? 0; at < end; at++) near.add(numbers[at] ?? 0)
    })
  return { near, found }
}

interface AskedKnown {
  readonly found: HitsByPair
  readonly rows: RowIndex
  readonly clauses: Clauses
}

function rowsOfKnown(numbers: readonly number[], { found, rows, clauses }: AskedKnown): readonly RowsFound[] {
  if (numbers.length === 0) return []
  const places = new Map(numbers.map((kind) => [kind, placesOnKind()]))
  const { kindsOfPair } = rows
  const buffer = treeHitBuffer(fewHits)
  const starts = new Uint32Array(found.size + 1)
  let place = 0
  for (const [pair, hits] of found) {
    for (const { leaf, value } of hits)
      pushHit(buffer, { clause: leaf.clause, leaf: leaf.number, value, isWeak: leaf.leaf.criterion.vulnerable })
    const end = kindsOfPair.starts[pair + 1] ?? 0
    for (let at = kindsOfPair.starts[pair] ?? 0; at < end; at++) {
      const there = places.get(kindsOfPair.numbers[at] ?? 0)
      there?.pairs.push(place)
      there?.all.push(pair)
    }
    starts[++place] = buffer.length
  }
  const kinds = numbers.map((kind): KindAsked => {
    const { pairs, all } = places.get(kind) ?? { pairs: [], all: [] }
    return { kind, pairs: Uint32Array.from(pairs), all, knows: { h: true, o: true, a: true } }
  })
  return rowsJudged(kinds, { hits: treeHitsOf(buffer, starts), rows, clauses })
}

/** Pairs of a kind: their places among all that are asked, and their numbers in the fleet. */
function placesOnKind(): { readonly pairs: number[]; readonly all: number[] } {
  return { pairs: [], all: [] }
}

interface AskedOpen {
  readonly leaves: readonly ClauseLeaf[]
  readonly rows: RowIndex
  readonly clauses: Clauses
}

function rowsOfOpen(numbers: readonly number[], { leaves, rows, clauses }: AskedOpen): readonly RowsFound[] {
  if (numbers.length === 0) return []
  const byGroup = Map.groupBy(leaves, ({ group }) => group)
  const { kinds, pairs } = kindsAsked(numbers, rows, byGroup)
  const hits = hitsIn(pairs, { rows, byGroup, tellsNo: tellsNoOf(pairs.length, kinds) })
  return rowsJudged(kinds, { hits, rows, clauses })
}

interface Judged {
  readonly hits: TreeHits
  readonly rows: RowIndex
  readonly clauses: Clauses
}

function rowsJudged(kinds: readonly KindAsked[], { hits, rows, clauses }: Judged): readonly RowsFound[] {
  const { starts, values } = judgeKinds(clauses, { hits, kinds, advisories: 1 })
  let slot = 0
  return kinds.flatMap(({ kind, all }) =>
    Array.from(all).flatMap((pair) => {
      const [from, to] = [starts[slot] ?? 0, starts[++slot] ?? 0]
      return from < to ? rowsOn(rows, { kind, pair, value: values[from] === yes ? yes : unknown }) : []
    }),
  )
}

interface KindAsked extends Kind {
  readonly kind: number
  /** The pairs that the advisory names, by their numbers in the fleet; `pairs` are their places among all that are asked. */
  readonly all: ArrayLike<number>
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
      for (const leaf of byGroup.get(groups[place] ?? 0) ?? []) hitOf(buffer, leaf, { rows, pair, place, tellsNo: tellsNo[at] === 1 })
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
  const value = there.said.edition ? withEdition(said, there.said.edition, knownOf(rows, pair)) : said
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
