import { compareKeys } from './key.ts'
import type { VersionKey } from './order.ts'

/** Sorted keys: as numbers that compare alike where all of them are short, else as they are. */
export type SortedKeys =
  | { readonly kind: 'codes'; readonly length: number; readonly codes: Float64Array }
  | { readonly kind: 'keys'; readonly length: number; readonly keys: readonly VersionKey[] }

const mostPlaces = 4
/** Four places of this many values fit the 53 bits in which numbers are exact. */
const placeValues = 8192
/** The highest value of a place stands for the end of a line, behind every number. */
const lineEnd = placeValues - 1
const noCode = -1

/** A short key as one number; below 0 where it has more places, words, or numbers that are too large. */
export function codeOf(key: VersionKey): number {
  if (key.length > mostPlaces) return noCode
  let code = 0
  for (let at = 0; at < mostPlaces; at++) {
    const place = key[at] ?? 0
    const isEnd = place === Number.POSITIVE_INFINITY
    if (!isEnd && (typeof place !== 'number' || place < 0 || place >= lineEnd || !Number.isInteger(place))) return noCode
    code = code * placeValues + (isEnd ? lineEnd : Number(place))
  }
  return code
}

export function sortedKeys(keys: readonly VersionKey[]): SortedKeys {
  const codes = Float64Array.from(keys, codeOf)
  return codes.includes(noCode) ? { kind: 'keys', length: keys.length, keys } : { kind: 'codes', length: keys.length, codes }
}

/** Twice the number of keys before this one, and one if it is among them itself. */
export function placeOf(sorted: SortedKeys, key: VersionKey): number {
  const code = sorted.kind === 'codes' ? codeOf(key) : noCode
  return sorted.kind === 'codes' && code !== noCode ? placeOfCode(sorted.codes, code) : placeOfKey(sorted, key)
}

function placeOfCode(codes: Float64Array, code: number): number {
  let [low, high] = [0, codes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((codes[middle] ?? 0) < code) low = middle + 1
    else high = middle
  }
  return codes[low] === code ? low * 2 + 1 : low * 2
}

function placeOfKey(sorted: SortedKeys, key: VersionKey): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const order = compareKeys(keyAt(sorted, middle), key)
    if (order === 0) return middle * 2 + 1
    if (order < 0) low = middle + 1
    else high = middle
  }
  return low * 2
}

export function keyAt(sorted: SortedKeys, at: number): VersionKey {
  if (sorted.kind === 'keys') return sorted.keys[at] ?? []
  let rest = sorted.codes[at] ?? 0
  const places = Array.from({ length: mostPlaces }, () => {
    const place = rest % placeValues
    rest = (rest - place) / placeValues
    return place === lineEnd ? Number.POSITIVE_INFINITY : place
  })
  return places.reverse()
}
