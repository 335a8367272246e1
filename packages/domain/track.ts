import type { Analysis, Catalogue } from './analyse.ts'
import { addDays } from './calendar.ts'
import { deltaOf } from './delta.ts'
import { isEqual } from './equal.ts'
import { type Approval, awaitingAcceptance } from './facilities/index.ts'
import type { Finding } from './finding.ts'
import { groundsOf, groundsTouchedSince, whyVanished } from './grounds.ts'
import type { CalendarDate } from './ids.ts'
import { inStep, type Picture, type RegisterRow } from './picture.ts'
import { rowsByCurrentId } from './register-rows.ts'

export type FindingState = 'open' | 'covered' | 'accepted' | 'no-longer-seen' | 'done'

/** Why a finding that is not seen any more is not simply done. */
export type VanishedWhy = 'source-gone' | 'record-gone' | 'fact-unknown' | 'rule-gone' | 'rule-changed' | 'check-failed'

export interface Tracked {
  readonly id: string
  readonly state: FindingState
  readonly finding?: Finding
  /** The row as it stands after this look; the store writes it if it differs from the old one. */
  readonly row: RegisterRow
  readonly dueOn?: CalendarDate
  readonly overdue: boolean
  readonly why?: VanishedWhy
  /** It was done and is seen again for the first time in this look. */
  readonly returned?: true
}

export interface Now {
  readonly picture: Picture
  readonly analysis: Analysis
  readonly catalogue: Catalogue
  readonly asOf: CalendarDate
}

/** An earlier look, whose answers hold for whatever did not change since. */
export interface LookBefore extends Omit<Now, 'analysis'> {
  readonly tracked: readonly Tracked[]
}

/**
 * The state of every finding that is or was seen, in order of id. Done needs a fact that changed or a signed
 * statement; what vanished in any other way is "no longer seen", and what a failed check cannot see stays open.
 * With `before`, a seen finding of which nothing changed is the old object; the answer is always the one from scratch.
 */
export function trackFindings(now: Now, register: readonly RegisterRow[], before?: LookBefore): readonly Tracked[] {
  const { slices } = now.picture
  const still = before && isComparable(before, now) ? stillSeen(before, now) : undefined
  const rows = rowsByCurrentId(slices, now.catalogue.rules.values(), register, (row) => still?.isSettled(row) ?? false)
  const waiting = awaitingAcceptance(slices.approvals)
  const seen = now.analysis.findings.map(
    (finding) => still?.trackedOf(finding, rows.get(finding.id)) ?? trackSeen(now, finding, rows.get(finding.id), waiting),
  )
  const ids = new Set(now.analysis.findings.map((finding) => finding.id))
  const unseen = [...rows].filter(([id]) => !ids.has(id)).map(([id, row]) => trackUnseen(now, row.id === id ? row : { ...row, id }))
  return [...seen, ...unseen].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** What bears on every finding alike is as it was. */
function isComparable(before: LookBefore, { picture, catalogue, asOf }: Now): boolean {
  const [old, slices] = [before.picture.slices, picture.slices]
  return before.asOf === asOf && before.catalogue === catalogue && old.aliases === slices.aliases && old.approvals === slices.approvals
}

interface StillSeen {
  /** The row came out of the earlier look, so its id is the current one. */
  readonly isSettled: (row: RegisterRow) => boolean
  readonly trackedOf: (finding: Finding, row: RegisterRow | undefined) => Tracked | undefined
}

function stillSeen({ tracked, picture }: LookBefore, now: Now): StillSeen {
  const isTouched = groundsTouchedSince(picture.slices, now.picture.slices)
  const [ofRow, ofFinding] = [inStep(tracked), inStep(tracked)]
  return {
    isSettled: (row) => ofRow(row.id)?.row === row,
    trackedOf: (finding, row) => {
      const last = ofFinding(finding.id)
      return last && last.finding === finding && last.row === row && !last.returned && !isTouched(row) ? last : undefined
    },
  }
}

/** The rows that the store must write after `trackFindings`: new ones and those that changed; and ids that moved on. */
export function registerAfter(
  tracked: readonly Tracked[],
  register: readonly RegisterRow[],
): { readonly write: readonly RegisterRow[]; readonly drop: readonly string[] } {
  const rows = tracked.map((one) => one.row)
  const { changed, gone } = deltaOf(register, rows)
  return { write: changed as readonly RegisterRow[], drop: gone } // records of `rows`
}

/** NOTE: 「決裁待ち」 is never late: whoever drafted the acceptance has done their part. */
function trackSeen(now: Now, finding: Finding, row: RegisterRow | undefined, waiting: ReadonlyMap<string, Approval>): Tracked {
  const { closedOn, ...life } = row ?? { firstSeenOn: now.asOf, reopened: 0, closedOn: undefined }
  const next: RegisterRow = sameRow(row, {
    ...life,
    id: finding.id,
    rule: finding.rule,
    subjects: finding.subjects,
    parties: finding.parties,
    severity: finding.severity,
    lastSeenOn: row && row.lastSeenOn > now.asOf ? row.lastSeenOn : now.asOf,
    grounds: groundsOf(finding, now.picture.slices),
    reopened: life.reopened + (closedOn === undefined ? 0 : 1),
    ...dueOf(finding),
  })
  const state = stateOf(next, now.asOf)
  const dueOn = finding.dueOn ?? (finding.dueDays === undefined ? undefined : addDays(next.firstSeenOn, finding.dueDays))
  return {
    id: finding.id,
    state,
    finding,
    row: next,
    ...(dueOn && { dueOn }),
    overdue: state === 'open' && dueOn !== undefined && dueOn < now.asOf && !waiting.has(finding.id),
    ...(closedOn !== undefined && { returned: true as const }),
  }
}

function dueOf(finding: Finding): Pick<RegisterRow, 'dueOn' | 'dueDays'> {
  return {
    ...(finding.dueOn !== undefined && { dueOn: finding.dueOn }),
    ...(finding.dueDays !== undefined && { dueDays: finding.dueDays }),
  }
}

/** The old object when only the day of the look would differ, so that a day without news writes nothing but that day. */
function sameRow(row: RegisterRow | undefined, next: RegisterRow): RegisterRow {
  return row && isEqual(row, next) ? row : next
}

/** Covered and accepted end with their day: the day after, the finding is open again with its old due date. */
function stateOf(row: RegisterRow, asOf: CalendarDate): 'open' | 'covered' | 'accepted' {
  if (row.accepted && row.accepted.until >= asOf) return 'accepted'
  if (row.standIn && (row.standIn.until === undefined || row.standIn.until >= asOf)) return 'covered'
  return 'open'
}

function trackUnseen(now: Now, row: RegisterRow): Tracked {
  if (isBehindFailure(now, row)) return { id: row.id, state: 'open', row, ...dueOfRow(row), overdue: false, why: 'check-failed' }
  if (row.closedOn !== undefined) return { id: row.id, state: 'done', row, overdue: false }
  const why = row.statement ? undefined : now.catalogue.rules.has(row.rule) ? whyVanished(row, now.picture.slices) : 'rule-gone'
  if (why) return { id: row.id, state: 'no-longer-seen', row, overdue: false, why }
  return { id: row.id, state: 'done', row: { ...row, closedOn: now.asOf }, overdue: false }
}

function dueOfRow(row: RegisterRow): { dueOn?: CalendarDate } {
  if (row.dueOn !== undefined) return { dueOn: row.dueOn }
  return row.dueDays === undefined ? {} : { dueOn: addDays(row.firstSeenOn, row.dueDays) }
}

/** A crash never makes the page greener: rows of a rule that could not run, wholly or for one of their subjects. */
function isBehindFailure(now: Now, row: RegisterRow): boolean {
  if (row.closedOn !== undefined) return false
  const failure = now.analysis.failures.find((one) => one.rule === row.rule)
  if (!failure) return false
  return (
    failure.records.length === 0 ||
    failure.records.some((id) => row.subjects.includes(id) || row.grounds.some((g) => 'id' in g.fact && g.fact.id === id))
  )
}
