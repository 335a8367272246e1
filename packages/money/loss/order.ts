/** Amounts by rank without sorting them all: counted by size in narrow classes, and only the classes that are asked for are sorted. */
export interface Ranked {
  readonly aboveZero: number
  readonly sum: number
  /** The k-th smallest, k from 1. Amounts below 1 yen count as 0. */
  readonly smallest: (rank: number) => number
  /** How many lie above an amount that `smallest` gave. */
  readonly above: (amount: number) => number
  /** Sum of the largest so many, not all; the rank below them is announced. */
  readonly sumOfLargest: (count: number) => number
}

const mantissaBits = 8
const shift = 20 - mantissaBits
/** The class before that of the double 1: amounts below 1 share the first class. */
const base = (1023 << mantissaBits) - 1
/** Up to 2^64 yen; above that one class. */
const classes = (64 << mantissaBits) + 2
const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1

/** The upper halves of doubles: sign, exponent and 20 bits, in the order of the amounts. */
function wordsOf(amounts: Float64Array): Uint32Array {
  return new Uint32Array(amounts.buffer, amounts.byteOffset, amounts.length * 2)
}

const offset = isLittleEndian ? 1 : 0

function classOfWord(word: number): number {
  return Math.min(classes - 1, Math.max(0, (word >>> shift) - base))
}

/** Amounts of 0 or more; `ranks` are those that will be asked for, so that two looks at the amounts are enough. */
export function rankedOf(amounts: Float64Array, ranks: readonly number[]): Ranked {
  const { counts, sums, aboveZero } = countedOf(amounts)
  const before = beforeEach(counts)
  const classOfRank = (rank: number) => lastNotAbove(before, rank - 1)
  const members = membersOf(amounts, counts, new Set(ranks.map(classOfRank)))
  const smallest = (rank: number) => {
    const own = classOfRank(rank)
    return own === 0 ? 0 : (members(own)[rank - 1 - (before[own] ?? 0)] ?? 0)
  }
  const upper = (own: number) => amounts.length - (before[own + 1] ?? amounts.length)
  return {
    aboveZero,
    sum: sums.reduce((all, one) => all + one, 0),
    smallest,
    above: (amount) => {
      const own = classOfWord(wordsOf(new Float64Array([amount]))[offset] ?? 0)
      return upper(own) + (own === 0 ? 0 : members(own).filter((one) => one > amount).length)
    },
    sumOfLargest: (count) => {
      const own = classOfRank(amounts.length - count)
      const inside = count - upper(own)
      const ofUpper = sums.subarray(own + 1).reduce((all, one) => all + one, 0)
      return (
        ofUpper +
        (inside === 0 || own === 0
          ? 0
          : members(own)
              .slice(-inside)
              .reduce((all, one) => all + one, 0))
      )
    },
  }
}

function countedOf(amounts: Float64Array) {
  const words = wordsOf(amounts)
  const counts = new Uint32Array(classes)
  const sums = new Float64Array(classes)
  let zeros = 0
  for (let at = 0; at < amounts.length; at++) {
    const amount = amounts[at] ?? 0
    if (amount === 0) {
      zeros++
      continue
    }
    const own = classOfWord(words[2 * at + offset] ?? 0)
    counts[own] = (counts[own] ?? 0) + 1
    sums[own] = (sums[own] ?? 0) + amount
  }
  counts[0] = (counts[0] ?? 0) + zeros
  return { counts, sums, aboveZero: amounts.length - zeros }
}

/** How many lie in lower classes, for each class. */
function beforeEach(counts: Uint32Array): Float64Array {
  const before = new Float64Array(counts.length + 1)
  for (let at = 0; at < counts.length; at++) before[at + 1] = (before[at] ?? 0) + (counts[at] ?? 0)
  return before
}

/** The last class that begins at or before this place and is not empty. */
function lastNotAbove(before: Float64Array, place: number): number {
  let [low, high] = [0, before.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((before[middle] ?? 0) <= place) low = middle
    else high = middle
  }
  return low
}

/** Members of the classes that are wanted, in order. */
function membersOf(amounts: Float64Array, counts: Uint32Array, wanted: ReadonlySet<number>): (own: number) => Float64Array {
  const asked = [...wanted].filter((own) => own > 0).toSorted((a, b) => a - b)
  const places = new Int32Array(classes).fill(-1)
  let size = 0
  for (const own of asked) {
    places[own] = size
    size += counts[own] ?? 0
  }
  const found = collected(amounts, places, size)
  const byClass = new Map(
    asked.map((own) => {
      const end = places[own] ?? 0
      return [own, found.subarray(end - (counts[own] ?? 0), end).sort()]
    }),
  )
  return (own) => {
    const members = byClass.get(own)
    if (!members) throw new RangeError('this rank was not announced')
    return members
  }
}

/** Puts each amount at the place of its class, which moves on; classes that nobody asked for have none. */
function collected(amounts: Float64Array, places: Int32Array, size: number): Float64Array {
  const words = wordsOf(amounts)
  const found = new Float64Array(size)
  for (let at = 0; at < amounts.length; at++) {
    const own = classOfWord(words[2 * at + offset] ?? 0)
    const place = places[own] ?? -1
    if (place < 0) continue
    found[place] = amounts[at] ?? 0
    places[own] = place + 1
  }
  return found
}
