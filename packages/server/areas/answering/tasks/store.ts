import type { PoolClient } from 'pg'
import type { Scope } from '../../../platform/index.ts'

/** What each client of a vendor has left for it, in one statement however many there are. */
export async function listTaskSummaries(
  scope: Scope,
  client: PoolClient,
  at: Date,
): Promise<readonly { relation: string; body: unknown }[]> {
  const { rows } = await client.query<{ relation: string; body: unknown }>(
    `select r.id as relation, s.body from relation r join relation_summary s on s.relation_id = r.id
      where r.viewer_id = $1 and r.kind = 'vendor' and relation_is_live(r.state, r.valid_until, $2)`,
    [scope.organisation, at],
  )
  return rows
}
