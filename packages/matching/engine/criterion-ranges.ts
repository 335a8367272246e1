import type { VersionFamily } from '@mimamori/domain'
import type { Criterion, VersionRange, VersionStatement } from '../advisory.ts'
import { completeRange } from '../versions/complete.ts'
import { compareKeys } from '../versions/key.ts'
import { orderOf } from '../versions/orders.ts'
import { isSilentOf, type Leaf, readIn, triOfStatus } from './criteria.ts'
import type { EditionTest } from './editions.ts'
import { type EndNumbers, unread } from './end-numbers.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { type StatementRead, statusAt } from './statements.ts'
import { no, type Tri, unknown } from './tri.ts'

/** An end that is open. */
export const openEnd = -1

/** Versions next to each other of which a criterion says the same; its ends are numbers. */
export interface EndedRange {
  readonly from: number
  readonly fromIncluded: boolean
  readonly to: number
  readonly toIncluded: boolean
  readonly value: Tri
}

export interface CriterionRanges {
  readonly ranges: readonly EndedRange[]
  /** What holds where nobody knows the version. */
  readonly missing: Tri
  /** An end is no version: what is said must be held against each version as it is written. */
  readonly unread?: UnreadCriterion
  readonly edition: EditionTest | undefined
}

/** A criterion that no ranges can say, with its statements read. */
export interface UnreadCriterion {
  readonly criterion: Criterion
  readonly statements: readonly StatementRead[]
}

interface InFamily {
  readonly family: VersionFamily
  readonly numbers: EndNumbers
}

/** By value: all versions. */
export const wholes: readonly [EndedRange, EndedRange, EndedRange] = [wholeOf(0), wholeOf(1), wholeOf(2)]

function wholeOf(value: Tri): EndedRange {
  return { from: openEnd, fromIncluded: false, to: openEnd, toIncluded: false, value }
}

/** What a criterion says along the line of all versions. Most say it with one statement, which is read without painting. */
export function rangesOf(leaf: Leaf, inFamily: InFamily): CriterionRanges {
  const { versions, otherwise } = leaf.criterion
  const [only] = versions
  if (!only) return wholeRange(leaf, triOfStatus(otherwise))
  const isAlone = versions.length === 1 && otherwise === 'unaffected' && only.status !== 'unaffected'
  return (isAlone ? rangesOfOne(leaf, only, inFamily) : undefined) ?? painted(leaf, inFamily)
}

function wholeRange({ reference: { edition } }: Leaf, value: Tri): CriterionRanges {
  return { ranges: [wholes[value]], missing: value, edition }
}

/** `undefined`: only painting tells. */
function rangesOfOne(leaf: Leaf, { status, range }: VersionStatement, inFamily: InFamily): CriterionRanges | undefined {
  const value = triOfStatus(status)
  if (range.from === undefined && range.to === undefined) return wholeRange(leaf, value)
  if (range.from !== undefined && range.from === range.to) return oneVersion(leaf, { range, value }, inFamily)
  return betweenEnds(leaf, { range: completeRange(inFamily.family, range), value }, inFamily)
}

interface Said {
  readonly range: VersionRange
  readonly value: Tri
}

function oneVersion({ reference }: Leaf, { range, value }: Said, { family, numbers }: InFamily): CriterionRanges | undefined {
  const { from = '' } = range
  if (family === 'netscaler') return undefined
  const { update, edition, editionBesideUpdate } = reference
  const joined = update === undefined ? unread : numbers.ofText(`${from} ${update}`)
  const one = joined === unread ? numbers.ofText(from) : joined
  if (one < 0) return undefined
  const ranges = [{ from: one, fromIncluded: true, to: one, toIncluded: true, value }]
  return { ranges, missing: unknown, edition: joined === unread ? edition : editionBesideUpdate }
}

function betweenEnds({ reference: { edition } }: Leaf, { range, value }: Said, { family, numbers }: InFamily): CriterionRanges | undefined {
  const { from, to, fromIncluded = true, toIncluded = true } = range
  const [first, last] = [from === undefined ? openEnd : numbers.ofText(from), to === undefined ? openEnd : numbers.ofText(to)]
  if ((from !== undefined && first < 0) || (to !== undefined && last < 0)) return undefined
  const line = to === undefined || !toIncluded ? unread : numbers.lineOf(to)
  if (line < unread || (line !== unread && from !== undefined && isBehind(family, { from, to }))) return undefined
  const inside: EndedRange = { from: first, fromIncluded, to: last, toIncluded, value }
  const behind: EndedRange = { from: last, fromIncluded: false, to: line, toIncluded: true, value: unknown }
  return { ranges: line === unread ? [inside] : [inside, behind], missing: unknown, edition }
}

function isBehind(family: VersionFamily, { from, to = '' }: { readonly from: string; readonly to: string | undefined }): boolean {
  const { parse } = orderOf(family)
  return compareKeys(parse(from) ?? [], parse(to) ?? []) > 0
}

function painted({ criterion, reference }: Leaf, { family, numbers }: InFamily): CriterionRanges {
  const { statements, edition } = readIn({ ...reference, criterion }, family)
  const isSilent = isSilentOf(criterion)
  const { status, range } = statusAt(statements, criterion.otherwise, {})
  const missing = isSilent && status === 'unknown' && !range ? no : triOfStatus(status)
  const isRead = statements.every(({ isUnreadable }) => !isUnreadable)
  const ranges = isRead ? piecesOf({ statements, otherwise: criterion.otherwise, isSilent }).map((piece) => ended(piece, numbers)) : []
  const isUnreadable = !isRead || ranges.some(({ from, to }) => from < openEnd || to < openEnd)
  return isUnreadable ? { ranges: [wholes[unknown]], missing, edition, unread: { criterion, statements } } : { ranges, missing, edition }
}

function ended({ from, fromIncluded, to, toIncluded, value }: Piece, numbers: EndNumbers): EndedRange {
  return { from: from ? numbers.ofKey(from) : openEnd, fromIncluded, to: to ? numbers.ofKey(to) : openEnd, toIncluded, value }
}
