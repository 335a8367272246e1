import type { PoolClient } from 'pg'
import type { Scope } from '../../../platform/index.ts'

/** The reading of the feeds that the facility was held against last; 0 where it never was. */
export async function readMatchedRun(scope: Scope, client: PoolClient, facility: string): Promise<number> {
  const { rows } = await client.query<{ run: number }>('select run from facility_matched where organisation_id = $1 and facility_id = $2', [
    scope.organisation,
    facility,
  ])
  return rows[0]?.run ?? 0
}

export async function writeMatchedRun(
  scope: Scope,
  client: PoolClient,
  { facility, run }: { facility: string; run: number },
): Promise<void> {
  await client.query(
    `insert into facility_matched (organisation_id, facility_id, run) values ($1, $2, $3)
     on conflict (organisation_id, facility_id) do update set run = excluded.run where facility_matched.run < excluded.run`,
    [scope.organisation, facility, run],
  )
}

/** Facilities that some reading of the feeds has not reached; answers the installation alone. */
export async function listBehind(_scope: Scope, client: PoolClient): Promise<readonly { organisation: string; facility: string }[]> {
  const { rows } = await client.query<{ organisation: string; facility: string }>(
    'select organisation_id as organisation, facility_id as facility from facilities_behind_feeds() order by 1, 2',
  )
  return rows
}
