import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'

/** The login of the person who asks. */
export async function readLogin(_scope: Scope, client: PoolClient, person: string): Promise<string | undefined> {
  const { rows } = await client.query<{ login: string }>('select login from person where id = $1', [person])
  return rows[0]?.login
}
