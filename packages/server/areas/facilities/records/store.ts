import type { Change, Entry, SliceName } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import type { Scope } from '../../../platform/index.ts'

export interface StoredRecord {
  readonly slice: SliceName
  readonly id: string
  readonly version: number
  readonly body: Entry
}

/** Every record of the facility by slice and id, in code units. */
export async function readRecords(scope: Scope, client: PoolClient, facility: string): Promise<readonly StoredRecord[]> {
  const { rows } = await client.query<StoredRecord>(
    `select slice, id, version, body from record
      where organisation_id = $1 and facility_id = $2 order by slice collate "C", id collate "C"`,
    [scope.organisation, facility],
  )
  return rows
}

/** Who wrote these records last, and when. */
export async function readWriters(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; records: readonly { slice: SliceName; id: string }[] },
): Promise<readonly { slice: SliceName; id: string; person: string | null; at: string }[]> {
  const { rows } = await client.query<{ slice: SliceName; id: string; person: string | null; at: string }>(
    `select r.slice, r.id, r.updated_by as person, r.updated_at as at
       from record r join unnest($3::text[], $4::text[]) as w (slice, id) on w.slice = r.slice and w.id = r.id
      where r.organisation_id = $1 and r.facility_id = $2`,
    [scope.organisation, asked.facility, asked.records.map((one) => one.slice), asked.records.map((one) => one.id)],
  )
  return rows
}

export interface RecordsToWrite {
  readonly facility: string
  readonly at: Date
  readonly write: readonly StoredRecord[]
  readonly remove: readonly { readonly slice: SliceName; readonly id: string }[]
}

export async function writeRecords(scope: Scope, client: PoolClient, { facility, at, write, remove }: RecordsToWrite): Promise<void> {
  if (remove.length > 0) {
    await client.query(
      `delete from record r using unnest($3::text[], $4::text[]) as w (slice, id)
        where r.organisation_id = $1 and r.facility_id = $2 and r.slice = w.slice and r.id = w.id`,
      [scope.organisation, facility, remove.map((one) => one.slice), remove.map((one) => one.id)],
    )
  }
  if (write.length === 0) return
  await client.query(
    `insert into record (organisation_id, facility_id, slice, id, version, body, updated_at, updated_by)
     select $1, $2, w.slice, w.id, w.version, w.body::jsonb, $7, $8
       from unnest($3::text[], $4::text[], $5::bigint[], $6::text[]) as w (slice, id, version, body)
     on conflict (organisation_id, facility_id, slice, id)
       do update set version = excluded.version, body = excluded.body, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
    [
      scope.organisation,
      facility,
      write.map((one) => one.slice),
      write.map((one) => one.id),
      write.map((one) => one.version),
      write.map((one) => JSON.stringify(one.body)),
      at,
      scope.person ?? null,
    ],
  )
}

/** Who makes a change: decides what it may touch. */
export type Author = 'person' | 'vendor' | 'import' | 'year' | 'undo' | 'system'

/** What one revision did: the changes, the rows that it wrote (`version` absent = removed), and what undoes it. */
export interface LoggedChange {
  readonly revision: number
  readonly by: Author
  readonly changes: readonly Change[]
  readonly touched: readonly { readonly slice: SliceName; readonly id: string; readonly version?: number }[]
  readonly undo: readonly Change[]
  /** The revision that this one undid. */
  readonly undoes?: number | undefined
}

export async function writeLog(scope: Scope, client: PoolClient, logged: LoggedChange & { facility: string; at: Date }): Promise<void> {
  const { changes, touched, by, undoes } = logged
  await client.query(
    'insert into change_log (organisation_id, facility_id, revision, at, person_id, changes, undo) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      scope.organisation,
      logged.facility,
      logged.revision,
      logged.at,
      scope.person ?? null,
      JSON.stringify({ by, changes, touched, undoes }),
      JSON.stringify(logged.undo),
    ],
  )
}

/** Keys (as of `versionKey`) of the records that were written after a revision. */
export async function changedSince(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; revision: number },
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ key: string }>(
    `select distinct (t->>'slice') || E'\\n' || (t->>'id') as key
       from change_log l cross join jsonb_array_elements(l.changes->'touched') as t
      where l.organisation_id = $1 and l.facility_id = $2 and l.revision > $3`,
    [scope.organisation, asked.facility, asked.revision],
  )
  return new Set(rows.map((row) => row.key))
}
