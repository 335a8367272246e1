import type { VersionFamily } from '@mimamori/domain'
import { type SortedKeys, sortedKeys } from '../versions/sorted.ts'
import type { Group } from './advisory-index.ts'
import type { Leaf, ReferenceRead } from './criteria.ts'
import { type EndedRange, openEnd, rangesOf, wholes } from './criterion-ranges.ts'
import type { EditionTest } from './editions.ts'
import { type VersionNumbers, versionNumbers } from './end-numbers.ts'
import { growing } from './growing.ts'
import { inGroups, openWords } from './index-sort.ts'
import { no } from './tri.ts'
import { flags, highestRank, lowBits, shift } from './words.ts'

export interface Whose {
  readonly owner: number
  readonly leaf: number
  readonly isTree: boolean
}

/** A group while advisories come. */
interface OpenGroup extends Group {
  readonly numbers: VersionNumbers
}

/** What the index holds of a reference: its groups by key, where its maker's order is known, else by the order that a feed names. */
interface Target {
  readonly groups: (OpenGroup | undefined)[]
  readonly groupsInSemver: (OpenGroup | undefined)[]
}

/** Each version has two ranks, and the open ends have one each. */
const mostVersions = (highestRank - 3) / 2
/** Of references that lie further back the groups are looked up again. */
const mostTargets = 400_000

export function rangeBuilder(room: number) {
  const open = growing(room * openWords, (length) => new Int32Array(length))
  const unreadable = new Map<number, Leaf>()
  const groups = groupBuilder()
  const editions = editionBuilder()
  const targets = new Map<ReferenceRead, Target>()

  const targetOf = (reference: ReferenceRead): Target => {
    const found = targets.get(reference)
    if (found) return found
    if (targets.size >= mostTargets) targets.clear()
    const target = { groups: [], groupsInSemver: [] }
    targets.set(reference, target)
    return target
  }
  const groupOf = ({ reference, criterion }: Leaf, at: number): OpenGroup => {
    const { key, family } = reference.keys[at] ?? { key: '' }
    const isSemver = family === undefined && criterion.product.versionType === 'semver'
    const target = targetOf(reference)
    const known = isSemver ? target.groupsInSemver : target.groups
    const group = known[at] ?? groups.named(key, family ?? (isSemver ? 'semver' : 'dotted'))
    known[at] = group
    return group
  }
  const push = (group: OpenGroup, range: EndedRange, { flag, edition, leaf, owner }: Pushed) => {
    open.push(group.number)
    open.push((beginOf(range) << shift) | flag | range.value)
    open.push((endOf(range) << shift) | (leaf >> shift))
    open.push((owner << shift) | (leaf & lowBits))
    open.push(edition)
  }
  const add = (leaf: Leaf, { owner, leaf: number, isTree }: Whose) => {
    const fixed = (isTree ? flags.tree : 0) | (leaf.criterion.vulnerable ? flags.weak : 0)
    for (let at = 0; at < leaf.reference.keys.length; at++) {
      const group = groupOf(leaf, at)
      const found = rangesOf(leaf, { family: group.family, numbers: group.numbers.ends })
      const { missing, isUnreadable } = found
      const edition = found.edition ? editions.numberOf(found.edition) : 0
      const flag = fixed | (missing << flags.missingShift) | (isUnreadable ? flags.unreadable : 0) | (edition > 0 ? flags.edition : 0)
      let isTold = false
      for (const range of found.ranges) {
        if (range.value === no) continue
        if (isUnreadable) unreadable.set(open.length / openWords, leaf)
        push(group, range, { flag, edition, leaf: number, owner })
        isTold = true
      }
      if (!isTold && (isTree || missing > no)) push(group, wholes[no], { flag, edition, leaf: number, owner })
    }
  }
  return {
    add,
    done: () => {
      const ranked = groups.ranked()
      const ranges = { open: open.done(), groups: groups.opened, rankOf: ranked.rankOf, unreadable }
      return { ...inGroups(ranges), groups: groups.byKey, versions: ranked.versions, editionTests: editions.tests }
    },
  }
}

interface Pushed {
  readonly flag: number
  readonly edition: number
  readonly leaf: number
  readonly owner: number
}

/** NOTE: ranks are not known before all versions are; until then an end is 0 where it is open, else twice its number and 2 or 3. */
function beginOf({ from, fromIncluded }: EndedRange): number {
  return from === openEnd ? 0 : from * 2 + (fromIncluded ? 3 : 2)
}

function endOf({ to, toIncluded }: EndedRange): number {
  return to === openEnd ? 0 : to * 2 + (toIncluded ? 3 : 2)
}

function groupBuilder() {
  const opened: OpenGroup[] = []
  const byKey = new Map<string, OpenGroup[]>()
  const numbers = new Map<VersionFamily, VersionNumbers>()
  const numbersOf = (family: VersionFamily): VersionNumbers => {
    const found = numbers.get(family) ?? versionNumbers(family, { most: mostVersions })
    numbers.set(family, found)
    return found
  }
  return {
    opened,
    byKey,
    named(key: string, family: VersionFamily): OpenGroup {
      const there = byKey.get(key)
      const found = there?.find((group) => group.family === family)
      if (found) return found
      const group = { family, number: opened.length, numbers: numbersOf(family) }
      opened.push(group)
      if (there) there.push(group)
      else byKey.set(key, [group])
      return group
    },
    ranked() {
      const versions = new Map<VersionFamily, SortedKeys>()
      const rankOf = new Map<VersionFamily, Uint32Array>()
      for (const [family, all] of numbers) {
        const ranked = all.ranked()
        versions.set(family, sortedKeys(ranked.sorted))
        rankOf.set(family, ranked.rankOf)
      }
      return { versions, rankOf }
    },
  }
}

function editionBuilder() {
  const tests: EditionTest[] = []
  const byText = new Map<string, number>()
  const known = new WeakMap<EditionTest, number>()
  return {
    tests,
    /** The number of a test, and one. */
    numberOf(test: EditionTest): number {
      const found = known.get(test)
      if (found !== undefined) return found
      const text = JSON.stringify(test)
      const number = byText.get(text) ?? tests.push(test)
      byText.set(text, number)
      known.set(test, number)
      return number
    },
  }
}
