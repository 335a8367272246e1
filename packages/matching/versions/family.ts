import type { VersionFamily } from '@mimamori/domain'
import { keyOf } from './key.ts'
import type { VersionKey, VersionOrder } from './order.ts'
import { plainVersion } from './spelling.ts'

interface Reading {
  /** Spellings of the product, lower case, that stand before its versions; longer ones first. */
  readonly names?: readonly string[]
  /** Places of a plain spelling, or `undefined` where it is no version of the family. */
  readonly read: (plain: string) => VersionKey | undefined
}

/** Feeds write the same versions again and again: a text is read once. What lies further back, or is no usual version, is read again. */
const mostRemembered = 100_000
const longestRemembered = 40

/** The order of a family. `0` is the version before all others in every family: feeds begin open ranges with it. */
export function familyOrder(family: VersionFamily, { names = [], read }: Reading): VersionOrder {
  const known = new Map<string, VersionKey | undefined>()
  const parsed = (text: string): VersionKey | undefined => {
    const plain = plainVersion(text, names)
    if (plain === undefined) return undefined
    if (plain === '0') return []
    const places = read(plain)
    return places && keyOf(places)
  }
  return {
    family,
    parse: (text) => {
      if (text.length > longestRemembered) return parsed(text)
      const found = known.get(text)
      if (found !== undefined || known.has(text)) return found
      if (known.size >= mostRemembered) known.clear()
      const key = parsed(text)
      known.set(text, key)
      return key
    },
  }
}

/** The number in a group of a match; 0 where it took no part. */
export function numberIn(match: RegExpExecArray, group: number): number {
  return Number(match[group] ?? 0)
}
