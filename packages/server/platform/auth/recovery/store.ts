import type pg from 'pg'
import type { PersonScope, Scope } from '../../db/scope.ts'

export async function mayReset(client: pg.ClientBase, given: { issuer: string; person: string }): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>('select auth_may_reset($1, $2) as may', [given.issuer, given.person])
  return rows[0]?.may === true
}

/** A new number; one that was issued before is worthless from now on. */
export async function addResetNumber(
  client: pg.ClientBase,
  scope: PersonScope,
  given: { person: string; hash: Buffer; dropsFactors: boolean; at: Date; until: Date },
): Promise<void> {
  await client.query('delete from reset_number where organisation_id = $1 and person_id = $2 and used_at is null', [
    scope.organisation,
    given.person,
  ])
  await client.query(
    `insert into reset_number (organisation_id, person_id, number_hash, drops_factors, created_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
    [scope.organisation, given.person, given.hash, given.dropsFactors, scope.person, given.at, given.until],
  )
}

export async function isResetNumberOpen(client: pg.ClientBase, given: { login: string; hash: Buffer; at: Date }): Promise<boolean> {
  const { rows } = await client.query<{ open: boolean }>('select auth_is_reset_number_open($1, $2, $3) as open', [
    given.login,
    given.hash,
    given.at,
  ])
  return rows[0]?.open === true
}

export async function useResetNumber(
  client: pg.ClientBase,
  given: { login: string; hash: Buffer; at: Date; passwordHash: string },
): Promise<{ person: string; organisation: string } | undefined> {
  const { rows } = await client.query<{ person: string; organisation: string }>(
    'select person_id as person, organisation_id as organisation from auth_use_reset_number($1, $2, $3, $4)',
    [given.login, given.hash, given.at, given.passwordHash],
  )
  return rows[0]
}

export async function sealEnvelope(client: pg.ClientBase, scope: PersonScope, given: { hash: Buffer; at: Date }): Promise<void> {
  await client.query('delete from recovery_envelope where organisation_id = $1', [scope.organisation])
  await client.query('insert into recovery_envelope (organisation_id, code_hash, made_by, made_at) values ($1, $2, $3, $4)', [
    scope.organisation,
    given.hash,
    scope.person,
    given.at,
  ])
}

export interface EnvelopeRow {
  readonly madeAt: string
  readonly usedAt: string | null
}

export async function readEnvelope(client: pg.ClientBase, scope: Scope): Promise<EnvelopeRow | undefined> {
  const { rows } = await client.query<EnvelopeRow>(
    'select made_at as "madeAt", used_at as "usedAt" from recovery_envelope where organisation_id = $1',
    [scope.organisation],
  )
  return rows[0]
}

export async function isEnvelopeSealed(client: pg.ClientBase, hash: Buffer): Promise<boolean> {
  const { rows } = await client.query<{ sealed: boolean }>('select auth_is_envelope_sealed($1) as sealed', [hash])
  return rows[0]?.sealed === true
}

export async function openEnvelope(
  client: pg.ClientBase,
  given: { hash: Buffer; at: Date; login: string; name: string; passwordHash: string },
): Promise<{ person: string | null; organisation: string } | undefined> {
  const { rows } = await client.query<{ person: string | null; organisation: string }>(
    'select person_id as person, organisation_id as organisation from auth_open_envelope($1, $2, $3, $4, $5)',
    [given.hash, given.at, given.login, given.name, given.passwordHash],
  )
  return rows[0]
}

export interface NoticeRow {
  readonly id: string
  readonly kind: 'password-reset' | 'envelope-opened' | 'outside-linked'
  readonly name: string
  readonly at: string
}

export async function listNotices(client: pg.ClientBase, person: string): Promise<readonly NoticeRow[]> {
  const { rows } = await client.query<NoticeRow>(
    'select id, kind, name, at from sign_in_notice where person_id = $1 and seen_at is null order by at, id',
    [person],
  )
  return rows
}

export async function markSeen(client: pg.ClientBase, given: { person: string; id: string; at: Date }): Promise<void> {
  await client.query('update sign_in_notice set seen_at = $3 where person_id = $1 and id = $2', [given.person, given.id, given.at])
}

export interface ColleagueRow {
  readonly person: string
  readonly name: string
  readonly login: string
  readonly roles: readonly string[]
  readonly hasFactor: boolean
  readonly mayReset: boolean
}

export async function listColleagues(client: pg.ClientBase, scope: PersonScope): Promise<readonly ColleagueRow[]> {
  const { rows } = await client.query<ColleagueRow>(
    `select p.id as person, p.name, p.login, array_agg(m.role::text order by m.role) as roles, auth_has_factor(p.id) as "hasFactor",
         auth_may_reset($2, p.id) as "mayReset"
       from membership m join person p on p.id = m.person_id
       where m.organisation_id = $1 and p.disabled_at is null group by p.id, p.name, p.login order by p.name, p.id`,
    [scope.organisation, scope.person],
  )
  return rows
}

export async function isFactorDemanded(client: pg.ClientBase, scope: Scope): Promise<boolean> {
  const { rows } = await client.query<{ demanded: boolean }>('select factor_demanded as demanded from organisation where id = $1', [
    scope.organisation,
  ])
  return rows[0]?.demanded === true
}

export async function setFactorDemanded(client: pg.ClientBase, scope: Scope, demanded: boolean): Promise<void> {
  await client.query('update organisation set factor_demanded = $2 where id = $1', [scope.organisation, demanded])
}
