import { addDays } from '../calendar.ts'
import type { Change } from '../change-type.ts'
import type { CalendarDate } from '../ids.ts'
import { byId, type RegisterRow, type Slices } from '../picture.ts'
import type { Approval } from './types.ts'

/** How long before its end an acceptance is brought to mind; ours, not an official number. */
export const acceptanceNudgeDays = 30

/** Findings whose acceptance is drafted and waits for its approval, each with the approval. */
export function awaitingAcceptance(approvals: readonly Approval[]): ReadonlyMap<string, Approval> {
  const waiting = approvals.filter((one) => one.about === 'acceptance' && one.state === 'waiting')
  return new Map(waiting.flatMap((one) => (one.findings ?? []).map((finding): [string, Approval] => [finding, one])))
}

/**
 * What follows when acceptances were approved between two pictures, on paper or on the screen: the findings are left until the
 * day. One that came approved from elsewhere is left alone, since its rows came with it.
 */
export function approvedAcceptances(
  before: Pick<Slices, 'approvals'>,
  after: Pick<Slices, 'approvals' | 'approvalBoxes' | 'register'>,
): readonly Change[] {
  if (before.approvals === after.approvals) return []
  const approved = after.approvals.filter(
    (one) => one.about === 'acceptance' && one.state === 'approved' && byId(before.approvals, one.id)?.state === 'waiting',
  )
  return approved.flatMap((one) => {
    const { until } = one
    if (until === undefined) return []
    const accepted = { until, by: decidedBy(after, one), why: one.why ?? one.title }
    return (one.findings ?? []).flatMap((finding): Change[] =>
      byId(after.register, finding) ? [{ kind: 'set', slice: 'register', id: finding, fields: { accepted } }] : [],
    )
  })
}

/** Who answers for it: the last to mark a box, on paper the one who drafted it. */
function decidedBy({ approvalBoxes }: Pick<Slices, 'approvalBoxes'>, approval: Approval): string {
  const marked = approvalBoxes.filter((box) => box.approval === approval.id && (box.mark === 'approved' || box.mark === 'proxy'))
  const last = marked.toSorted((a, b) => a.place - b.place).at(-1)
  return last?.by ?? approval.draftedBy ?? approval.title
}

/** Rows that are knowingly left on a day, the soonest to end first. */
export function acceptedRows(
  register: readonly RegisterRow[],
  asOf: CalendarDate,
): readonly (RegisterRow & Required<Pick<RegisterRow, 'accepted'>>)[] {
  const left = register.flatMap((row) =>
    row.accepted && row.closedOn === undefined && row.accepted.until >= asOf ? [{ ...row, accepted: row.accepted }] : [],
  )
  return left.toSorted((a, b) => (`${a.accepted.until}|${a.id}` < `${b.accepted.until}|${b.id}` ? -1 : 1))
}

/** Whether the end of an acceptance is near enough to be brought to mind. */
export function isEndingSoon(until: CalendarDate, asOf: CalendarDate): boolean {
  return until >= asOf && until <= addDays(asOf, acceptanceNudgeDays)
}

/** The next day on which the end of an acceptance comes into view; none where every one is in view or none is left. */
export function nextNudgeOn(register: readonly RegisterRow[], asOf: CalendarDate): CalendarDate | undefined {
  const days = acceptedRows(register, asOf).map(({ accepted }) => addDays(accepted.until, -acceptanceNudgeDays))
  return days.find((day) => day > asOf)
}
