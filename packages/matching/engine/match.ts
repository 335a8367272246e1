import type { ProductBook } from '../names/book.ts'
import { deviceOf } from './device.ts'
import { answerOf } from './evaluate.ts'
import type { Fleet, Kind } from './fleet.ts'
import type { AdvisoryIndex } from './index-build.ts'
import { type PairHits, pairHits } from './pair-hits.ts'
import { type LeafValues, viaOf } from './tree-code.ts'
import { no, unknown, yes } from './tri.ts'

/** Advisories that hold (2) or may hold (1) for a product, as numbers of the index. */
export interface Answers {
  readonly advisories: Uint32Array
  readonly values: Uint8Array
}

/** Answers of all rows; rows that share a pair share its list. */
export interface Matched {
  readonly fleet: Fleet
  /** Of advisories that hold by one product alone, by pair. */
  readonly byPair: readonly Answers[]
  /** Of advisories with conditions, by kind of device and pair. */
  readonly byKind: readonly ReadonlyMap<number, Answers>[]
  /** Of advisories that are evaluated as they are written, by row. */
  readonly byRow: ReadonlyMap<number, Answers>
}

/** Everything that is installed held against every advisory; the same answers as `evaluate`, without those that say no. */
export function matchAll(index: AdvisoryIndex, fleet: Fleet, { book }: { readonly book: ProductBook }): Matched {
  const hits = fleet.pairs.map((pair) => pairHits(index, pair))
  const judge = treeJudge(index, hits)
  return {
    fleet,
    byPair: hits,
    byKind: fleet.kinds.map(judge),
    byRow: index.specials.size === 0 ? new Map() : specialAnswersOf(index, fleet, book),
  }
}

/** Calls back once for each row and advisory of which the answer is not no. */
export function eachAnswer(matched: Matched, tell: (row: number, advisory: number, value: 1 | 2) => void): void {
  const { fleet, byPair, byKind, byRow } = matched
  const tellAll = (row: number, answers: Answers | undefined) => {
    if (!answers) return
    const { advisories, values } = answers
    for (let at = 0; at < advisories.length; at++) tell(row, advisories[at] ?? 0, values[at] === yes ? yes : unknown)
  }
  for (let row = 0; row < fleet.rows.length; row++) {
    const pair = fleet.pairOfRow[row] ?? 0
    tellAll(row, byPair[pair])
    tellAll(row, byKind[fleet.kindOfRow[row] ?? 0]?.get(pair))
    tellAll(row, byRow.get(row))
  }
}

/** Judges the conditions of advisories on one kind of device after the other. */
export function treeJudge(index: AdvisoryIndex, hits: readonly PairHits[]): (kind: Kind) => ReadonlyMap<number, Answers> {
  const most = index.leaves.reduce((so, leaf) => Math.max(so, leaf), 0) + 1
  const [holds, own] = [new Uint8Array(most), new Uint8Array(most)]
  return (kind) => {
    const values: LeafValues = { holds, own, knows: kind.knows }
    const there = Array.from(kind.pairs, (pair) => ({ pair, hit: hits[pair] })).filter(({ hit }) => hit && hit.trees.length > 0)
    const answers = new Map<number, Answers>()
    for (const { pair, hit } of there) {
      if (!hit || hit.candidates.length === 0) continue
      const [advisories, found]: [number[], number[]] = [[], []]
      for (const at of hit.candidates) {
        const advisory = hit.trees[at] ?? 0
        for (const other of there) if (other.hit) setLeaves(holds, other.hit, other.hit === hit ? at : placeIn(other.hit.trees, advisory))
        setLeaves(own, hit, at)
        const via = viaOf(index.tokens, { start: index.tokenStarts[advisory] ?? 0, values })
        for (const other of there) if (other.hit) clearLeaves(holds, other.hit, other.hit === hit ? at : placeIn(other.hit.trees, advisory))
        clearLeaves(own, hit, at)
        if (via === no) continue
        advisories.push(advisory)
        found.push(via)
      }
      if (advisories.length > 0) answers.set(pair, { advisories: Uint32Array.from(advisories), values: Uint8Array.from(found) })
    }
    return answers
  }
}

/** Where an advisory stands among those of a pair; -1 where it does not. */
function placeIn(trees: Uint32Array, advisory: number): number {
  let [low, high] = [0, trees.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((trees[middle] ?? 0) < advisory) low = middle + 1
    else high = middle
  }
  return trees[low] === advisory ? low : -1
}

function setLeaves(values: Uint8Array, { starts, leaves, leafValues }: PairHits, at: number): void {
  if (at < 0) return
  for (let hit = starts[at] ?? 0; hit < (starts[at + 1] ?? 0); hit++) {
    const leaf = leaves[hit] ?? 0
    const value = (leafValues[hit] ?? 0) + 1
    if (value > (values[leaf] ?? 0)) values[leaf] = value
  }
}

function clearLeaves(values: Uint8Array, { starts, leaves }: PairHits, at: number): void {
  if (at < 0) return
  for (let hit = starts[at] ?? 0; hit < (starts[at + 1] ?? 0); hit++) values[leaves[hit] ?? 0] = 0
}

export function specialAnswersOf(
  { specials, specialsByKey }: AdvisoryIndex,
  fleet: Fleet,
  book: ProductBook,
): ReadonlyMap<number, Answers> {
  const found = new Map<number, Answers>()
  for (const rows of fleet.devices.values()) {
    const device = deviceOf(
      rows.flatMap((row) => fleet.rows[row] ?? []),
      book,
    )
    for (const [place, row] of rows.entries()) {
      const product = device.products[place]
      const named = new Set(product?.keys.flatMap(({ key }) => specialsByKey.get(key) ?? []))
      const answers = [...named].flatMap((number) => {
        const advisory = specials.get(number)
        const answer = advisory && product && answerOf(advisory, { product, device, book })
        return answer && answer.verdict !== 'not-affected' ? [{ number, value: answer.verdict === 'affected' ? yes : unknown }] : []
      })
      if (answers.length === 0) continue
      found.set(row, {
        advisories: Uint32Array.from(answers, ({ number }) => number),
        values: Uint8Array.from(answers, ({ value }) => value),
      })
    }
  }
  return found
}
