import type { VersionFamily } from '@mimamori/domain'
import type { Advisory, Criterion } from '../advisory.ts'
import type { ProductBook } from '../names/book.ts'
import { compareKeys } from '../versions/key.ts'
import type { VersionKey } from '../versions/order.ts'
import { type CriterionRead, comparedBy, isSilentOf, readIn, valueOf } from './criteria.ts'
import { type CriterionReader, criterionReader } from './criterion-reader.ts'
import type { EditionTest } from './editions.ts'
import { growing } from './growing.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { statusAt } from './statements.ts'
import { codeOf, isSimple } from './tree-code.ts'

/** What is known of a range beside its ends, in one small number. */
export const flags = { value: 3, missing: 12, missingShift: 2, edition: 16, unreadable: 32, tree: 64, weak: 128 } as const

export const advisoryKinds = { none: 0, simple: 1, tree: 2, special: 3 } as const

/** Ranges of one product in one order of versions, from `start` to `end`. */
export interface Group {
  readonly family: VersionFamily
  readonly start: number
  readonly end: number
  /** Every end of a range, sorted: the end at n has rank 2n + 1, the gap before it 2n. */
  readonly ends: readonly VersionKey[]
}

/**
 * Advisories as ranges of ranks, grouped by product: what is kept of a criterion are two ranks, the advisory, its place in it and the
 * flags.
 */
export interface AdvisoryIndex {
  readonly ids: readonly string[]
  readonly kinds: Uint8Array
  /** By product key and family: `fortinet:fortios|fortios`. */
  readonly groups: ReadonlyMap<string, Group>
  readonly low: Uint16Array | Uint32Array
  readonly high: Uint16Array | Uint32Array
  readonly advisories: Uint32Array
  readonly leaves: Uint16Array
  readonly flags: Uint8Array
  readonly tokens: Uint16Array
  readonly tokenStarts: Uint32Array
  /** Criteria that ask for an edition, and those with ends that are no version; by `leafId`. */
  readonly editions: ReadonlyMap<number, EditionTest>
  readonly unreadable: ReadonlyMap<number, CriterionRead>
  /** Advisories that are evaluated as they are written, and the keys that they name. */
  readonly specials: ReadonlyMap<number, Advisory>
  readonly specialsByKey: ReadonlyMap<string, readonly number[]>
}

/** A leaf of an advisory as one number. */
export function leafId(advisory: number, leaf: number): number {
  return advisory * 65_536 + leaf
}

export function groupName(key: string, family: VersionFamily): string {
  return `${key}|${family}`
}

interface OpenGroup {
  readonly family: VersionFamily
  readonly number: number
  readonly ends: VersionKey[]
  readonly endNumbers: Map<string, number>
}

/** Ends of a range while the group is open: 0 is open, else twice the number of the end and whether it is included, plus two. */
const openEnd = 0

/** Collects advisories one by one; `build` makes the index of them. */
export function indexBuilder(book: ProductBook, { reader = criterionReader(book) }: { readonly reader?: CriterionReader } = {}) {
  const ids: string[] = []
  const [kinds, rowFlags] = [growing((length) => new Uint8Array(length)), growing((length) => new Uint8Array(length))]
  const [tokens, leaves] = [growing((length) => new Uint16Array(length)), growing((length) => new Uint16Array(length))]
  const wide = () => growing((length) => new Uint32Array(length))
  const [tokenStarts, groupOf, lows, highs, advisories] = [wide(), wide(), wide(), wide(), wide()]
  const groups = new Map<string, OpenGroup>()
  const editions = new Map<number, EditionTest>()
  const editionTexts = new Map<string, EditionTest>()
  const unreadable = new Map<number, CriterionRead>()
  const specials = new Map<number, Advisory>()
  const specialsByKey = new Map<string, number[]>()

  const groupNamed = (key: string, family: VersionFamily): OpenGroup => {
    const name = groupName(key, family)
    const found = groups.get(name) ?? { family, number: groups.size, ends: [], endNumbers: new Map<string, number>() }
    groups.set(name, found)
    return found
  }
  const endOf = (group: OpenGroup, key: VersionKey | undefined, isIncluded: boolean): number => {
    if (!key) return openEnd
    const text = JSON.stringify(key)
    const number = group.endNumbers.get(text) ?? group.ends.push(key) - 1
    group.endNumbers.set(text, number)
    return number * 2 + (isIncluded ? 1 : 0) + 2
  }
  const pushRange = (group: OpenGroup, piece: Piece, at: { advisory: number; leaf: number; flag: number }) => {
    groupOf.push(group.number)
    lows.push(endOf(group, piece.from, piece.fromIncluded))
    highs.push(endOf(group, piece.to, piece.toIncluded))
    advisories.push(at.advisory)
    leaves.push(at.leaf)
    rowFlags.push(at.flag | piece.value)
  }
  const addLeaf = (criterion: Criterion, { advisory, leaf, isTree }: { advisory: number; leaf: number; isTree: boolean }) => {
    const read = reader.read(criterion)
    for (const key of read.keys) {
      const { family } = comparedBy(key, criterion)
      const group = groupNamed(key.key, family)
      const { statements, edition } = readIn(read, family)
      const isSilent = isSilentOf(criterion)
      const without = statusAt(statements, criterion.otherwise, {})
      const missing = isSilent && without.status === 'unknown' && !without.range ? 0 : valueOf(without.status)
      const isUnreadable = statements.some((statement) => statement.isUnreadable)
      const flag =
        (missing << flags.missingShift) |
        (edition ? flags.edition : 0) |
        (isUnreadable ? flags.unreadable : 0) |
        (isTree ? flags.tree : 0) |
        (criterion.vulnerable ? flags.weak : 0)
      if (edition) editions.set(leafId(advisory, leaf), shared(editionTexts, edition))
      if (isUnreadable) unreadable.set(leafId(advisory, leaf), read)
      const pieces = isUnreadable ? [wholeLine] : piecesOf({ statements, otherwise: criterion.otherwise, isSilent })
      for (const piece of pieces) pushRange(group, piece, { advisory, leaf, flag })
      if (pieces.length === 0 && (isTree || missing > 0)) pushRange(group, nothing, { advisory, leaf, flag })
    }
  }
  const addSpecial = (advisory: Advisory, number: number) => {
    kinds.push(advisoryKinds.special)
    specials.set(number, advisory)
    for (const key of reader.weakKeysOf(advisory)) specialsByKey.set(key, [...(specialsByKey.get(key) ?? []), number])
  }
  return {
    add(advisory: Advisory): void {
      const number = ids.push(advisory.id) - 1
      tokenStarts.push(tokens.length)
      if (advisory.withdrawn || advisory.conditions.length === 0) return kinds.push(advisoryKinds.none)
      const code = codeOf(advisory.conditions, (criterion) => reader.read(criterion).part)
      if (!code) return addSpecial(advisory, number)
      const isTree = !isSimple(advisory.conditions)
      kinds.push(isTree ? advisoryKinds.tree : advisoryKinds.simple)
      if (isTree) for (const token of code.tokens) tokens.push(token)
      for (const [leaf, { criterion }] of code.leaves.entries())
        if (isTree || criterion.vulnerable) addLeaf(criterion, { advisory: number, leaf, isTree })
    },
    build(): AdvisoryIndex {
      const ranges = { groupOf: groupOf.done(), low: lows.done(), high: highs.done(), advisories: advisories.done() }
      const sorted = inGroups(groups, { ...ranges, leaves: leaves.done(), flags: rowFlags.done() })
      const advisoryParts = { ids, kinds: kinds.done(), tokens: tokens.done(), tokenStarts: tokenStarts.done() }
      return { ...advisoryParts, ...sorted, editions, unreadable, specials, specialsByKey }
    },
  }
}

const wholeLine: Piece = { fromIncluded: false, toIncluded: false, value: 1 }
/** A range that holds no version: its first rank lies behind its last. */
const nothing: Piece = { from: [], fromIncluded: false, to: [], toIncluded: false, value: 0 }

function shared(texts: Map<string, EditionTest>, edition: EditionTest): EditionTest {
  const text = JSON.stringify(edition)
  const found = texts.get(text) ?? edition
  texts.set(text, found)
  return found
}

interface OpenRanges {
  readonly groupOf: Uint32Array
  readonly low: Uint32Array
  readonly high: Uint32Array
  readonly advisories: Uint32Array
  readonly leaves: Uint16Array
  readonly flags: Uint8Array
}

/** Ranks that fit 16 bits: twice the ends of the largest group. */
const mostSmall = 65_535

/** Sorts the ranges by group and turns the numbers of ends into ranks. */
function inGroups(open: ReadonlyMap<string, OpenGroup>, ranges: OpenRanges) {
  const starts = new Uint32Array(open.size + 1)
  for (const group of ranges.groupOf) starts[group + 1] = (starts[group + 1] ?? 0) + 1
  for (let group = 0; group < open.size; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0)
  const ordered = [...open].map(([name, group]) => ({ name, group, ...ranksOf(group.ends) }))
  const largest = ordered.reduce((so, { ends }) => Math.max(so, ends.length * 2), 0)
  const count = ranges.groupOf.length
  const ranks = () => (largest > mostSmall ? new Uint32Array(count) : new Uint16Array(count))
  const [low, high, advisories, leaves, rowFlags] = [
    ranks(),
    ranks(),
    new Uint32Array(count),
    new Uint16Array(count),
    new Uint8Array(count),
  ]
  const next = starts.slice()
  for (let at = 0; at < count; at++) {
    const group = ranges.groupOf[at] ?? 0
    const to = next[group] ?? 0
    next[group] = to + 1
    const { ends, rankOfEnd } = ordered[group] ?? { ends: [], rankOfEnd: new Uint32Array() }
    const [from, until] = [ranges.low[at] ?? 0, ranges.high[at] ?? 0]
    low[to] = from === openEnd ? 0 : (rankOfEnd[(from - 2) >> 1] ?? 0) * 2 + (from % 2 === 1 ? 1 : 2)
    high[to] = until === openEnd ? ends.length * 2 : (rankOfEnd[(until - 2) >> 1] ?? 0) * 2 + (until % 2)
    advisories[to] = ranges.advisories[at] ?? 0
    leaves[to] = ranges.leaves[at] ?? 0
    rowFlags[to] = ranges.flags[at] ?? 0
  }
  const groups = new Map(
    ordered.map(({ name, group, ends }): [string, Group] => {
      const [start = 0, end = 0] = [starts[group.number], starts[group.number + 1]]
      return [name, { family: group.family, start, end, ends }]
    }),
  )
  return { groups, low, high, advisories, leaves, flags: rowFlags }
}

function ranksOf(ends: readonly VersionKey[]): { readonly ends: readonly VersionKey[]; readonly rankOfEnd: Uint32Array } {
  const order = ends.map((key, number) => ({ key, number })).sort((a, b) => compareKeys(a.key, b.key))
  const rankOfEnd = new Uint32Array(ends.length)
  const sorted: VersionKey[] = []
  for (const { key, number } of order) {
    const last = sorted.at(-1)
    if (!last || compareKeys(last, key) !== 0) sorted.push(key)
    rankOfEnd[number] = sorted.length - 1
  }
  return { ends: sorted, rankOfEnd }
}
