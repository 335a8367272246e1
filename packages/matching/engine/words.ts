/**
 * Ranges as words of 32 bits. The first has the lowest rank and the flags, the second the highest rank and a half of the leaf, the third
 * the owner and the other half. One version alone and all versions, which most ranges are, need no highest rank: their two words are
 * the first, with rank 0 for all, and the owner with a leaf of eight bits. Rare ranges have a fourth word, for what they demand.
 */
export const longWords = 3
export const shortWords = 2
export const rareWords = 4

/** What is known of a range beside its ends, in eight bits. */
export const flags = { value: 3, missing: 12, missingShift: 2, edition: 16, unreadable: 32, tree: 64, weak: 128 } as const

/** A word is a number below 2³¹, of which the lower eight bits are taken. */
export const highestRank = 2 ** 23 - 1
export const mostOwners = 2 ** 23
export const shift = 8
export const lowBits = 255

/** The lowest first word of ranges that begin behind a rank, and one less; the lowest second word of those that end at it or behind. */
export function lastBegin(rank: number): number {
  return (rank << shift) | lowBits
}

export function firstEnd(rank: number): number {
  return rank << shift
}

/** No version has this rank: it is the gap before the first. */
export const allRanks = 0

export function leafOf(second: number, third: number): number {
  return ((second & lowBits) << shift) | (third & lowBits)
}
