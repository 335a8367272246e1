import type { VersionFamily } from '@mimamori/domain'
import { compareKeys } from '../versions/key.ts'
import type { VersionKey } from '../versions/order.ts'
import { sortedKeys } from '../versions/sorted.ts'
import { flags, type Group } from './advisory-index.ts'
import type { CriterionRead } from './criteria.ts'

/** Ranges of one product while advisories come; its ends as they come, not sorted and not without doubles. */
export interface OpenGroup {
  readonly name: string
  readonly family: VersionFamily
  readonly number: number
  readonly ends: VersionKey[]
}

/** Ends of a range while its group is open: 0 is open, else twice the number of the end and whether it is included, plus two. */
export const openEnd = 0

export interface OpenRanges {
  readonly groupOf: Uint32Array
  readonly low: Uint32Array
  readonly high: Uint32Array
  readonly owners: Uint32Array
  readonly editionOf: Uint32Array
  readonly leaves: Uint16Array
  readonly flags: Uint8Array
  readonly unreadable: ReadonlyMap<number, CriterionRead>
}

/** Ranks that fit 16 bits: twice the ends of the largest group. */
const mostSmall = 65_535

/** Sorts the ranges by group, the rare ones last in theirs, and turns the numbers of ends into ranks. */
export function inGroups(open: readonly OpenGroup[], ranges: OpenRanges) {
  const { starts, rares, order } = orderOf(open.length, ranges)
  const ordered = open.map(({ ends }) => ranksOf(ends))
  const largest = ordered.reduce((so, { ends }) => Math.max(so, ends.length * 2), 0)
  const count = order.length
  const ranks = () => (largest > mostSmall ? new Uint32Array(count) : new Uint16Array(count))
  const [low, high, owners] = [ranks(), ranks(), new Uint32Array(count)]
  const [leaves, rowFlags, editions] = [new Uint16Array(count), new Uint8Array(count), new Uint32Array(rareCount(ranges.flags))]
  const groups = new Map<string, Group>()
  const unreadable = new Map<number, CriterionRead>()
  let edition = 0
  for (const [number, { name, family }] of open.entries()) {
    const { ends, rankOfEnd } = ordered[number] ?? { ends: [], rankOfEnd: new Uint32Array() }
    const [start, rare, end] = [starts[number] ?? 0, rares[number] ?? 0, starts[number + 1] ?? 0]
    groups.set(name, { family, start, rare, end, firstEdition: edition, ends: sortedKeys(ends) })
    for (let at = start; at < end; at++) {
      const from = order[at] ?? 0
      low[at] = lowRank(ranges.low[from] ?? 0, rankOfEnd)
      high[at] = highRank(ranges.high[from] ?? 0, rankOfEnd, ends.length)
      owners[at] = ranges.owners[from] ?? 0
      leaves[at] = ranges.leaves[from] ?? 0
      rowFlags[at] = ranges.flags[from] ?? 0
      if (at >= rare) editions[edition++] = ranges.editionOf[from] ?? 0
      const read = ranges.unreadable.get(from)
      if (read) unreadable.set(at, read)
    }
  }
  return { groups, low, high, owners, leaves, flags: rowFlags, editions, unreadable }
}

function isRare(flag: number): boolean {
  return (flag & (flags.edition | flags.unreadable)) > 0
}

function rareCount(rowFlags: Uint8Array): number {
  return rowFlags.reduce((sum, flag) => sum + (isRare(flag) ? 1 : 0), 0)
}

/** Where each group begins, where its rare ranges begin, and which range stands at which place. */
function orderOf(groups: number, { groupOf, flags: rowFlags }: OpenRanges) {
  const [starts, plain] = [new Uint32Array(groups + 1), new Uint32Array(groups)]
  for (let at = 0; at < groupOf.length; at++) {
    const group = groupOf[at] ?? 0
    starts[group + 1] = (starts[group + 1] ?? 0) + 1
    if (!isRare(rowFlags[at] ?? 0)) plain[group] = (plain[group] ?? 0) + 1
  }
  for (let group = 0; group < groups; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0)
  const rares = plain.map((count, group) => count + (starts[group] ?? 0))
  const [next, nextRare, order] = [starts.slice(), rares.slice(), new Uint32Array(groupOf.length)]
  for (let at = 0; at < groupOf.length; at++) {
    const group = groupOf[at] ?? 0
    const places = isRare(rowFlags[at] ?? 0) ? nextRare : next
    const place = places[group] ?? 0
    places[group] = place + 1
    order[place] = at
  }
  return { starts, rares, order }
}

function lowRank(end: number, rankOfEnd: Uint32Array): number {
  return end === openEnd ? 0 : (rankOfEnd[(end - 2) >> 1] ?? 0) * 2 + (end % 2 === 1 ? 1 : 2)
}

function highRank(end: number, rankOfEnd: Uint32Array, ends: number): number {
  return end === openEnd ? ends * 2 : (rankOfEnd[(end - 2) >> 1] ?? 0) * 2 + (end % 2)
}

function ranksOf(ends: readonly VersionKey[]): { readonly ends: readonly VersionKey[]; readonly rankOfEnd: Uint32Array } {
  const order = Uint32Array.from(ends.keys()).sort((a, b) => compareKeys(ends[a] ?? [], ends[b] ?? []))
  const rankOfEnd = new Uint32Array(ends.length)
  const sorted: VersionKey[] = []
  for (const number of order) {
    const key = ends[number] ?? []
    const last = sorted.at(-1)
    if (!last || compareKeys(last, key) !== 0) sorted.push(key)
    rankOfEnd[number] = sorted.length - 1
  }
  return { ends: sorted, rankOfEnd }
}
