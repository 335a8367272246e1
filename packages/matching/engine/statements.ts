import type { VersionFamily } from '@mimamori/domain'
import type { Criterion, Status, VersionRange, VersionStatement } from '../advisory.ts'
import { spelled } from '../names/plain.ts'
import { completeRange } from '../versions/complete.ts'
import { compareKeys } from '../versions/key.ts'
import type { VersionKey, VersionOrder } from '../versions/order.ts'
import { orderOf } from '../versions/orders.ts'

/** A statement whose ends have been read in the order of its product; an absent end is open. */
export interface StatementRead {
  readonly status: Status
  readonly range: VersionRange
  readonly from?: VersionKey
  readonly to?: VersionKey
  readonly fromIncluded: boolean
  readonly toIncluded: boolean
  /** Where the line of an included end stops that names fewer places than versions have: nobody can say whether `7.1` means 7.1.1. */
  readonly lineEnd?: VersionKey
  /** An end is no version of the family: only a version spelled alike is known to be meant. */
  readonly isUnreadable: boolean
  /** Spelling of the one version that is meant. */
  readonly exact?: string
}

/** A version as it is installed: missing, only spelled, or read. */
export interface VersionRead {
  readonly text?: string
  readonly key?: VersionKey
}

export interface StatusFound {
  /** `unclear`: it depends on a version or an end that nobody could read. */
  readonly status: Status | 'unclear'
  /** The statement that decided; absent where no statement speaks of the version. */
  readonly range?: VersionRange
}

interface InFamily {
  readonly update: string | undefined
  readonly family: VersionFamily
}

/** How the statements of a criterion are read for a product of this family, with the update of its CPE name. */
export function readStatements({ versions }: Criterion, { update, family }: InFamily): readonly StatementRead[] {
  const order = orderOf(family)
  return versions.map((statement) => readStatement(withUpdate(statement, { update, order }), order))
}

/** NOTE: feeds part one version over two attributes, `21.4` and `r3-s5`; together they are read as the maker writes it. */
function withUpdate(statement: VersionStatement, { update, order }: { update: string | undefined; order: VersionOrder }): VersionStatement {
  const { from, to } = statement.range
  if (update === undefined || from === undefined || from !== to || !isUpdateRead(from, { update, order })) return statement
  const whole = `${from} ${update}`
  return { ...statement, range: { ...statement.range, from: whole, to: whole } }
}

function isUpdateRead(version: string, { update, order }: { update: string; order: VersionOrder }): boolean {
  return order.parse(`${version} ${update}`) !== undefined
}

/** Whether the update of a criterion's CPE name has become part of its versions. */
export function holdsUpdate({ versions }: Criterion, { update, family }: InFamily): boolean {
  if (update === undefined || versions.length === 0) return false
  const order = orderOf(family)
  return versions.every(({ range: { from, to } }) => from !== undefined && from === to && isUpdateRead(from, { update, order }))
}

function readStatement({ status, range: said }: VersionStatement, order: VersionOrder): StatementRead {
  const range = completeRange(order.family, said)
  const [from, to] = [
    range.from === undefined ? undefined : order.parse(range.from),
    range.to === undefined ? undefined : order.parse(range.to),
  ]
  const isOne = range.from !== undefined && range.from === range.to
  const lineEnd = isOne || range.toIncluded === false || !to ? undefined : lineEndOf(range.to ?? '', to)
  return {
    status,
    range,
    ...(from && { from }),
    ...(to && { to }),
    // NOTE: a range from a version to itself names that version, whatever is said of its ends: a feed does not name what it leaves out.
    fromIncluded: isOne || (range.fromIncluded ?? true),
    toIncluded: isOne || (range.toIncluded ?? true),
    ...(lineEnd && { lineEnd }),
    isUnreadable: (range.from !== undefined && !from) || (range.to !== undefined && !to),
    ...(isOne && { exact: spelled(range.from ?? '') }),
  }
}

const numbersAlone = /^\D*(\d{1,15}(?:\.\d{1,15})*)\s*$/

/** NOTE: `0` begins open ranges and is no line; an end that its family reads otherwise than number by number is none either. */
export function lineEndOf(text: string, to: VersionKey): VersionKey | undefined {
  const places = numbersAlone.exec(text)?.[1]?.split('.').map(Number) ?? []
  const isRead = to.length > 0 && to.length <= places.length && places.every((place, at) => place === (to[at] ?? 0))
  return isRead ? [...places, Number.POSITIVE_INFINITY] : undefined
}

/** Whether a version is of the line of an end, and behind it. */
export function isInLine(key: VersionKey, { to, lineEnd }: StatementRead): boolean {
  return to !== undefined && lineEnd !== undefined && compareKeys(key, to) > 0 && compareKeys(key, lineEnd) <= 0
}

/**
 * What a feed says of a version. The last statement that holds counts; one of which nobody can say whether it holds leaves the answer
 * open unless the answer is the same either way.
 */
export function statusAt(statements: readonly StatementRead[], otherwise: Status, version: VersionRead): StatusFound {
  const open = new Set<Status>()
  const answer = (status: Status, range?: VersionRange): StatusFound => ({
    status: [...open].every((other) => other === status) ? status : 'unclear',
    ...(range && { range }),
  })
  for (const statement of statements.toReversed()) {
    const holds = doesHold(statement, version)
    if (holds) return answer(statement.status, statement.range)
    if (holds === undefined) open.add(statement.status)
  }
  return answer(otherwise)
}

function doesHold(statement: StatementRead, { text, key }: VersionRead): boolean | undefined {
  const { from, to, range, exact } = statement
  if (range.from === undefined && range.to === undefined) return true
  if (text !== undefined && exact !== undefined && spelled(text) === exact) return true
  if (key === undefined || statement.isUnreadable) return undefined
  if (!isAfter(key, { from, included: statement.fromIncluded })) return false
  return isBefore(key, { to, included: statement.toIncluded }) || (isInLine(key, statement) ? undefined : false)
}

function isAfter(key: VersionKey, { from, included }: { readonly from: VersionKey | undefined; readonly included: boolean }): boolean {
  if (!from) return true
  const order = compareKeys(key, from)
  return order > 0 || (order === 0 && included)
}

function isBefore(key: VersionKey, { to, included }: { readonly to: VersionKey | undefined; readonly included: boolean }): boolean {
  if (!to) return true
  const order = compareKeys(key, to)
  return order < 0 || (order === 0 && included)
}

/** A range as it stands in explanations, the same in every language: `>= 7.2.0, < 7.2.5`. */
export function rangeText({ from, to, fromIncluded = true, toIncluded = true }: VersionRange): string {
  if (from !== undefined && from === to) return from
  const parts = [
    ...(from === undefined ? [] : [`${fromIncluded ? '>=' : '>'} ${from}`]),
    ...(to === undefined ? [] : [`${toIncluded ? '<=' : '<'} ${to}`]),
  ]
  return parts.length === 0 ? '*' : parts.join(', ')
}
