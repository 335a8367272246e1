import type pg from 'pg'
import type { PersonScope, Scope } from '../../db/scope.ts'

export async function beginRound(
  client: pg.ClientBase,
  given: { hash: Buffer; session: string | undefined; checks: Buffer; until: Date },
): Promise<void> {
  await client.query('select auth_begin_outside($1, $2, $3, $4)', [given.hash, given.session ?? null, given.checks, given.until])
}

export interface RoundRow {
  readonly session: string | null
  readonly checks: Buffer
  readonly issuer: string | null
  readonly subject: string | null
}

export async function findRound(client: pg.ClientBase, given: { hash: Buffer; at: Date }): Promise<RoundRow | undefined> {
  const { rows } = await client.query<RoundRow>(
    'select session_id as session, sealed_checks as checks, issuer, subject from auth_find_outside($1, $2)',
    [given.hash, given.at],
  )
  return rows[0]
}

export async function endRound(client: pg.ClientBase, hash: Buffer): Promise<void> {
  await client.query('select auth_end_outside($1)', [hash])
}

export interface OutsideAccount {
  readonly issuer: string
  readonly subject: string
}

export async function keepAnswer(client: pg.ClientBase, given: OutsideAccount & { hash: Buffer; name: string }): Promise<void> {
  await client.query('select auth_answer_outside($1, $2, $3, $4)', [given.hash, given.issuer, given.subject, given.name])
}

export async function findLinked(client: pg.ClientBase, account: OutsideAccount): Promise<string | undefined> {
  const { rows } = await client.query<{ person: string | null }>('select auth_find_outside_account($1, $2) as person', [
    account.issuer,
    account.subject,
  ])
  return rows[0]?.person ?? undefined
}

/** False when the account is linked already. */
export async function linkOwn(client: pg.ClientBase, given: OutsideAccount & { person: string; at: Date }): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into outside_account (issuer, subject, person_id, linked_at, linked_by) values ($1, $2, $3, $4, $3) on conflict do nothing`,
    [given.issuer, given.subject, given.person, given.at],
  )
  return rowCount === 1
}

export async function countLinked(client: pg.ClientBase, person: string): Promise<number> {
  return (await client.query('select from outside_account where person_id = $1', [person])).rowCount ?? 0
}

export async function unlink(client: pg.ClientBase, person: string): Promise<void> {
  await client.query('delete from outside_account where person_id = $1', [person])
}

export async function requestLink(client: pg.ClientBase, given: { hash: Buffer; login: string; at: Date }): Promise<void> {
  await client.query('select auth_request_outside($1, $2, $3)', [given.hash, given.login, given.at])
}

export interface LinkRequest {
  readonly id: string
  readonly person: string
  readonly name: string
  /** What the sign-in service calls the account: shown, never trusted. */
  readonly shownName: string
  readonly at: string
}

export async function listRequests(client: pg.ClientBase, scope: Scope): Promise<readonly LinkRequest[]> {
  const { rows } = await client.query<LinkRequest>(
    `select r.id, r.person_id as person, p.name, r.shown_name as "shownName", r.at
       from outside_request r join person p on p.id = r.person_id where r.organisation_id = $1 order by r.at, r.id`,
    [scope.organisation],
  )
  return rows
}

export async function approveRequest(client: pg.ClientBase, scope: PersonScope, given: { id: string; at: Date }): Promise<boolean> {
  const { rows } = await client.query<{ linked: boolean }>('select auth_link_outside($1, $2, $3) as linked', [
    given.id,
    scope.person,
    given.at,
  ])
  return rows[0]?.linked === true
}

export async function dropRequest(client: pg.ClientBase, scope: Scope, id: string): Promise<void> {
  await client.query('delete from outside_request where organisation_id = $1 and id = $2', [scope.organisation, id])
}
