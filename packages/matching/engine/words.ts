/**
 * Ranges as words of 32 bits, some next to each other: their first has the lowest rank and the flags, the second the highest rank and a
 * half of the leaf, the third the owner and the other half. Ranges of all versions have no ranks, and two words: the leaf and the
 * flags, and the owner. Rare ones have a fourth word, for what they demand.
 */
export const boundedWords = 3
export const wholeWords = 2
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

export function leafOf(second: number, third: number): number {
  return ((second & lowBits) << shift) | (third & lowBits)
}
