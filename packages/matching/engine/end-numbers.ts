import type { VersionFamily } from '@mimamori/domain'
import { compareKeys } from '../versions/key.ts'
import type { VersionKey } from '../versions/order.ts'
import { orderOf } from '../versions/orders.ts'
import { lineEndOf } from './statements.ts'

/** Not the number of any version: no version of the family, or one for which there is no number left. */
export const unread = -1
export const noRoom = -2

/** Ends of ranges in one family as numbers; what was read once is not read again. */
export interface EndNumbers {
  ofText(text: string): number
  ofKey(key: VersionKey): number
  /** Where the line of an included end stops; `unread` where the end names no line. */
  lineOf(text: string): number
}

/** What lies further back is read again. */
const mostRemembered = 200_000

export function endNumbers(family: VersionFamily, numberOf: (key: VersionKey) => number): EndNumbers {
  const { parse } = orderOf(family)
  const line = (text: string): number => {
    const key = parse(text)
    const end = key && lineEndOf(text, key)
    return end ? numberOf(end) : unread
  }
  return {
    ofText: remembered((text: string) => {
      const key = parse(text)
      return key ? numberOf(key) : unread
    }),
    ofKey: remembered(numberOf),
    lineOf: remembered(line),
  }
}

function remembered<K>(numberOf: (key: K) => number): (key: K) => number {
  const known = new Map<K, number>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    if (known.size >= mostRemembered) known.clear()
    const number = numberOf(key)
    known.set(key, number)
    return number
  }
}

/** Versions of one family that are numbered as they come and ranked when all are there. */
export interface VersionNumbers {
  readonly ends: EndNumbers
  /** The versions in order, and the rank of each number. */
  ranked(): { readonly sorted: readonly VersionKey[]; readonly rankOf: Uint32Array }
}

export function versionNumbers(family: VersionFamily, { most }: { readonly most: number }): VersionNumbers {
  const keys: VersionKey[] = []
  const numbers = new Map<string, number>()
  const numberOf = (key: VersionKey): number => {
    // NOTE: JSON writes the end of a line as null, which no place is.
    const name = JSON.stringify(key)
    const found = numbers.get(name)
    if (found !== undefined) return found
    if (keys.length >= most) return noRoom
    numbers.set(name, keys.length)
    return keys.push(key) - 1
  }
  return { ends: endNumbers(family, numberOf), ranked: () => rankedKeys(keys) }
}

function rankedKeys(keys: readonly VersionKey[]) {
  const order = Array.from(keys.keys()).sort((a, b) => compareKeys(keys[a] ?? [], keys[b] ?? []))
  const rankOf = new Uint32Array(keys.length)
  const sorted: VersionKey[] = []
  for (const number of order) {
    const key = keys[number] ?? []
    const last = sorted.at(-1)
    if (!last || compareKeys(last, key) !== 0) sorted.push(key)
    rankOf[number] = sorted.length - 1
  }
  return { sorted, rankOf }
}
