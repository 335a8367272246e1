import type { PoolClient } from 'pg'
import { z } from 'zod'
import { defineJob, enqueueJob, type Job, withScope } from '../../platform/index.ts'
import type { Mailer, Sent } from '../../platform/mail/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { changeFacility } from '../facilities/index.ts'
import type { Services } from '../services.ts'
import { nudgeJob } from './nudge-job.ts'
import { mailTask } from './queue.ts'
import { cameBackChanges, sentChanges } from './records.ts'
import { findWaiting, putOffMessage, type StoredMessage, settleMessage } from './store.ts'

const minuteMs = 60_000
/** Waits between tries; after the last one a person decides. */
const backOffMinutes = [1, 5, 30, 120, 480]

/** Sends one message of the queue. Without a mail server nothing is put into it, but days to be told of are still planned on. */
export function mailJobs(services: Services): readonly Job[] {
  const { mailer } = services
  if (!mailer) return [nudgeJob(services)]
  return [
    nudgeJob(services),
    defineJob({
      task: mailTask,
      input: z.object({ message: z.guid() }),
      run: ({ input, scope }) => sendMessage(services, mailer, scope, input.message),
    }),
  ]
}

/**
 * Hands a waiting message over and writes down what became of it. NOTE: a process that dies between the two sends it again
 * with the same Message-ID; the other way round a letter could be recorded that never left.
 */
export async function sendMessage(services: Services, mailer: Mailer, asking: Asking, id: string): Promise<void> {
  const message = await withScope(services.pool, asking, (client) => findWaiting(asking, client, id), { readOnly: true })
  if (!message) return
  const sent = await mailer.send({
    to: message.to,
    replyTo: message.replyTo ?? undefined,
    subject: message.subject,
    text: message.body,
    messageId: message.messageId,
    attachments: message.attachments.map(({ name, mediaType, base64 }) => ({ name, mediaType, bytes: Buffer.from(base64, 'base64') })),
  })
  if (sent.kind === 'later') return later(services, asking, message, sent.says)
  await settled(services, asking, message, sent)
}

/** The record of the step, or of its coming back, in one transaction with the state of the message. */
async function settled(services: Services, asking: Asking, message: StoredMessage, sent: Exclude<Sent, { kind: 'later' }>): Promise<void> {
  const isRefused = sent.kind === 'refused'
  const settle = async (client: PoolClient) => {
    const answer = sent.kind === 'refused' ? sent.says : undefined
    await settleMessage(asking, client, { id: message.id, state: isRefused ? 'refused' : 'sent', at: services.now(), answer })
  }
  if (message.sheet === null) {
    await withScope(services.pool, asking, async (client) => {
      await settle(client)
      await noteOwn(services, asking, client, message, isRefused)
    })
    return
  }
  await changeFacility(
    services,
    asking,
    message.facility,
    async (now) => {
      const on = services.today()
      const back = sent.kind === 'refused' ? cameBackChanges(now, message, { on, to: message.to, says: sent.says }) : []
      const changes = [...sentChanges(now, message, on), ...back].map((change) => ({ change }))
      const action = isRefused ? 'mail/refused' : 'mail/sent'
      const detail = { message: message.id, kind: message.kind, sheet: message.sheet }
      return { batch: { changes, by: 'system' as const, note: { action, detail } }, value: undefined }
    },
    { after: settle },
  )
}

async function noteOwn(services: Services, asking: Asking, client: PoolClient, message: StoredMessage, isRefused: boolean): Promise<void> {
  const action = isRefused ? 'mail/refused' : 'mail/sent'
  await appendAudit(services, asking, client, { action, subject: message.facility, detail: { message: message.id, kind: message.kind } })
}

async function later(services: Services, asking: Asking, message: StoredMessage, says: string): Promise<void> {
  const wait = backOffMinutes[message.attempts]
  await withScope(services.pool, asking, async (client) => {
    if (wait === undefined) {
      await settleMessage(asking, client, { id: message.id, state: 'given-up', at: services.now(), answer: says })
      return
    }
    const nextTryAt = new Date(services.now().getTime() + wait * minuteMs)
    await putOffMessage(asking, client, { id: message.id, nextTryAt, answer: says })
    await enqueueJob(client, { task: mailTask, input: { message: message.id }, key: message.id, startAt: nextTryAt })
  })
}
