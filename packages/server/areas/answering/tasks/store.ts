import type { PoolClient } from 'pg'
import type { Scope } from '../../../platform/index.ts'

/** What each client of a vendor has left for it, in one statement however many there are. */
export async function listTaskSummaries(
  scope: Scope,
  client: PoolClient,
  at: Date,
): Promise<readonly { relation: string; body: unknown }[]> {
  const { rows } = await client.query<{ relation: string; body: unknown }>(
    `select r.id as relation, c.body from relation_clients($2) c join relation r on r.id = c.relation_id
      where r.viewer_id = $1 and r.kind = 'vendor' and c.body is not null`,
    [scope.organisation, at],
  )
  return rows
}
