import type { VersionFamily } from '@mimamori/domain'
import type { GroupNumbers } from '../names/numbers.ts'
import type { GroupedRanges } from './advisory-index.ts'
import type { Leaf } from './criteria.ts'
import { boundedWords, flags, highestRank, leafOf, lowBits, rareWords, shift, wholeWords } from './words.ts'

/** Words of a range while advisories come: its group, the three words with ends in place of ranks, and its edition. */
export const openWords = 5

export interface OpenRanges {
  readonly open: Int32Array
  readonly groups: GroupNumbers
  /** By family the rank of each version's number. */
  readonly rankOf: ReadonlyMap<VersionFamily, Uint32Array>
  readonly unreadable: ReadonlyMap<number, Leaf>
}

/** Sorts the ranges by group, those of all versions behind those with ends and the rare ones last, and turns ends into ranks. */
export function inGroups({ open, groups, rankOf, unreadable }: OpenRanges): GroupedRanges & { readonly unreadable: ReadonlyMap<number, Leaf> } {
  const places = placesOf(open, groups.count)
  const next = { bounded: places.starts.slice(), whole: places.wholes.slice(), rare: places.rares.slice() }
  const words = new Int32Array(places.starts.at(-1) ?? 0)
  const noRanks = new Uint32Array()
  const unread = new Map<number, Leaf>()
  for (let from = 0; from < open.length; from += openWords) {
    const group = open[from] ?? 0
    const sort = sortOf(open, from)
    const at = next[sort][group] ?? 0
    next[sort][group] = at + wordsOf[sort]
    if (sort === 'whole') writeWhole(words, { at, open, from })
    else writeBounded(words, { at, open, from, ranks: rankOf.get(groups.familyOf(group)) ?? noRanks })
    if (sort !== 'rare') continue
    words[at + boundedWords] = open[from + openWords - 1] ?? 0
    const leaf = unreadable.get(from / openWords)
    if (leaf) unread.set(at, leaf)
  }
  return { words, ...places, unreadable: unread }
}

const wordsOf = { bounded: boundedWords, whole: wholeWords, rare: rareWords } as const

function sortOf(open: Int32Array, from: number): keyof typeof wordsOf {
  const [first, second] = [open[from + 1] ?? 0, open[from + 2] ?? 0]
  if (first & (flags.edition | flags.unreadable)) return 'rare'
  return first > lowBits || second > lowBits ? 'bounded' : 'whole'
}

/** Where the ranges of each sort begin in each group. */
function placesOf(open: Int32Array, groups: number): Omit<GroupedRanges, 'words'> {
  const sizes = { bounded: new Uint32Array(groups), whole: new Uint32Array(groups), rare: new Uint32Array(groups) }
  for (let from = 0; from < open.length; from += openWords) {
    const [group, sort] = [open[from] ?? 0, sortOf(open, from)]
    sizes[sort][group] = (sizes[sort][group] ?? 0) + wordsOf[sort]
  }
  const [starts, wholes, rares] = [new Uint32Array(groups + 1), new Uint32Array(groups + 1), new Uint32Array(groups + 1)]
  let end = 0
  for (let group = 0; group < groups; group++) {
    starts[group] = end
    end += sizes.bounded[group] ?? 0
    wholes[group] = end
    end += sizes.whole[group] ?? 0
    rares[group] = end
    end += sizes.rare[group] ?? 0
  }
  starts[groups] = end
  return { starts, wholes, rares }
}

interface Copied {
  readonly at: number
  readonly open: Int32Array
  readonly from: number
}

function writeWhole(words: Int32Array, { at, open, from }: Copied): void {
  const [first, second, third] = [open[from + 1] ?? 0, open[from + 2] ?? 0, open[from + 3] ?? 0]
  words[at] = (leafOf(second, third) << shift) | (first & lowBits)
  words[at + 1] = third >> shift
}

function writeBounded(words: Int32Array, { at, open, from, ranks }: Copied & { readonly ranks: Uint32Array }): void {
  const [first, second] = [open[from + 1] ?? 0, open[from + 2] ?? 0]
  words[at] = (lowRank(first >> shift, ranks) << shift) | (first & lowBits)
  words[at + 1] = (highRank(second >> shift, ranks) << shift) | (second & lowBits)
  words[at + 2] = open[from + 3] ?? 0
}

function lowRank(end: number, ranks: Uint32Array): number {
  return end === 0 ? 0 : (ranks[(end - 2) >> 1] ?? 0) * 2 + (end % 2 === 1 ? 1 : 2)
}

function highRank(end: number, ranks: Uint32Array): number {
  return end === 0 ? highestRank : (ranks[(end - 2) >> 1] ?? 0) * 2 + (end % 2)
}
