import type { VersionFamily } from '@mimamori/domain'

/**
 * Numbers of groups: a product key in one order of versions. A group has its number from the first time that it is met, installed or
 * published, so that both sides meet by it without looking at a name again.
 */
export interface GroupNumbers {
  readonly count: number
  numberOf(key: string, family: VersionFamily): number
  /** `undefined`: nobody has met it. */
  find(key: string, family: VersionFamily): number | undefined
  /** The groups of a key, whatever the order of versions. */
  allOf(key: string): readonly number[]
  familyOf(number: number): VersionFamily
}

export function groupNumbers(): GroupNumbers {
  const byFamily = new Map<VersionFamily, Map<string, number>>()
  const families: VersionFamily[] = []
  return {
    get count() {
      return families.length
    },
    numberOf(key, family) {
      const there = byFamily.get(family) ?? new Map<string, number>()
      if (there.size === 0) byFamily.set(family, there)
      const found = there.get(key)
      if (found !== undefined) return found
      there.set(key, families.length)
      return families.push(family) - 1
    },
    find: (key, family) => byFamily.get(family)?.get(key),
    allOf: (key) => [...byFamily.values()].flatMap((there) => there.get(key) ?? []),
    familyOf: (number) => families[number] ?? 'dotted',
  }
}
