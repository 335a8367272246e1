import type { PoolClient } from 'pg'
import type { Scope } from '../../../platform/index.ts'
import type { StoredLine } from '../../kept.ts'

/** All findings in words, in order of id. */
export async function readLines(scope: Scope, client: PoolClient, facility: string): Promise<readonly StoredLine[]> {
  const { rows } = await client.query<{ body: StoredLine }>(
    'select body from finding where organisation_id = $1 and facility_id = $2 order by id collate "C"',
    [scope.organisation, facility],
  )
  return rows.map((row) => row.body)
}

export async function writeLines(
  scope: Scope,
  client: PoolClient,
  { facility, write, remove }: { facility: string; write: readonly StoredLine[]; remove: readonly string[] },
): Promise<void> {
  if (remove.length > 0) {
    await client.query('delete from finding where organisation_id = $1 and facility_id = $2 and id = any($3::text[])', [
      scope.organisation,
      facility,
      remove,
    ])
  }
  if (write.length === 0) return
  await client.query(
    `insert into finding (organisation_id, facility_id, id, rule, area, severity, state, party, due_on, first_seen_on, last_seen_on, body)
     select $1, $2, w.id, w.rule, w.area, w.severity, w.state, w.party, w.due_on, w.first_seen_on, w.last_seen_on, w.body::jsonb
       from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::date[], $10::date[], $11::date[], $12::text[])
         as w (id, rule, area, severity, state, party, due_on, first_seen_on, last_seen_on, body)
     on conflict (organisation_id, facility_id, id) do update set rule = excluded.rule, area = excluded.area, severity = excluded.severity,
       state = excluded.state, party = excluded.party, due_on = excluded.due_on, first_seen_on = excluded.first_seen_on,
       last_seen_on = excluded.last_seen_on, body = excluded.body`,
    [
      scope.organisation,
      facility,
      write.map((one) => one.id),
      write.map((one) => one.rule),
      write.map((one) => one.area),
      write.map((one) => one.severity),
      write.map((one) => one.state),
      write.map((one) => one.party),
      write.map((one) => one.dueOn ?? null),
      write.map((one) => one.firstSeenOn),
      write.map((one) => one.lastSeenOn),
      write.map((one) => JSON.stringify(one)),
    ],
  )
}
