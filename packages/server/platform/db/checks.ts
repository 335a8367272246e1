import type pg from 'pg'
import { notDurable, tooOld, tooPowerfulRole, unreachable, wrongEncoding, wrongRole } from './messages.ts'

interface ServerFacts {
  readonly fsync: string
  readonly full_page_writes: string
  readonly synchronous_commit: string
  readonly version: string
  readonly version_number: number
  readonly encoding: string
}

const factsQuery = `
  select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
    current_setting('synchronous_commit') as synchronous_commit, current_setting('server_version') as version,
    current_setting('server_version_num')::int as version_number, current_setting('server_encoding') as encoding`

interface RoleFacts {
  readonly role: string
  readonly is_powerful: boolean
  readonly is_app: boolean
}

const roleQuery = `
  select current_user as role,
    r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolreplication
      or exists (select from pg_roles o where o.rolname = 'mimamori_owner' and pg_has_role(r.oid, o.oid, 'member'))
      or exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and pg_has_role(r.oid, c.relowner, 'member')) as is_powerful,
    coalesce((select pg_has_role(r.oid, a.oid, 'usage') from pg_roles a where a.rolname = 'mimamori_app'), false) as is_app
  from pg_roles r where r.rolname = current_user`

async function readOne<T extends pg.QueryResultRow>(pool: pg.Pool, query: string): Promise<T> {
  const { rows } = await pool.query<T>(query).catch((error: unknown) => {
    throw unreachable(error)
  })
  const row = rows[0]
  if (!row) throw new Error('the database answered with no row')
  return row
}

/** Refuses a server on which an acknowledged write could be lost, or on which our SQL does not hold. */
export async function checkServer(pool: pg.Pool): Promise<void> {
  const facts = await readOne<ServerFacts & pg.QueryResultRow>(pool, factsQuery)
  if (facts.version_number < 150_000) throw tooOld(facts.version)
  if (facts.encoding !== 'UTF8') throw wrongEncoding(facts.encoding)
  const off = (['fsync', 'full_page_writes', 'synchronous_commit'] as const).filter((name) => facts[name] === 'off')
  if (off.length > 0) throw notDurable(off)
}

/** Refuses a requests role for which row-level security would not hold. */
export async function checkRequestsRole(pool: pg.Pool): Promise<void> {
  const facts = await readOne<RoleFacts & pg.QueryResultRow>(pool, roleQuery)
  if (facts.is_powerful) throw tooPowerfulRole(facts.role)
  if (!facts.is_app) throw wrongRole(facts.role)
}
