import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'

export type MailKind =
  | 'request'
  | 'chase-up'
  | 'second-contact'
  | 'head-letter'
  | 'notice'
  | 'test'
  | 'acceptance-ending'
  | 'response-reminder'
  | 'responses-due'
export type MailState = 'waiting' | 'sent' | 'refused' | 'given-up' | 'cancelled'

/** An attachment as the row keeps it. */
export interface KeptAttachment {
  readonly name: string
  readonly mediaType: string
  readonly base64: string
}

export interface NewMessage {
  readonly id: string
  readonly facility: string
  readonly sheet?: string | undefined
  readonly response?: string | undefined
  readonly kind: MailKind
  readonly to: string
  readonly replyTo?: string | undefined
  readonly subject: string
  readonly body: string
  readonly attachments: readonly KeptAttachment[]
  readonly messageId: string
  readonly at: Date
  /** Of mail that leaves together with the others to the same address: not before this. */
  readonly holdUntil?: Date | undefined
}

export interface StoredMessage {
  readonly id: string
  readonly facility: string
  readonly sheet: string | null
  readonly response: string | null
  readonly kind: MailKind
  readonly to: string
  readonly replyTo: string | null
  readonly subject: string
  readonly body: string
  readonly attachments: readonly KeptAttachment[]
  readonly messageId: string
  readonly state: MailState
  readonly attempts: number
  readonly together: boolean
}

/** False where a message of this id is there already. */
export async function insertMessage(scope: Scope, client: PoolClient, message: NewMessage): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into mail_message (organisation_id, id, facility_id, sheet, kind, to_address, reply_to, subject, body, attachments, message_id,
         state, queued_at, queued_by, together, next_try_at, response)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'waiting', $12, $13, $14::timestamptz is not null, $14, $15)
       on conflict do nothing`,
    [
      scope.organisation,
      message.id,
      message.facility,
      message.sheet ?? null,
      message.kind,
      message.to,
      message.replyTo ?? null,
      message.subject,
      message.body,
      JSON.stringify(message.attachments),
      message.messageId,
      message.at,
      scope.person ?? null,
      message.holdUntil ?? null,
      message.response ?? null,
    ],
  )
  return rowCount === 1
}

const atOnceAtMost = 20

/** What leaves now, the oldest first: the message, if it still waits, or all that wait with it for the same address. */
export async function findWaiting(scope: Scope, client: PoolClient, id: string): Promise<readonly StoredMessage[]> {
  const { rows } = await client.query<StoredMessage>(
    `select m.id, m.facility_id as facility, m.sheet, m.response, m.kind, m.to_address as "to", m.reply_to as "replyTo", m.subject, m.body, m.attachments,
         m.message_id as "messageId", m.state, m.attempts, m.together
       from mail_message asked join mail_message m on m.organisation_id = asked.organisation_id and (m.id = asked.id
         or (asked.together and m.together and m.facility_id = asked.facility_id and m.to_address = asked.to_address))
      where asked.organisation_id = $1 and asked.id = $2 and m.state = 'waiting' order by m.queued_at, m.id limit $3`,
    [scope.organisation, id, atOnceAtMost],
  )
  return rows
}

/** Whether it still waited: what was cancelled or settled meanwhile stays so. */
export async function settleMessage(
  scope: Scope,
  client: PoolClient,
  how: {
    id: string
    facility?: string | undefined
    state: MailState
    at: Date
    answer?: string | undefined
    sentWith?: string | undefined
  },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update mail_message set state = $3, settled_at = $4, answer = coalesce($5, answer), attempts = attempts + 1,
         next_try_at = null, sent_with = $7
      where organisation_id = $1 and id = $2 and state = 'waiting' and ($6::text is null or facility_id = $6)`,
    [scope.organisation, how.id, how.state, how.at, how.answer ?? null, how.facility ?? null, how.sentWith ?? null],
  )
  return rowCount === 1
}

export async function putOffMessage(scope: Scope, client: PoolClient, how: { id: string; nextTryAt: Date; answer: string }): Promise<void> {
  await client.query(
    `update mail_message set attempts = attempts + 1, next_try_at = $3, answer = $4 where organisation_id = $1 and id = $2 and state = 'waiting'`,
    [scope.organisation, how.id, how.nextTryAt, how.answer],
  )
}

/** One that was given up waits again. */
export async function requeueMessage(
  scope: Scope,
  client: PoolClient,
  which: { id: string; facility: string },
): Promise<Pick<StoredMessage, 'id' | 'facility' | 'to' | 'together'> | undefined> {
  const { rows } = await client.query<Pick<StoredMessage, 'id' | 'facility' | 'to' | 'together'>>(
    `update mail_message set state = 'waiting', attempts = 0, settled_at = null, next_try_at = null
      where organisation_id = $1 and id = $2 and facility_id = $3 and state = 'given-up'
      returning id, facility_id as facility, to_address as "to", together`,
    [scope.organisation, which.id, which.facility],
  )
  return rows[0]
}

export interface ListedMessage {
  readonly id: string
  readonly sheet: string | null
  readonly response: string | null
  readonly kind: MailKind
  readonly to: string
  readonly subject: string
  readonly state: MailState
  readonly attempts: number
  readonly queuedAt: string
  readonly nextTryAt: string | null
  readonly settledAt: string | null
  readonly answer: string | null
}

const shownAtMost = 500

/** The newest first, without bodies and attachments. */
export async function listMessages(scope: Scope, client: PoolClient, facility: string): Promise<readonly ListedMessage[]> {
  const { rows } = await client.query<ListedMessage>(
    `select id, sheet, response, kind, to_address as "to", subject, state, attempts, queued_at as "queuedAt", next_try_at as "nextTryAt",
         settled_at as "settledAt", answer
       from mail_message where organisation_id = $1 and facility_id = $2 order by queued_at desc, id limit $3`,
    [scope.organisation, facility, shownAtMost],
  )
  return rows
}

/** The message of this Message-ID, if it is one of this facility, and those that left with it. */
export async function findByMessageId(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; messageId: string },
): Promise<readonly { id: string; sheet: string | null; kind: MailKind }[]> {
  const { rows } = await client.query<{ id: string; sheet: string | null; kind: MailKind }>(
    `select m.id, m.sheet, m.kind from mail_message lead join mail_message m on m.organisation_id = lead.organisation_id
         and (m.id = lead.id or m.sent_with = lead.id)
      where lead.organisation_id = $1 and lead.facility_id = $2 and lead.message_id = $3 order by m.queued_at, m.id`,
    [scope.organisation, asked.facility, asked.messageId],
  )
  return rows
}
