import { type Approval, type ApprovalBox, type ApprovalId, byId, type Change, having, noticeConsent, type SheetId } from '@mimamori/domain'
import type { Asking } from '../asking.ts'
import { checklistProblem } from '../checklists/index.ts'
import { type Changed, changeFacility, newId } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import { mailProblem } from '../mail/index.ts'
import type { Services } from '../services.ts'

/** Somebody of the facility, by the name that a record keeps. */
export interface Named extends Asking {
  readonly personName: string
}

export interface Decision {
  readonly approval: string
  readonly box: string
  readonly mark: NonNullable<ApprovalBox['mark']>
  readonly note?: string | undefined
}

/** 「画面で承認する」: marks one box in the name of the one who is signed in; the last box settles the letter. */
export async function decideApproval(services: Services, asking: Named, facility: string, decision: Decision): Promise<Changed> {
  const { changed } = await changeFacility(services, asking, facility, async (now) => {
    const { slices } = now.picture
    const approval = byId(slices.approvals, decision.approval)
    const box = byId(slices.approvalBoxes, decision.box)
    const isOpen = approval?.state === 'waiting' || (approval?.state === 'approved' && decision.mark === 'afterwards')
    if (!approval || !isOpen || box?.approval !== approval.id) throw mailProblem('approval/no-such-box')
    const { mark } = decision
    const changes = box.mark === undefined ? marking(now, asking, { approval, box }, decision) : seeing(now, asking, box, mark)
    const detail = { approval: approval.id, place: box.place, label: box.label, mark }
    return {
      batch: { changes: changes.map((change) => ({ change })), by: 'system' as const, note: { action: 'approval/marked', detail } },
      value: undefined,
    }
  })
  return changed
}

function marking(
  now: Kept,
  asking: Named,
  { approval, box }: { approval: Approval; box: ApprovalBox },
  { mark, note }: Decision,
): readonly Change[] {
  const fields = { mark, on: now.asOf, by: asking.personName, ...(note !== undefined && { note }) }
  return [{ kind: 'set', slice: 'approvalBoxes', id: box.id, fields }, ...settling(now, approval, box, mark)]
}

/** 後閲 beside 代決: the one for whom another decided has seen it, which changes nothing of what was decided. */
function seeing(now: Kept, asking: Named, box: ApprovalBox, mark: Decision['mark']): readonly Change[] {
  if (mark !== 'afterwards' || box.mark !== 'proxy' || box.seenOn !== undefined) throw mailProblem('approval/no-such-box')
  if (box.by === asking.personName) throw mailProblem('approval/own-proxy')
  return [{ kind: 'set', slice: 'approvalBoxes', id: box.id, fields: { seenOn: now.asOf, seenBy: asking.personName } }]
}

/** Returned by one is returned; approved when no other box is open. Seen afterwards (後閲) holds nothing up. */
function settling(now: Kept, approval: Approval, box: ApprovalBox, mark: Decision['mark']): readonly Change[] {
  if (approval.state !== 'waiting') return []
  const set = (fields: Partial<Approval>): readonly Change[] => [{ kind: 'set', slice: 'approvals', id: approval.id, fields }]
  if (mark === 'returned') return set({ state: 'returned' })
  const others = having(now.picture.slices.approvalBoxes, 'approval', approval.id).filter((one) => one.id !== box.id)
  const open = others.filter((one) => one.mark === undefined)
  const isDecided = mark !== 'afterwards' || others.some((one) => one.mark === 'approved' || one.mark === 'proxy')
  if (open.length === 0 && !isDecided) throw mailProblem('approval/nobody-decides')
  return open.length > 0 ? [] : set({ state: 'approved', approvedOn: now.asOf, way: 'screen' })
}

export interface ConsentGiven {
  readonly sheet: string
  readonly toBody: NonNullable<Approval['toBody']>
  readonly toName: string
  readonly toAddress?: string | undefined
  readonly toMail?: string | undefined
}

/** The facility consents, for one sheet, that a body outside is told; who and when stand in the record and in the audit trail. */
export async function consentToNotice(services: Services, asking: Named, facility: string, given: ConsentGiven): Promise<Changed> {
  const { changed } = await changeFacility(services, asking, facility, async (now) => {
    const sheet = openSheet(now, given.sheet)
    const { toBody, toName, toAddress, toMail } = given
    const record: Approval = {
      id: newId<ApprovalId>('ok'),
      about: 'notice',
      title: toName,
      sheets: [sheet],
      draftedOn: now.asOf,
      draftedBy: asking.personName,
      state: 'approved',
      approvedOn: now.asOf,
      way: 'screen',
      toBody,
      toName,
      ...(toAddress !== undefined && { toAddress }),
      ...(toMail !== undefined && { toMail }),
    }
    const earlier = withdrawing(now, sheet)
    const changes: readonly Change[] = [...earlier, { kind: 'add', slice: 'approvals', record }]
    const note = { action: 'notice/consented', detail: { sheet, toBody, toName, approval: record.id } }
    return { batch: { changes: changes.map((change) => ({ change })), by: 'system' as const, note }, value: undefined }
  })
  return changed
}

export async function withdrawNoticeConsent(services: Services, asking: Asking, facility: string, sheet: string): Promise<Changed> {
  const { changed } = await changeFacility(services, asking, facility, async (now) => {
    const changes = withdrawing(now, sheet)
    if (changes.length === 0) throw mailProblem('mail/no-consent')
    const note = { action: 'notice/consent-withdrawn', detail: { sheet } }
    return { batch: { changes: changes.map((change) => ({ change })), by: 'system' as const, note }, value: undefined }
  })
  return changed
}

/** The consent that counts now is given back; the record of it stays. */
function withdrawing(now: Kept, sheet: string): readonly Change[] {
  return now.picture.slices.approvals
    .filter((one) => one.about === 'notice' && one.state === 'approved' && noticeConsent([one], sheet) !== undefined)
    .map(({ id }) => ({ kind: 'set', slice: 'approvals', id, fields: { state: 'withdrawn' } }) as const)
}

function openSheet(now: Kept, id: string): SheetId {
  const sheet = byId(now.picture.slices.sheets, id)
  if (sheet?.audience !== 'vendor' || sheet.closedOn !== undefined) throw checklistProblem('checklist/no-such-sheet')
  return sheet.id
}
