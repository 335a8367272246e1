import type { VersionKey } from './order.ts'

/** Longer digits are no number of a version, and would lose their last places. */
export const digits = '\\d{1,15}'

/** Places of a version as its key: places that count as missing go from the end, so that 7.0 and 7.0.0 give one key. */
export function keyOf(places: VersionKey): VersionKey {
  let length = places.length
  while (length > 0 && places[length - 1] === 0) length -= 1
  return length === places.length ? places : places.slice(0, length)
}

/** Below 0: `a` comes first; 0: one version; above 0: `b` comes first. Only keys of one family can be held against each other. */
export function compareKeys(a: VersionKey, b: VersionKey): number {
  const places = Math.max(a.length, b.length)
  for (let at = 0; at < places; at += 1) {
    const order = comparePlaces(a[at] ?? 0, b[at] ?? 0)
    if (order !== 0) return order
  }
  return 0
}

function comparePlaces(a: number | string, b: number | string): number {
  if (a === b) return 0
  if (typeof a === typeof b) return a < b ? -1 : 1
  return typeof a === 'number' ? -1 : 1
}

/** Numbers padded with zeros to `width`, behind which the suffix stands: 7.0 beta and 7.0.0 beta give one key. */
export function padded(numbers: readonly number[], width: number): readonly number[] {
  return Array.from({ length: width }, (_, at) => numbers[at] ?? 0)
}
