import { aloneProgram, type Clauses } from './advisory-index.ts'
import { absent } from './device.ts'
import type { Kind } from './fleet.ts'
import { type AnswerBuffer, type AnswerLists, answerBuffer, listsOf, type Places, tellAnswer } from './lists.ts'
import { type ClauseReading, viaOf } from './tree-code.ts'
import { type TreeHits, valueBits, weakBit } from './tree-hits.ts'
import { no } from './tri.ts'

/** What judging writes down and uses again: numbered marks instead of lists that are made and thrown away. */
interface Judging {
  readonly clauses: Clauses
  readonly hits: TreeHits
  readonly reading: ClauseReading
  /** By clause: the kind in which it may hold, the last of its hits there, and the pair that was judged last. */
  readonly marks: Uint32Array
  readonly heads: Int32Array
  readonly judged: Uint32Array
  /** By hit: the one before it in its clause. */
  readonly before: Int32Array
  readonly answers: AnswerBuffer
  readonly places: Places
  kind: number
  /** The register of the kind tells of all kinds of products: what is not there does not hold. */
  isWhole: boolean
  slot: number
}

const someRoom = 64
const none = -1

/** Conditions of advisories on kinds of devices: answers by slot, which is a pair on a kind, kind after kind. */
export function judgeKinds(
  clauses: Clauses,
  { hits, kinds, advisories }: { readonly hits: TreeHits; readonly kinds: readonly Kind[]; readonly advisories: number },
): AnswerLists {
  const slots = kinds.reduce((sum, { pairs }) => sum + pairs.length, 0)
  const starts = new Uint32Array(slots + 1)
  const judging = judgingOf(clauses, hits, advisories)
  for (const { pairs, knows } of kinds) {
    judging.kind++
    judging.isWhole = knows.h && knows.o && knows.a
    judging.reading.absent = [absent('h', { knows }), absent('o', { knows }), absent('a', { knows })]
    const mayHold = markClauses(judging, pairs)
    if (mayHold) linkHits(judging, pairs)
    for (const pair of pairs) {
      judging.slot++
      if (mayHold) judgePair(judging, pair)
      starts[judging.slot] = judging.answers.length
    }
  }
  return listsOf(judging.answers, starts)
}

function judgingOf(clauses: Clauses, hits: TreeHits, advisories: number): Judging {
  const count = clauses.advisories.length
  const values = { holds: new Uint8Array(clauses.mostLeaves), own: new Uint8Array(clauses.mostLeaves) }
  return {
    clauses,
    hits,
    reading: { ...values, tokens: clauses.tokens, absent: [no, no, no], at: 0, leaf: 0, last: no, via: no },
    marks: new Uint32Array(count),
    heads: new Int32Array(count),
    judged: new Uint32Array(count),
    before: new Int32Array(hits.starts.at(-1) ?? 0),
    answers: answerBuffer(someRoom),
    places: new Uint32Array(advisories),
    kind: 0,
    isWhole: false,
    slot: 0,
  }
}

/** Marks the clauses of which a weak leaf holds or may hold on a kind: the others say no. */
function markClauses({ hits, marks, heads, kind }: Judging, pairs: Uint32Array): boolean {
  const { starts, clauses, values } = hits
  let isAny = false
  for (const pair of pairs) {
    const end = starts[pair + 1] ?? 0
    for (let hit = starts[pair] ?? 0; hit < end; hit++) {
      const value = values[hit] ?? 0
      if (value <= weakBit) continue
      const clause = clauses[hit] ?? 0
      marks[clause] = kind
      heads[clause] = none
      isAny = true
    }
  }
  return isAny
}

function linkHits({ hits, marks, heads, before, kind }: Judging, pairs: Uint32Array): void {
  const { starts, clauses } = hits
  for (const pair of pairs) {
    const end = starts[pair + 1] ?? 0
    for (let hit = starts[pair] ?? 0; hit < end; hit++) {
      const clause = clauses[hit] ?? 0
      if (marks[clause] !== kind) continue
      before[hit] = heads[clause] ?? none
      heads[clause] = hit
    }
  }
}

function judgePair(judging: Judging, pair: number): void {
  const { hits, judged, slot, clauses, answers, places } = judging
  const start = answers.length
  const { starts, values } = hits
  const [first, end] = [starts[pair] ?? 0, starts[pair + 1] ?? 0]
  for (let hit = first; hit < end; hit++) {
    if ((values[hit] ?? 0) <= weakBit) continue
    const clause = hits.clauses[hit] ?? 0
    if (judged[clause] === slot) continue
    judged[clause] = slot
    const value = viaOfClause(judging, { clause, first, end })
    if (value > no) tellAnswer(answers, places, { start, advisory: clauses.advisories[clause] ?? 0, value })
  }
}

interface AskedClause {
  readonly clause: number
  /** Hits of the pair in question. */
  readonly first: number
  readonly end: number
}

/** One leaf alone never fulfils a clause whose node has more parts, where what is not there does not hold. */
function isUnfulfilled({ heads, before, isWhole, clauses: { programs, tokens } }: Judging, clause: number): boolean {
  const program = programs[clause] ?? aloneProgram
  return isWhole && program !== aloneProgram && before[heads[clause] ?? none] === none && (tokens[program + 1] ?? 0) > 1
}

function viaOfClause(judging: Judging, { clause, first, end }: AskedClause): number {
  if (isUnfulfilled(judging, clause)) return no
  const { hits, heads, before, reading, clauses } = judging
  const { leaves, values } = hits
  const { holds, own } = reading
  let best: number = no
  for (let hit = heads[clause] ?? none; hit !== none; hit = before[hit] ?? none) {
    const [leaf, value] = [leaves[hit] ?? 0, ((values[hit] ?? 0) & valueBits) + 1]
    if (value > (holds[leaf] ?? 0)) holds[leaf] = value
    if (hit < first || hit >= end) continue
    if (value > (own[leaf] ?? 0)) own[leaf] = value
    if ((values[hit] ?? 0) > weakBit) best = Math.max(best, value - 1)
  }
  const program = clauses.programs[clause] ?? aloneProgram
  const via = program === aloneProgram ? best : viaOf(reading, program)
  for (let hit = heads[clause] ?? none; hit !== none; hit = before[hit] ?? none) {
    holds[leaves[hit] ?? 0] = 0
    own[leaves[hit] ?? 0] = 0
  }
  return via
}
