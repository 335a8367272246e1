import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'

export type MailKind = 'request' | 'chase-up' | 'second-contact' | 'head-letter' | 'notice' | 'test' | 'acceptance-ending'
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
  readonly kind: MailKind
  readonly to: string
  readonly replyTo?: string | undefined
  readonly subject: string
  readonly body: string
  readonly attachments: readonly KeptAttachment[]
  readonly messageId: string
  readonly at: Date
}

export interface StoredMessage {
  readonly id: string
  readonly facility: string
  readonly sheet: string | null
  readonly kind: MailKind
  readonly to: string
  readonly replyTo: string | null
  readonly subject: string
  readonly body: string
  readonly attachments: readonly KeptAttachment[]
  readonly messageId: string
  readonly state: MailState
  readonly attempts: number
}

/** False where a message of this id is there already. */
export async function insertMessage(scope: Scope, client: PoolClient, message: NewMessage): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into mail_message (organisation_id, id, facility_id, sheet, kind, to_address, reply_to, subject, body, attachments, message_id,
         state, queued_at, queued_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'waiting', $12, $13) on conflict do nothing`,
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
    ],
  )
  return rowCount === 1
}

/** A message that still waits, whole. */
export async function findWaiting(scope: Scope, client: PoolClient, id: string): Promise<StoredMessage | undefined> {
  const { rows } = await client.query<StoredMessage>(
    `select id, facility_id as facility, sheet, kind, to_address as "to", reply_to as "replyTo", subject, body, attachments,
         message_id as "messageId", state, attempts
       from mail_message where organisation_id = $1 and id = $2 and state = 'waiting'`,
    [scope.organisation, id],
  )
  return rows[0]
}

/** Whether it still waited: what was cancelled or settled meanwhile stays so. */
export async function settleMessage(
  scope: Scope,
  client: PoolClient,
  how: { id: string; facility?: string | undefined; state: MailState; at: Date; answer?: string | undefined },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update mail_message set state = $3, settled_at = $4, answer = coalesce($5, answer), attempts = attempts + 1, next_try_at = null
      where organisation_id = $1 and id = $2 and state = 'waiting' and ($6::text is null or facility_id = $6)`,
    [scope.organisation, how.id, how.state, how.at, how.answer ?? null, how.facility ?? null],
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
export async function requeueMessage(scope: Scope, client: PoolClient, which: { id: string; facility: string }): Promise<boolean> {
  const { rowCount } = await client.query(
    `update mail_message set state = 'waiting', attempts = 0, settled_at = null, next_try_at = null
      where organisation_id = $1 and id = $2 and facility_id = $3 and state = 'given-up'`,
    [scope.organisation, which.id, which.facility],
  )
  return rowCount === 1
}

export interface ListedMessage {
  readonly id: string
  readonly sheet: string | null
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
    `select id, sheet, kind, to_address as "to", subject, state, attempts, queued_at as "queuedAt", next_try_at as "nextTryAt",
         settled_at as "settledAt", answer
       from mail_message where organisation_id = $1 and facility_id = $2 order by queued_at desc, id limit $3`,
    [scope.organisation, facility, shownAtMost],
  )
  return rows
}

/** The message of this Message-ID that was sent about a sheet, if it is one of this facility. */
export async function findByMessageId(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; messageId: string },
): Promise<{ id: string; sheet: string | null; kind: MailKind } | undefined> {
  const { rows } = await client.query<{ id: string; sheet: string | null; kind: MailKind }>(
    'select id, sheet, kind from mail_message where organisation_id = $1 and facility_id = $2 and message_id = $3',
    [scope.organisation, asked.facility, asked.messageId],
  )
  return rows[0]
}
