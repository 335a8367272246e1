import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'

/** When devices were merged into others: the old ids with the time at which each was written as merged. */
export async function readMergeTimes(scope: Scope, client: PoolClient, facility: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; at: string }>(
    `select id, updated_at as at from record
      where organisation_id = $1 and facility_id = $2 and slice = 'aliases' and body->>'slice' = 'assets'`,
    [scope.organisation, facility],
  )
  return new Map(rows.map(({ id, at }) => [id, at]))
}
