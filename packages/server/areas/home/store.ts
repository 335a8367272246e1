import type { CalendarDate, Change } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'

export async function readPutOff(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; on: CalendarDate },
): Promise<readonly string[]> {
  const { rows } = await client.query<{ task: string }>(
    'select task from put_off where organisation_id = $1 and facility_id = $2 and person_id = $3 and put_off_on = $4 order by task collate "C"',
    [scope.organisation, asked.facility, scope.person ?? null, asked.on],
  )
  return rows.map((row) => row.task)
}

/** What was put off on an earlier day is forgotten on the way. */
export async function writePutOff(
  scope: Scope,
  client: PoolClient,
  given: { facility: string; on: CalendarDate; task: string },
): Promise<void> {
  await client.query('delete from put_off where organisation_id = $1 and facility_id = $2 and person_id = $3 and put_off_on < $4', [
    scope.organisation,
    given.facility,
    scope.person ?? null,
    given.on,
  ])
  await client.query(
    `insert into put_off (organisation_id, facility_id, person_id, task, put_off_on) values ($1, $2, $3, $4, $5)
     on conflict (organisation_id, facility_id, person_id, task) do update set put_off_on = excluded.put_off_on`,
    [scope.organisation, given.facility, scope.person ?? null, given.task, given.on],
  )
}

/** The person's own last change of answers: where the work goes on. */
export async function readLastAnswers(scope: Scope, client: PoolClient, facility: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ changes: readonly Change[] }>(
    `select changes->'changes' as changes from change_log
      where organisation_id = $1 and facility_id = $2 and person_id = $3 and changes->>'by' = 'person'
        and jsonb_path_exists(changes, '$.changes[*] ? (@.slice == "answers")')
      order by revision desc limit 1`,
    [scope.organisation, facility, scope.person ?? null],
  )
  return (rows[0]?.changes ?? []).flatMap((change) => (change.slice === 'answers' && change.kind === 'set' ? [change.id] : []))
}

/** What the person has changed by hand on one day of Japan, less what was undone. */
export async function readChangesOfDay(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; on: CalendarDate },
): Promise<readonly Change[]> {
  const { rows } = await client.query<{ changes: readonly Change[] }>(
    `select changes->'changes' as changes from change_log
      where organisation_id = $1 and facility_id = $2 and person_id = $3 and changes->>'by' = 'person' and undone_by is null
        and at >= ($4::text || 'T00:00:00+09:00')::timestamptz
      order by revision`,
    [scope.organisation, asked.facility, scope.person ?? null, asked.on],
  )
  return rows.flatMap((row) => row.changes)
}

/** Whether a paper of this kind was ever made: the audit trail knows. */
export async function wasPaperMade(scope: Scope, client: PoolClient, asked: { facility: string; kind: string }): Promise<boolean> {
  const { rows } = await client.query<{ made: boolean }>(
    `select exists (select from audit where organisation_id = $1 and action = 'paper/made' and subject = $2 and detail->>'kind' = $3) as made`,
    [scope.organisation, asked.facility, asked.kind],
  )
  return rows[0]?.made ?? false
}
