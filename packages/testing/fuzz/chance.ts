/** Numbers that look random and are the same for the same seed. */
export interface Chance {
  /** From 0 up to and without 1. */
  next(): number
  below(count: number): number
  /** True in `share` of all cases. */
  is(share: number): boolean
  pick<T>(list: readonly T[]): T
}

/** Mulberry32: small, and good enough to choose what is tried next. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    is: (share) => next() < share,
    pick: (list) => {
      if (list.length === 0) throw new Error('nothing to choose from')
      return list[below(list.length)] as (typeof list)[number] // the index is within the list
    },
  }
}
