import type { VersionFamily } from '@mimamori/domain'
import type { GroupNumbers } from '../names/numbers.ts'
import type { GroupedRanges } from './advisory-index.ts'
import type { UnreadCriterion } from './criterion-ranges.ts'
import { allRanks, flags, highestRank, leafOf, longWords, lowBits, rareWords, shift, shortWords } from './words.ts'

/** Words of a range while advisories come: its group, the three words with ends in place of ranks, and its edition. */
export const openWords = 5

export interface OpenRanges {
  readonly open: Int32Array
  readonly groups: GroupNumbers
  /** By family the rank of each version's number. */
  readonly rankOf: ReadonlyMap<VersionFamily, Uint32Array>
  readonly unreadable: ReadonlyMap<number, UnreadCriterion>
}

/**
 * Sorts the ranges by group, the short behind the long and the rare last, and turns ends into ranks. Within the long and the short
 * those of one sort lie together, so that whoever reads them can tell what comes next.
 */
export function inGroups({
  open,
  groups,
  rankOf,
  unreadable,
}: OpenRanges): GroupedRanges & { readonly unreadable: ReadonlyMap<number, UnreadCriterion> } {
  const next = placesOf(open, groups.count)
  const bounds = boundsOf(next, groups.count)
  const words = new Int32Array(bounds.starts.at(-1) ?? 0)
  const noRanks = new Uint32Array()
  const unread = new Map<number, UnreadCriterion>()
  for (let from = 0; from < open.length; from += openWords) {
    const group = open[from] ?? 0
    const sort = sortOf(open, from)
    const at = next[group * sorts + sort] ?? 0
    next[group * sorts + sort] = at + wordsOf(sort)
    const copied = { at, open, from, ranks: rankOf.get(groups.familyOf(group)) ?? noRanks }
    if (isShort(sort)) writeShort(words, copied)
    else writeLong(words, copied)
    if (sort !== rareSort) continue
    words[at + longWords] = open[from + openWords - 1] ?? 0
    const criterion = unreadable.get(from / openWords)
    if (criterion) unread.set(at, criterion)
  }
  return { words, ...bounds, unreadable: unread }
}

/** Sorts of ranges as they lie in a group: long, short for all versions, short for one; of each those alone, then those in trees; rare. */
const sorts = 7
const allSort = 2
const oneSort = 4
const rareSort = 6

function isShort(sort: number): boolean {
  return sort >= allSort && sort < rareSort
}

function wordsOf(sort: number): number {
  return sort === rareSort ? rareWords : isShort(sort) ? shortWords : longWords
}

function sortOf(open: Int32Array, from: number): number {
  const [first, second, third] = [open[from + 1] ?? 0, open[from + 2] ?? 0, open[from + 3] ?? 0]
  if (first & (flags.edition | flags.unreadable)) return rareSort
  const [begin, end, tree] = [first >> shift, second >> shift, first & flags.tree ? 1 : 0]
  if (begin !== end || leafOf(second, third) > lowBits) return tree
  if (begin === 0) return allSort + tree
  return isIncluded(begin) ? oneSort + tree : tree
}

function isIncluded(end: number): boolean {
  return end % 2 === 1
}

/** Where the ranges of each sort begin, group after group. */
function placesOf(open: Int32Array, groups: number): Uint32Array {
  const places = new Uint32Array(groups * sorts + 1)
  for (let from = 0; from < open.length; from += openWords) {
    const sort = sortOf(open, from)
    const behind = (open[from] ?? 0) * sorts + sort + 1
    places[behind] = (places[behind] ?? 0) + wordsOf(sort)
  }
  for (let at = 1; at < places.length; at++) places[at] = (places[at] ?? 0) + (places[at - 1] ?? 0)
  return places
}

function boundsOf(places: Uint32Array, groups: number): Omit<GroupedRanges, 'words'> {
  const begins = (sort: number) =>
    Uint32Array.from({ length: groups + 1 }, (_, group) => places[Math.min(group * sorts + sort, places.length - 1)] ?? 0)
  return { starts: begins(0), shorts: begins(allSort), rares: begins(rareSort) }
}

interface Copied {
  readonly at: number
  readonly open: Int32Array
  readonly from: number
  readonly ranks: Uint32Array
}

function writeShort(words: Int32Array, { at, open, from, ranks }: Copied): void {
  const [first, third] = [open[from + 1] ?? 0, open[from + 3] ?? 0]
  const begin = first >> shift
  words[at] = ((begin === 0 ? allRanks : lowRank(begin, ranks)) << shift) | (first & lowBits)
  words[at + 1] = third
}

function writeLong(words: Int32Array, { at, open, from, ranks }: Copied): void {
  const [first, second] = [open[from + 1] ?? 0, open[from + 2] ?? 0]
  words[at] = (lowRank(first >> shift, ranks) << shift) | (first & lowBits)
  words[at + 1] = (highRank(second >> shift, ranks) << shift) | (second & lowBits)
  words[at + 2] = open[from + 3] ?? 0
}

function lowRank(end: number, ranks: Uint32Array): number {
  return end === 0 ? 0 : (ranks[(end - 2) >> 1] ?? 0) * 2 + (isIncluded(end) ? 1 : 2)
}

function highRank(end: number, ranks: Uint32Array): number {
  return end === 0 ? highestRank : (ranks[(end - 2) >> 1] ?? 0) * 2 + (isIncluded(end) ? 1 : 0)
}
