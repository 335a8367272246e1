import {
  byId,
  type CalendarDate,
  type Change,
  entityId,
  mayRespond,
  nextResponseStepId,
  noticeConsent,
  type RequestId,
  type ResponseStep,
  stepsOfResponse,
  type VendorRequest,
} from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import { fillText } from '../words.ts'
import type { VendorMailKind } from './compose.ts'
import type { StoredMessage } from './store.ts'
import { mailTexts } from './texts.ts'

/** The record of a mail that left, and of its coming back: made from the message, so that neither is written twice, and in this order. */
export function sentId(message: string): RequestId {
  return entityId<RequestId>(`rq:mail-${message}`)
}

export function cameBackId(message: string): RequestId {
  return entityId<RequestId>(`${sentId(message)}.back`)
}

type OfMessage = Pick<StoredMessage, 'id' | 'sheet' | 'kind'>

/** The step that a sent mail is; nothing where its sheet is gone or closed, or where it is there already. */
export function sentChanges(now: Kept, message: OfMessage, on: CalendarDate): readonly Change[] {
  const { slices } = now.picture
  const sheet = byId(slices.sheets, message.sheet ?? undefined)
  const { kind } = message
  if (!sheet || sheet.closedOn !== undefined || !isOfSheet(kind)) return []
  if (byId(slices.requests, sentId(message.id))) return []
  const toBody = kind === 'notice' ? noticeConsent(slices.approvals, sheet.id)?.toBody : undefined
  const record: VendorRequest = { id: sentId(message.id), sheet: sheet.id, kind, way: 'mail', on, ...(toBody && { toBody }) }
  const add: Change = { kind: 'add', slice: 'requests', record }
  if (kind !== 'request' || sheet.sentOn !== undefined) return [add]
  return [add, { kind: 'set', slice: 'sheets', id: sheet.id, fields: { sentOn: on } }]
}

function isOfSheet(kind: StoredMessage['kind']): kind is VendorMailKind {
  return kind !== 'test' && kind !== 'acceptance-ending' && kind !== 'response-reminder' && kind !== 'responses-due'
}

/** That the vendor was told once more; nothing where the response is gone or closed meanwhile. */
export function remindedChanges(now: Kept, { response }: Pick<StoredMessage, 'response'>, on: CalendarDate): readonly Change[] {
  const held = byId(now.picture.slices.responses, response ?? undefined)
  if (!held) return []
  const steps = stepsOfResponse(now.picture.slices.responseSteps, held.id)
  const id = nextResponseStepId(held.id, steps.length)
  const record: ResponseStep = { id, response: held.id, side: 'facility', kind: 'told', on, way: 'mail' }
  return mayRespond(steps, record, on) ? [{ kind: 'add', slice: 'responseSteps', record }] : []
}

export function cameBackChanges(now: Kept, message: OfMessage, what: { on: CalendarDate; to: string; says: string }): readonly Change[] {
  const { slices } = now.picture
  const sheet = byId(slices.sheets, message.sheet ?? undefined)
  if (!sheet || sheet.closedOn !== undefined || byId(slices.requests, cameBackId(message.id))) return []
  const note = fillText(mailTexts.refused, { to: what.to, says: what.says.slice(0, 300) }).ja
  return [
    {
      kind: 'add',
      slice: 'requests',
      record: { id: cameBackId(message.id), sheet: sheet.id, kind: 'came-back', way: 'mail', on: what.on, note },
    },
  ]
}
