import type { VersionFamily } from '@mimamori/domain'
import type { GroupNumbers } from '../names/numbers.ts'
import type { GroupedRanges } from './advisory-index.ts'
import type { Leaf } from './criteria.ts'
import { allRanks, flags, highestRank, leafOf, longWords, lowBits, rareWords, shift, shortWords } from './words.ts'

/** Words of a range while advisories come: its group, the three words with ends in place of ranks, and its edition. */
export const openWords = 5

export interface OpenRanges {
  readonly open: Int32Array
  readonly groups: GroupNumbers
  /** By family the rank of each version's number. */
  readonly rankOf: ReadonlyMap<VersionFamily, Uint32Array>
  readonly unreadable: ReadonlyMap<number, Leaf>
}

/** Sorts the ranges by group, the short behind the long and the rare last, and turns ends into ranks. */
export function inGroups({ open, groups, rankOf, unreadable }: OpenRanges): GroupedRanges & { readonly unreadable: ReadonlyMap<number, Leaf> } {
  const places = placesOf(open, groups.count)
  const next = { long: places.starts.slice(), short: places.shorts.slice(), rare: places.rares.slice() }
  const words = new Int32Array(places.starts.at(-1) ?? 0)
  const noRanks = new Uint32Array()
  const unread = new Map<number, Leaf>()
  for (let from = 0; from < open.length; from += openWords) {
    const group = open[from] ?? 0
    const sort = sortOf(open, from)
    const at = next[sort][group] ?? 0
    next[sort][group] = at + wordsOf[sort]
    const copied = { at, open, from, ranks: rankOf.get(groups.familyOf(group)) ?? noRanks }
    if (sort === 'short') writeShort(words, copied)
    else writeLong(words, copied)
    if (sort !== 'rare') continue
    words[at + longWords] = open[from + openWords - 1] ?? 0
    const leaf = unreadable.get(from / openWords)
    if (leaf) unread.set(at, leaf)
  }
  return { words, ...places, unreadable: unread }
}

const wordsOf = { long: longWords, short: shortWords, rare: rareWords } as const

function sortOf(open: Int32Array, from: number): keyof typeof wordsOf {
  const [first, second, third] = [open[from + 1] ?? 0, open[from + 2] ?? 0, open[from + 3] ?? 0]
  if (first & (flags.edition | flags.unreadable)) return 'rare'
  const [begin, end] = [first >> shift, second >> shift]
  const isShort = begin === end && (begin === 0 || isIncluded(begin)) && leafOf(second, third) <= lowBits
  return isShort ? 'short' : 'long'
}

function isIncluded(end: number): boolean {
  return end % 2 === 1
}

/** Where the ranges of each sort begin in each group. */
function placesOf(open: Int32Array, groups: number): Omit<GroupedRanges, 'words'> {
  const sizes = { long: new Uint32Array(groups), short: new Uint32Array(groups), rare: new Uint32Array(groups) }
  for (let from = 0; from < open.length; from += openWords) {
    const [group, sort] = [open[from] ?? 0, sortOf(open, from)]
    sizes[sort][group] = (sizes[sort][group] ?? 0) + wordsOf[sort]
  }
  const [starts, shorts, rares] = [new Uint32Array(groups + 1), new Uint32Array(groups + 1), new Uint32Array(groups + 1)]
  let end = 0
  for (let group = 0; group < groups; group++) {
    starts[group] = end
    end += sizes.long[group] ?? 0
    shorts[group] = end
    end += sizes.short[group] ?? 0
    rares[group] = end
    end += sizes.rare[group] ?? 0
  }
  starts[groups] = end
  return { starts, shorts, rares }
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
