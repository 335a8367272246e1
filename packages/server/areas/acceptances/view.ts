import type { AcceptancesView } from '@mimamori/contract'
import { acceptedRows, addDays, awaitingAcceptance, byId, having, isEndingSoon, type RegisterRow } from '@mimamori/domain'
import { versionedList } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'

const endedShownDays = 60

/** 承知のうえで見送り: what is left, the soonest to end first, what waits for approval, and what has ended lately. */
export function acceptancesOf(now: Kept): AcceptancesView {
  const { slices } = now.picture
  const waiting = awaitingAcceptance(slices.approvals)
  const [facility] = versionedList(now, 'facility', slices.facility)
  return {
    today: now.asOf,
    needsApproval: slices.facility[0]?.acceptanceApproval === 'yes',
    ...(facility && { facility }),
    left: acceptedRows(slices.register, now.asOf).flatMap(({ id, severity, accepted }) => {
      const line = byId(now.lines, id)
      if (line?.state !== 'accepted') return []
      const { until, by, why } = accepted
      const endsSoon = isEndingSoon(until, now.asOf)
      return [{ finding: id, title: line.title, severity, until, by, why, endsSoon, awaitsApproval: waiting.has(id) }]
    }),
    waiting: versionedList(now, 'approvals', [...new Set(waiting.values())]).map((approval) => ({
      approval,
      boxes: versionedList(
        now,
        'approvalBoxes',
        having(slices.approvalBoxes, 'approval', approval.record.id).toSorted((a, b) => a.place - b.place),
      ),
      findings: (approval.record.findings ?? []).flatMap((id) => {
        const line = byId(now.lines, id)
        return line ? [{ id, title: line.title }] : []
      }),
    })),
    ended: slices.register.flatMap((row) => endedLine(now, row)),
  }
}

/** The finding is open again since the day after. */
function endedLine(now: Kept, { id, accepted }: RegisterRow): AcceptancesView['ended'] {
  const line = byId(now.lines, id)
  if (!accepted || line?.state !== 'open' || accepted.until >= now.asOf || accepted.until < addDays(now.asOf, -endedShownDays)) return []
  return [{ finding: id, title: line.title, until: accepted.until, by: accepted.by }]
}
