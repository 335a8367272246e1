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

/** The order of a family. `0` is the version before all others in every family: feeds begin open ranges with it. */
export function familyOrder(family: VersionFamily, { names = [], read }: Reading): VersionOrder {
  return {
    family,
    parse: (text) => {
      const plain = plainVersion(text, names)
      if (plain === undefined) return undefined
      if (plain === '0') return []
      const places = read(plain)
      return places && keyOf(places)
    },
  }
}

/** The number in a group of a match; 0 where it took no part. */
export function numberIn(match: RegExpExecArray, group: number): number {
  return Number(match[group] ?? 0)
}
