import { groupOfLeaf, type Leaf } from './criteria.ts'
import { type CriterionRanges, type EndedRange, openEnd, rangesOf } from './criterion-ranges.ts'
import type { EditionKnown } from './editions.ts'
import { slowly, withEdition } from './rare.ts'
import { type RowIndex, unranked } from './row-index.ts'
import { no, type Tri } from './tri.ts'

/** A leaf in one group of what is installed. */
export interface LeafThere {
  readonly leaf: Leaf
  readonly group: number
  readonly said: CriterionRanges
}

/** The groups of installed products that a leaf may mean. */
export function leafThere(leaf: Leaf, { fleet: { numbers }, grouped, endsOf }: RowIndex): readonly LeafThere[] {
  const there: LeafThere[] = []
  for (let at = 0; at < leaf.reference.keys.length; at++) {
    const group = groupOfLeaf(leaf, at, numbers)
    if ((grouped.starts[group + 1] ?? 0) <= (grouped.starts[group] ?? 0)) continue
    const family = numbers.familyOf(group)
    there.push({ leaf, group, said: rangesOf(leaf, { family, numbers: endsOf(family) }) })
  }
  return there
}

/** Ranks of a range among versions that are installed: an even one stands for the gap before the next version. */
export function lowOf({ from, fromIncluded }: EndedRange): number {
  return from === openEnd ? 0 : from + (from % 2 === 1 && !fromIncluded ? 1 : 0)
}

export function highOf({ to, toIncluded }: EndedRange): number {
  return to === openEnd ? Number.MAX_SAFE_INTEGER : to - (to % 2 === 1 && !toIncluded ? 1 : 0)
}

export function knownOf({ fleet: { knowns, standing } }: RowIndex, pair: number): EditionKnown | undefined {
  return knowns[standing.knowns[pair] ?? 0]
}

type Tell = (pair: number, value: Tri) => void

/** Pairs of which a leaf holds or may hold. */
export function eachPairOf({ group, said }: LeafThere, rows: RowIndex, tell: Tell): void {
  const { starts, pairs, versions } = rows.grouped
  const [start, end] = [starts[group] ?? 0, starts[group + 1] ?? 0]
  const told = (at: number, value: Tri) => {
    const pair = pairs[at] ?? 0
    const whole = said.edition ? withEdition(value, said.edition, knownOf(rows, pair)) : value
    if (whole > no) tell(pair, whole)
  }
  if (said.unread) {
    for (let at = start; at < end; at++) {
      const version = rows.fleet.versions[versions[at] ?? 0]
      if (version) told(at, slowly(said.unread, version))
    }
    return
  }
  const read = boundOf(rows.grouped.ranks, { from: start, to: end, rank: unranked + 1 })
  if (said.missing > no) for (let at = start; at < read; at++) told(at, said.missing)
  for (const range of said.ranges) {
    if (range.value === no) continue
    const first = boundOf(rows.grouped.ranks, { from: read, to: end, rank: lowOf(range) })
    const last = boundOf(rows.grouped.ranks, { from: first, to: end, rank: highOf(range) + 1 })
    for (let at = first; at < last; at++) told(at, range.value)
  }
}

/** The first place of a rank that is not below one. */
function boundOf(ranks: Int32Array, { from, to, rank }: { readonly from: number; readonly to: number; readonly rank: number }): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranks[middle] ?? 0) < rank) low = middle + 1
    else high = middle
  }
  return low
}

/** What a leaf says of one installed version. */
export function valueAt({ said }: LeafThere, { rows, version }: { readonly rows: RowIndex; readonly version: number }): Tri {
  const [installed, rank] = [rows.fleet.versions[version], rows.ranks[version] ?? unranked]
  if (said.unread && installed) return slowly(said.unread, installed)
  if (rank === unranked) return said.missing
  return said.ranges.find((range) => lowOf(range) <= rank && rank <= highOf(range))?.value ?? no
}
