import type pg from 'pg'
import type { Clock } from '../clock/clock.ts'
import { type Scope, withScope } from '../db/scope.ts'
import { type AuditEntry, type AuditHead, canonicalJson, emptyHead, hashEntry, storable, storableText } from './chain.ts'

/** What happened: `action` is a word of ours, `subject` an id. Never a password, a token or what a person wrote. */
export interface AuditEvent {
  readonly action: string
  readonly subject: string
  readonly detail?: unknown
  readonly from?: string | undefined
}

interface AuditRow {
  readonly organisation_id: string
  readonly seq: number
  readonly at: string
  readonly person_id: string | null
  readonly action: string
  readonly subject: string
  readonly detail: unknown
  readonly from_address: string | null
  readonly prev_hash: string
  readonly hash: string
}

/** The last line's number and hash: printed in every pack, since a chain alone does not show a cut tail. */
export async function readAuditHead(client: pg.ClientBase, organisation: string): Promise<AuditHead> {
  const { rows } = await client.query<AuditHead>('select seq, hash from audit where organisation_id = $1 order by seq desc limit 1', [
    organisation,
  ])
  return rows[0] ?? emptyHead
}

/**
 * Adds a line in the transaction of the change that it tells of: both are kept or neither. Lines of one organisation wait
 * for each other until their transactions end, so this belongs at the end of the work. Needs `read committed`.
 */
export async function appendAudit(client: pg.ClientBase, given: { scope: Scope; clock: Clock; event: AuditEvent }): Promise<AuditHead> {
  const { scope, event } = given
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`mimamori/audit/${scope.organisation}`])
  const before = await readAuditHead(client, scope.organisation)
  const entry: AuditEntry = {
    organisation: scope.organisation,
    seq: before.seq + 1,
    at: given.clock.now().toISOString(),
    person: scope.person ?? null,
    action: event.action,
    subject: storableText(event.subject),
    detail: storable(event.detail),
    from: event.from ?? null,
    prev: before.hash,
  }
  const hash = hashEntry(entry)
  await client.query(
    `insert into audit (organisation_id, seq, at, person_id, action, subject, detail, from_address, prev_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      entry.organisation,
      entry.seq,
      entry.at,
      entry.person,
      entry.action,
      entry.subject,
      JSON.stringify(entry.detail),
      entry.from,
      entry.prev,
      hash,
    ],
  )
  return { seq: entry.seq, hash }
}

function toLine(row: AuditRow): string {
  return canonicalJson({
    organisation: row.organisation_id,
    seq: row.seq,
    at: row.at,
    person: row.person_id,
    action: row.action,
    subject: row.subject,
    detail: row.detail,
    from: row.from_address,
    prev: row.prev_hash,
    hash: row.hash,
  })
}

const perBatch = 1_000

/** The whole trail of the scope's organisation, one JSON line each, oldest first; what `verifyAudit` reads. */
export async function* exportAudit(pool: pg.Pool, scope: Scope): AsyncGenerator<string> {
  let last = 0
  for (;;) {
    const rows = await withScope(pool, scope, (client) => readBatch(client, { organisation: scope.organisation, last }), { readOnly: true })
    for (const row of rows) yield toLine(row)
    last = rows.at(-1)?.seq ?? last
    if (rows.length < perBatch) return
  }
}

/** The same over one connection, in the caller's transaction and by the rights of its role. */
export async function* readAuditLines(client: pg.ClientBase, organisation: string): AsyncGenerator<string> {
  let last = 0
  for (;;) {
    const rows = await readBatch(client, { organisation, last })
    for (const row of rows) yield toLine(row)
    last = rows.at(-1)?.seq ?? last
    if (rows.length < perBatch) return
  }
}

async function readBatch(client: pg.ClientBase, from: { organisation: string; last: number }): Promise<AuditRow[]> {
  const { rows } = await client.query<AuditRow>(
    `select organisation_id, seq, at, person_id, action, subject, detail, from_address, prev_hash, hash
       from audit where organisation_id = $1 and seq > $2 order by seq limit ${perBatch}`,
    [from.organisation, from.last],
  )
  return rows
}
