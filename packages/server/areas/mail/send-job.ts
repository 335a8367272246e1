import type { PoolClient } from 'pg'
import { z } from 'zod'
import { defineJob, enqueueJob, type Job, withScope } from '../../platform/index.ts'
import type { Mailer, Sent } from '../../platform/mail/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { changeFacility, openFacility } from '../facilities/index.ts'
import type { Services } from '../services.ts'
import { nudgeJob } from './nudge-job.ts'
import { mailTask } from './queue.ts'
import { cameBackChanges, remindedChanges, sentChanges } from './records.ts'
import { findWaiting, putOffMessage, type StoredMessage, settleMessage } from './store.ts'
import { isAnswered, jobKeyOf, mailOfAll } from './together.ts'

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

type Messages = readonly [StoredMessage, ...StoredMessage[]]

/**
 * Hands over what waits and writes down what became of it. NOTE: a process that dies between the two sends it again with the same
 * Message-ID; the other way round a letter could be recorded that never left.
 */
export async function sendMessage(services: Services, mailer: Mailer, asking: Asking, id: string): Promise<void> {
  const waiting = await withScope(services.pool, asking, (client) => findWaiting(asking, client, id), { readOnly: true })
  const [first] = waiting
  if (!first) return
  const now = first.together ? await openFacility(services, asking, first.facility) : undefined
  const answered = now ? waiting.filter((message) => isAnswered(now, message)) : []
  for (const message of answered) await withdraw(services, asking, message)
  const [lead, ...others] = waiting.filter((message) => !answered.includes(message))
  if (lead) {
    const messages: Messages = [lead, ...others]
    const sent = await mailer.send(mailOfAll(messages, now?.state.name ?? ''))
    if (sent.kind === 'later') return later(services, asking, messages, sent.says)
    await settled(services, asking, messages, sent)
  }
  // One mail holds so many; whatever still waits with them leaves in the next.
  if (first.together) await sendMessage(services, mailer, asking, id)
}

async function withdraw(services: Services, asking: Asking, { id, facility }: StoredMessage): Promise<void> {
  await withScope(services.pool, asking, async (client) => {
    await settleMessage(asking, client, { id, state: 'cancelled', at: services.now() })
    await appendAudit(services, asking, client, { action: 'mail/cancelled', subject: facility, detail: { message: id, answered: true } })
  })
}

/** The records of the steps, or of their coming back, in one transaction with the state of the messages. */
async function settled(services: Services, asking: Asking, messages: Messages, sent: Exclude<Sent, { kind: 'later' }>): Promise<void> {
  const [lead, ...others] = messages
  const isRefused = sent.kind === 'refused'
  const action = isRefused ? 'mail/refused' : 'mail/sent'
  const together = others.length === 0 ? {} : { together: others.map(({ id }) => id) }
  const settle = async (client: PoolClient) => {
    const answer = sent.kind === 'refused' ? sent.says : undefined
    for (const { id } of messages) {
      const sentWith = id === lead.id ? undefined : lead.id
      await settleMessage(asking, client, { id, state: isRefused ? 'refused' : 'sent', at: services.now(), answer, sentWith })
    }
  }
  if (messages.every(({ sheet, response }) => sheet === null && response === null)) {
    await withScope(services.pool, asking, async (client) => {
      await settle(client)
      const detail = { message: lead.id, kind: lead.kind, ...together }
      await appendAudit(services, asking, client, { action, subject: lead.facility, detail })
    })
    return
  }
  await changeFacility(
    services,
    asking,
    lead.facility,
    async (now) => {
      const on = services.today()
      const changes = messages.flatMap((message) => [
        ...sentChanges(now, message, on),
        ...(sent.kind === 'accepted' ? remindedChanges(now, message, on) : []),
        ...(sent.kind === 'refused' ? cameBackChanges(now, message, { on, to: message.to, says: sent.says }) : []),
      ])
      const detail = { message: lead.id, kind: lead.kind, sheet: lead.sheet, response: lead.response, ...together }
      return {
        batch: { changes: changes.map((change) => ({ change })), by: 'system' as const, note: { action, detail } },
        value: undefined,
      }
    },
    { after: settle },
  )
}

async function later(services: Services, asking: Asking, messages: Messages, says: string): Promise<void> {
  const [lead] = messages
  const wait = backOffMinutes[lead.attempts]
  await withScope(services.pool, asking, async (client) => {
    if (wait === undefined) {
      for (const { id } of messages) await settleMessage(asking, client, { id, state: 'given-up', at: services.now(), answer: says })
      return
    }
    const nextTryAt = new Date(services.now().getTime() + wait * minuteMs)
    for (const { id } of messages) await putOffMessage(asking, client, { id, nextTryAt, answer: says })
    await enqueueJob(client, { task: mailTask, input: { message: lead.id }, key: jobKeyOf(lead), startAt: nextTryAt })
  })
}
