import type { Acceptance } from '@mimamori/contract'
import {
  type Approval,
  type ApprovalBox,
  type ApprovalBoxId,
  type ApprovalId,
  addMonths,
  awaitingAcceptance,
  byId,
  type CalendarDate,
  type Change,
  isEqual,
  type RegisterRow,
  readDate,
} from '@mimamori/domain'
import type { Asking } from '../asking.ts'
import { changeFacility, newId } from '../facilities/index.ts'
import { findingProblem } from '../findings/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { fillText, ownWords } from '../words.ts'
import { acceptanceProblem } from './problems.ts'
import { acceptanceTexts } from './texts.ts'

const longestMonths = 24

interface ToAccept {
  readonly id: string
  readonly until: string
  readonly why: string
  readonly by: string
  readonly boxes?: readonly string[] | undefined
  readonly seen: Acceptance | null
}

/** 承知のうえで見送り: with a day, a reason and the name of the one who decides; where the facility asks for it, it is put up for approval first. */
export async function acceptFinding(
  services: Services,
  asking: Asking,
  facility: string,
  given: ToAccept,
): Promise<{ awaitsApproval: boolean }> {
  const until = readDate(given.until)
  const today = services.today()
  if (until === undefined || until <= today || until > addMonths(today, longestMonths)) throw findingProblem('finding/until-out-of-range')
  const { value } = await changeFacility(services, asking, facility, async (now) => {
    const row = byId(now.picture.slices.register, given.id)
    if (!row || byId(now.tracked, given.id)?.finding === undefined) throw findingProblem('finding/not-found')
    checkSeen(row, given)
    const awaitsApproval = now.picture.slices.facility[0]?.acceptanceApproval === 'yes'
    const changes = awaitsApproval ? draftChanges(now, { ...given, until }) : [acceptChange({ ...given, until })]
    const action = awaitsApproval ? 'finding/acceptance-drafted' : 'finding/accepted'
    return {
      batch: {
        changes: changes.map((change) => ({ change })),
        by: 'system' as const,
        note: { action, subject: given.id, detail: { facility, until } },
      },
      value: { awaitsApproval },
    }
  })
  return value
}

/** NOTE: the repetition of a request whose answer got lost is not told that somebody else was quicker. */
function checkSeen({ accepted }: RegisterRow, { seen, ...given }: ToAccept): void {
  const isOwn = accepted?.until === given.until && accepted.by === given.by && accepted.why === given.why
  if (!isOwn && !isEqual(accepted ?? null, seen)) throw acceptanceProblem('acceptance/changed-meanwhile')
}

type Checked = ToAccept & { readonly until: CalendarDate }

function acceptChange({ id, until, by, why }: Checked): Change {
  return { kind: 'set', slice: 'register', id, fields: { accepted: { until, by, why } } }
}

/** The draft with its boxes; the head of the facility decides where nobody else is named. */
function draftChanges(now: Kept, { id, until, by, why, boxes }: Checked): readonly Change[] {
  if (awaitingAcceptance(now.picture.slices.approvals).has(id)) throw acceptanceProblem('acceptance/waits-already')
  const title = byId(now.lines, id)?.title ?? { ja: id, en: id }
  const approval: Approval = {
    id: newId<ApprovalId>('ok'),
    about: 'acceptance',
    title: fillText(acceptanceTexts.approvalTitle, { title }).ja.slice(0, 200),
    findings: [id],
    until,
    why,
    draftedOn: now.asOf,
    draftedBy: by,
    state: 'waiting',
  }
  const labels = boxes ?? [ownWords(now.picture, now.catalogue).head.ja]
  const named = labels.map((label, at): ApprovalBox => ({ id: newId<ApprovalBoxId>('box'), approval: approval.id, place: at + 1, label }))
  return [
    { kind: 'add', slice: 'approvals', record: approval },
    ...named.map((record): Change => ({ kind: 'add', slice: 'approvalBoxes', record })),
  ]
}

/** The finding is open again at once. */
export async function endAcceptance(
  services: Services,
  asking: Asking,
  facility: string,
  { id, seen }: Pick<ToAccept, 'id' | 'seen'>,
): Promise<void> {
  await changeFacility(services, asking, facility, async (now) => {
    const row = byId(now.picture.slices.register, id)
    if (!row?.accepted || row.accepted.until < now.asOf) throw acceptanceProblem('acceptance/not-left')
    if (!isEqual(row.accepted, seen)) throw acceptanceProblem('acceptance/changed-meanwhile')
    const change: Change = { kind: 'set', slice: 'register', id, fields: {}, forget: ['accepted'] }
    const note = { action: 'finding/acceptance-ended', subject: id, detail: { facility, until: row.accepted.until } }
    return { batch: { changes: [{ change }], by: 'system' as const, note }, value: undefined }
  })
}
