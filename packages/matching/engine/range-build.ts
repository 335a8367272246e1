import type { VersionFamily } from '@mimamori/domain'
import type { GroupNumbers } from '../names/numbers.ts'
import { type SortedKeys, sortedKeys } from '../versions/sorted.ts'
import { groupOfLeaf, type Leaf } from './criteria.ts'
import { type EndedRange, openEnd, rangesOf, type UnreadCriterion, wholes } from './criterion-ranges.ts'
import type { EditionTest } from './editions.ts'
import { type EndNumbers, type VersionNumbers, versionNumbers } from './end-numbers.ts'
import { growing } from './growing.ts'
import { inGroups, openWords } from './index-sort.ts'
import { no } from './tri.ts'
import { flags, highestRank, lowBits, shift } from './words.ts'

export interface Whose {
  readonly owner: number
  readonly leaf: number
  readonly isTree: boolean
}

/** Each version has two ranks, and the open ends have one each. */
const mostVersions = (highestRank - 3) / 2
export function rangeBuilder(room: number, groups: GroupNumbers) {
  const open = growing(room * openWords, (length) => new Int32Array(length))
  const unreadable = new Map<number, UnreadCriterion>()
  const versions = versionBuilder()
  const editions = editionBuilder()

  const push = (group: number, range: EndedRange, { flag, edition, leaf, owner }: Pushed) => {
    open.push(group)
    open.push((beginOf(range) << shift) | flag | range.value)
    open.push((endOf(range) << shift) | (leaf >> shift))
    open.push((owner << shift) | (leaf & lowBits))
    open.push(edition)
  }
  const add = (leaf: Leaf, { owner, leaf: number, isTree }: Whose) => {
    const fixed = (isTree ? flags.tree : 0) | (leaf.criterion.vulnerable ? flags.weak : 0)
    for (let at = 0; at < leaf.reference.keys.length; at++) {
      const group = groupOfLeaf(leaf, at, groups)
      const family = groups.familyOf(group)
      const found = rangesOf(leaf, { family, numbers: versions.endsOf(family) })
      const { missing, unread } = found
      const edition = found.edition ? editions.numberOf(found.edition) : 0
      const flag = fixed | (missing << flags.missingShift) | (unread ? flags.unreadable : 0) | (edition > 0 ? flags.edition : 0)
      let isTold = false
      for (const range of found.ranges) {
        if (range.value === no) continue
        if (unread) unreadable.set(open.length / openWords, unread)
        push(group, range, { flag, edition, leaf: number, owner })
        isTold = true
      }
      if (!isTold && (isTree || missing > no)) push(group, wholes[no], { flag, edition, leaf: number, owner })
    }
  }
  return {
    add,
    done: () => {
      const { sorted, rankOf } = versions.ranked()
      return { ...inGroups({ open: open.done(), groups, rankOf, unreadable }), versions: sorted, editionTests: editions.tests }
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

function versionBuilder() {
  const numbers = new Map<VersionFamily, VersionNumbers>()
  return {
    endsOf(family: VersionFamily): EndNumbers {
      const found = numbers.get(family) ?? versionNumbers(family, { most: mostVersions })
      numbers.set(family, found)
      return found.ends
    },
    ranked() {
      const sorted = new Map<VersionFamily, SortedKeys>()
      const rankOf = new Map<VersionFamily, Uint32Array>()
      for (const [family, all] of numbers) {
        const ranked = all.ranked()
        sorted.set(family, sortedKeys(ranked.sorted))
        rankOf.set(family, ranked.rankOf)
      }
      return { sorted, rankOf }
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
