import type pg from 'pg'
import { z } from 'zod'

/** Who is asking, and for which organisation. Every store function takes one. */
export interface Scope {
  readonly organisation: string
  readonly person?: string | undefined
  /**
   * Of somebody from another organisation: `organisation` is entered by this relation, in every transaction anew, so that the
   * database itself refuses as soon as the relation has ended.
   */
  readonly via?: Via | undefined
}

/** Of a person, not of the installation or a job. */
export type PersonScope = Scope & { readonly person: string }

/** The relation by which a person of another organisation (`viewer`) comes in, or the session of a link with a one-time number. */
export type Via =
  | { readonly relation: string; readonly viewer: string; readonly at: Date }
  | { readonly guest: string; readonly viewer: string; readonly at: Date }

/** What runs for the installation itself (its keys, its own trail) and for no organisation. */
export const installation = '00000000-0000-0000-0000-000000000000'

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable'
  readonly readOnly?: boolean
}

const scopeShape = z.object({
  organisation: z.guid(),
  person: z.guid().optional(),
  via: z
    .union([
      z.strictObject({ relation: z.guid(), viewer: z.guid(), at: z.date() }),
      z.strictObject({ guest: z.guid(), viewer: z.guid(), at: z.date() }),
    ])
    .optional(),
})

/** The relation has ended, or never was: nothing of the facility is seen any more. */
export class RelationEnded extends Error {}

async function enter(client: pg.PoolClient, { organisation, person, via }: z.infer<typeof scopeShape>): Promise<void> {
  const setting = `select set_config('app.organisation', $1, true), set_config('app.person', $2, true)`
  await client.query(setting, [via?.viewer ?? organisation, person ?? ''])
  if (!via) return
  const [by, wanted] = 'guest' in via ? ['answer_session_enter', via.guest] : ['relation_enter', via.relation]
  const { rows } = await client.query<{ organisation: string }>(`select organisation_id as organisation from ${by}($1, $2)`, [
    wanted,
    via.at,
  ])
  if (rows[0]?.organisation !== organisation) throw new RelationEnded('the relation has ended')
}

function beginStatement(options: TransactionOptions): string {
  const isolation = options.isolation ? ` isolation level ${options.isolation}` : ''
  return `begin${isolation}${options.readOnly ? ' read only' : ''}`
}

async function runTransaction<T>(
  client: pg.PoolClient,
  steps: { begin: string; enter: () => Promise<unknown>; fn: () => Promise<T> },
): Promise<T> {
  await client.query(steps.begin)
  try {
    await steps.enter()
    const result = await steps.fn()
    // NOTE: COMMIT of a failed transaction answers ROLLBACK and no error, so a swallowed failure would look like success.
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** The driver has no code of its own for a lost connection; this is the one of the standard. */
class ConnectionLost extends Error {
  readonly code = '08006'
}

/** A connection that no longer answers is thrown away instead of handed out again, and is what went wrong. */
async function withConnection<T>(pool: pg.Pool, fn: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const onError = () => undefined // a connection that breaks while lent out also fails its query, which is what we report
  client.on('error', onError)
  let isBroken = false
  try {
    return await fn(client)
  } catch (error) {
    isBroken = !(await client.query('select 1').then(
      () => true,
      () => false,
    ))
    throw isBroken ? new ConnectionLost('the connection to the database was lost', { cause: error }) : error
  } finally {
    client.off('error', onError)
    client.release(isBroken)
  }
}

/**
 * One transaction in the name of an organisation: row-level security shows and takes its rows alone. The setting is
 * local to the transaction, so that the pooled connection carries nothing over.
 */
export async function withScope<T>(
  pool: pg.Pool,
  scope: Scope,
  fn: (client: pg.PoolClient) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const given = scopeShape.parse({ organisation: scope.organisation, person: scope.person, via: scope.via })
  return withConnection(pool, (client) =>
    runTransaction(client, {
      begin: beginStatement(options),
      enter: () => enter(client, given),
      fn: () => fn(client),
    }),
  )
}

/** One transaction in the name of a person who has no organisation yet: sign-in and the choice of an organisation. */
export async function withPerson<T>(pool: pg.Pool, person: string, fn: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const id = z.guid().parse(person)
  return withConnection(pool, (client) =>
    runTransaction(client, {
      begin: 'begin',
      enter: () => client.query(`select set_config('app.organisation', '', true), set_config('app.person', $1, true)`, [id]),
      fn: () => fn(client),
    }),
  )
}

/** One transaction in nobody's name; it sees no tenant's rows and may call the sign-in functions. */
export async function withoutScope<T>(pool: pg.Pool, fn: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return withConnection(pool, (client) =>
    runTransaction(client, {
      begin: 'begin',
      enter: () => client.query(`select set_config('app.organisation', '', true), set_config('app.person', '', true)`),
      fn: () => fn(client),
    }),
  )
}
