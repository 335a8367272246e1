import pg from 'pg'
import type { DirectConnection } from '../pool.ts'
import { roleStatements } from '../role-statements.ts'
import type { DatabasePasswords } from './credentials.ts'

async function withClient<T>(settings: DirectConnection, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(settings)
  await client.connect()
  try {
    return await fn(client)
  } finally {
    await client.end()
  }
}

async function isComplete(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ complete: boolean }>(
    `select (select count(*) from pg_roles where rolname in ('mimamori_owner', 'mimamori_app', 'mimamori_jobs')) = 3
        and exists (select from pg_database where datname = 'mimamori') as complete`,
  )
  return rows[0]?.complete === true
}

/** Makes roles and database where they are missing; safe to repeat after a kill at any point. */
export async function ensureRoles(admin: DirectConnection, passwords: DatabasePasswords): Promise<void> {
  await withClient({ ...admin, database: 'postgres' }, async (client) => {
    if (await isComplete(client)) return
    const { roles, database } = roleStatements({ database: 'mimamori', passwords })
    for (const statement of roles) await client.query(statement)
    const { rowCount } = await client.query(`select from pg_database where datname = 'mimamori'`)
    // NOTE: the database comes last: it is the sign that everything before it was done.
    if (rowCount === 0) for (const statement of database) await client.query(statement)
  })
}
