import { randomUUID } from 'node:crypto'
import type { MailView } from '@mimamori/contract'
import { byId, type Lang } from '@mimamori/domain'
import { enqueueJob, withScope } from '../../platform/index.ts'
import type { Mailer } from '../../platform/mail/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import type { Services } from '../services.ts'
import { type Composed, composeVendorMail, subjectOf, type ToCompose, usable } from './compose.ts'
import { mailProblem } from './problems.ts'
import { cameBackId } from './records.ts'
import { composeReminder } from './reminder.ts'
import { insertMessage, listMessages, type MailKind, requeueMessage, settleMessage } from './store.ts'
import { mailTexts } from './texts.ts'
import { jobKeyOf, nextMorning } from './together.ts'

export const mailTask = 'mail-send'

/** Puts a letter about a sheet into the queue; it is recorded as a step when the mail server has taken it. */
export async function queueVendorMail(
  services: Services,
  asking: Asking,
  facility: string,
  wanted: ToCompose,
): Promise<{ message: string }> {
  const now = await openFacility(services, asking, facility)
  const mailer = mailerOf(services)
  const composed = await composeVendorMail(services, asking, now, wanted)
  return put(services, asking, mailer, { facility, kind: wanted.kind, sheet: wanted.sheet, composed })
}

/** A reminder of what a vendor was told; it is a step of the response once the mail server has taken it. */
export async function queueReminder(
  services: Services,
  asking: Asking,
  facility: string,
  wanted: { response: string; lang: Lang },
): Promise<{ message: string }> {
  const now = await openFacility(services, asking, facility)
  const mailer = mailerOf(services)
  const composed = composeReminder(now, wanted)
  return put(services, asking, mailer, { facility, kind: 'response-reminder', response: wanted.response, composed })
}

/** 「送ってみる」. */
export async function queueTestMail(
  services: Services,
  asking: Asking,
  facility: string,
  to: { to: string; lang: Lang },
): Promise<{ message: string }> {
  const now = await openFacility(services, asking, facility)
  const mailer = mailerOf(services)
  const composed = {
    to: usable(to.to),
    subject: subjectOf(now, 'test', to.lang),
    body: mailTexts.body.test[to.lang],
    attachments: [],
  }
  return put(services, asking, mailer, { facility, kind: 'test', composed })
}

function mailerOf(services: Services): Mailer {
  if (!services.mailer) throw mailProblem('mail/not-set-up')
  return services.mailer
}

async function put(
  services: Services,
  asking: Asking,
  mailer: Mailer,
  {
    facility,
    kind,
    sheet,
    response,
    composed,
  }: { facility: string; kind: MailKind; sheet?: string; response?: string; composed: Composed },
): Promise<{ message: string }> {
  const id = randomUUID()
  await withScope(services.pool, asking, async (client) => {
    const messageId = `${id}@${mailer.domain}`
    const holdUntil = composed.together ? nextMorning(services) : undefined
    await insertMessage(asking, client, { id, facility, sheet, response, kind, ...composed, messageId, at: services.now(), holdUntil })
    const key = jobKeyOf({ id, facility, to: composed.to, together: holdUntil !== undefined })
    await enqueueJob(client, { task: mailTask, input: { message: id }, key, startAt: holdUntil })
    await appendAudit(services, asking, client, {
      action: 'mail/queued',
      subject: facility,
      detail: { message: id, kind, sheet, response },
    })
  })
  return { message: id }
}

export async function retryMail(services: Services, asking: Asking, facility: string, message: string): Promise<void> {
  await openFacility(services, asking, facility)
  mailerOf(services)
  await withScope(services.pool, asking, async (client) => {
    const waiting = await requeueMessage(asking, client, { id: message, facility })
    if (!waiting) throw mailProblem('mail/no-such-message')
    await enqueueJob(client, { task: mailTask, input: { message }, key: jobKeyOf(waiting) })
    await appendAudit(services, asking, client, { action: 'mail/queued', subject: facility, detail: { message, again: true } })
  })
}

export async function cancelMail(services: Services, asking: Asking, facility: string, message: string): Promise<void> {
  await openFacility(services, asking, facility)
  await withScope(services.pool, asking, async (client) => {
    const isCancelled = await settleMessage(asking, client, { id: message, facility, state: 'cancelled', at: services.now() })
    if (!isCancelled) throw mailProblem('mail/no-such-message')
    await appendAudit(services, asking, client, { action: 'mail/cancelled', subject: facility, detail: { message } })
  })
}

/** The queue with what became of each mail; one that came back later is known by its record. */
export async function mailOf(services: Services, asking: Asking, facility: string): Promise<MailView> {
  const now = await openFacility(services, asking, facility)
  const messages = await withScope(services.pool, asking, (client) => listMessages(asking, client, facility), { readOnly: true })
  const { requests } = now.picture.slices
  return {
    isSetUp: services.mailer !== undefined,
    ...(services.mailer && { from: services.mailer.from }),
    messages: messages.map(({ sheet, response, nextTryAt, settledAt, answer, ...message }) => ({
      ...message,
      state: message.state === 'sent' && byId(requests, cameBackId(message.id)) ? ('came-back' as const) : message.state,
      ...(sheet !== null && { sheet }),
      ...(response !== null && { response }),
      ...(nextTryAt !== null && { nextTryAt }),
      ...(settledAt !== null && { settledAt }),
      ...(answer !== null && { answer }),
    })),
  }
}
