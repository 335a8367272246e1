import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'

/** A file that was read and shown, and is not registered yet. */
export interface Draft<T> {
  readonly id: string
  readonly kind: string
  readonly facility: string
  readonly body: T
  readonly expiresAt: string
}

export async function insertDraft(
  scope: Scope,
  client: PoolClient,
  draft: { kind: string; facility: string; body: unknown; at: Date; expiresAt: Date },
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into import_draft (organisation_id, facility_id, kind, created_at, created_by, expires_at, body)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [scope.organisation, draft.facility, draft.kind, draft.at, scope.person ?? null, draft.expiresAt, JSON.stringify(draft.body)],
  )
  const [row] = rows
  if (!row) throw new Error('the draft was not stored')
  return row.id
}

/** The draft, held until the end of the transaction: it is registered once. Undefined after its time. */
export async function lockDraft<T>(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; id: string; at: Date },
): Promise<Draft<T> | undefined> {
  const { rows } = await client.query<Draft<T>>(
    `select id, kind, facility_id as facility, body, expires_at as "expiresAt" from import_draft
      where organisation_id = $1 and facility_id = $2 and id = $3 and expires_at > $4 for update`,
    [scope.organisation, asked.facility, asked.id, asked.at],
  )
  return rows[0]
}

/** The SHA-256 of the file that it was read from; undefined where there was no such draft. */
export async function deleteDraft(scope: Scope, client: PoolClient, asked: { facility: string; id: string }): Promise<string | undefined> {
  const { rows } = await client.query<{ sha256: string }>(
    `delete from import_draft where organisation_id = $1 and facility_id = $2 and id = $3 returning body->>'sha256' as sha256`,
    [scope.organisation, asked.facility, asked.id],
  )
  return rows[0]?.sha256
}

export async function deleteExpired(scope: Scope, client: PoolClient, at: Date): Promise<void> {
  await client.query('delete from import_draft where organisation_id = $1 and expires_at <= $2', [scope.organisation, at])
}

/** What was said of columns, by the folded heading; an empty field = not read. */
export async function readChoices(scope: Scope, client: PoolClient): Promise<readonly { heading: string; field: string }[]> {
  const { rows } = await client.query<{ heading: string; field: string }>(
    'select heading, field from column_choice where organisation_id = $1 order by chosen_at desc limit 2000',
    [scope.organisation],
  )
  return rows
}

export async function keepChoices(
  scope: Scope,
  client: PoolClient,
  { choices, at }: { choices: ReadonlyMap<string, string>; at: Date },
): Promise<void> {
  if (choices.size === 0) return
  await client.query(
    `insert into column_choice (organisation_id, heading, field, chosen_at, chosen_by)
     select $1, said.heading, said.field, $4, $5 from unnest($2::text[], $3::text[]) as said (heading, field)
     on conflict (organisation_id, heading) do update set field = excluded.field, chosen_at = excluded.chosen_at,
       chosen_by = excluded.chosen_by`,
    [scope.organisation, [...choices.keys()], [...choices.values()], at, scope.person ?? null],
  )
}

/** One registered import, as the log and the trail tell it. */
export interface ImportRow {
  readonly revision: number
  readonly at: string
  readonly kind: string
  readonly file: string | null
  /** Of what is kept of the file; null in records of an older version. */
  readonly sha256: string | null
  readonly by: string | null
  readonly changes: number
  readonly undone: boolean
}

export async function readImports(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; most: number },
): Promise<readonly ImportRow[]> {
  const { rows } = await client.query<ImportRow>(
    `select l.revision, l.at, a.detail->>'kind' as kind, f.name as file, a.detail->>'sha256' as sha256,
            p.name as by,
            jsonb_array_length(l.changes->'changes') as changes, l.undone_by is not null as undone
       from audit a
       join change_log l on l.organisation_id = a.organisation_id and l.facility_id = a.subject
        and l.revision = (a.detail->>'revision')::bigint
       left join evidence_file f on f.organisation_id = a.organisation_id and f.sha256 = a.detail->>'sha256'
       left join person p on p.id = l.person_id
      where a.organisation_id = $1 and a.subject = $2 and a.action = 'import/registered'
      order by l.revision desc limit $3`,
    [scope.organisation, asked.facility, asked.most],
  )
  return rows
}
