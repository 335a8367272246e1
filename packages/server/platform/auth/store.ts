import type pg from 'pg'

export interface FoundLogin {
  readonly person: string
  readonly passwordHash: string
  readonly isDisabled: boolean
}

export interface FoundSession {
  readonly id: string
  readonly person: string
  readonly personName: string
  readonly language: string
  readonly organisation: string | null
  readonly organisationKind: string | null
  readonly roles: readonly string[] | null
  readonly expiresAt: string
  readonly provedAt: string
  readonly mustSetUp: boolean
}

export async function findLogin(client: pg.ClientBase, login: string): Promise<FoundLogin | undefined> {
  const { rows } = await client.query<FoundLogin>(
    `select person_id as person, password_hash as "passwordHash", is_disabled as "isDisabled" from auth_find_login($1)`,
    [login],
  )
  return rows[0]
}

export async function findSessionByToken(
  client: pg.ClientBase,
  given: { hash: Buffer; at: Date; idleMinutes: number },
): Promise<FoundSession | undefined> {
  const { rows } = await client.query<FoundSession>(
    `select session_id as id, person_id as person, person_name as "personName", language, organisation_id as organisation,
         organisation_kind as "organisationKind", roles,
         expires_at as "expiresAt", proved_at as "provedAt", must_set_up as "mustSetUp"
       from auth_find_session($1, $2, make_interval(mins => $3))`,
    [given.hash, given.at, given.idleMinutes],
  )
  return rows[0]
}

export interface NewSession {
  readonly hash: Buffer
  readonly person: string
  readonly organisation: string | undefined
  readonly at: Date
  readonly idleExpiresAt: Date
  readonly expiresAt: Date
  readonly from: string | undefined
  readonly device: string | undefined
  readonly sharedPc: boolean
}

export async function addSession(client: pg.ClientBase, session: NewSession): Promise<void> {
  await client.query(
    `insert into session (token_hash, person_id, organisation_id, created_at, last_seen_at, idle_expires_at, expires_at, from_address,
         device, shared_pc, proved_at)
       values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $4)`,
    [
      session.hash,
      session.person,
      session.organisation ?? null,
      session.at,
      session.idleExpiresAt,
      session.expiresAt,
      session.from ?? null,
      session.device ?? null,
      session.sharedPc,
    ],
  )
}

export async function endSession(client: pg.ClientBase, hash: Buffer): Promise<void> {
  await client.query('select auth_end_session($1)', [hash])
}

export async function endOtherSessions(client: pg.ClientBase, given: { person: string; keep: string }): Promise<void> {
  await client.query('delete from session where person_id = $1 and id <> $2', [given.person, given.keep])
}

export async function forgetExpired(client: pg.ClientBase, at: Date): Promise<void> {
  await client.query('select auth_forget_expired($1)', [at])
}

/** The organisations of the person in whose name the transaction runs. */
/** Where the person has rights that have not ended. */
export async function listOrganisations(
  client: pg.ClientBase,
  { person, at }: { person: string; at: Date },
): Promise<readonly { id: string; name: string; kind: string }[]> {
  const { rows } = await client.query<{ id: string; name: string; kind: string }>(
    `select o.id, o.name, o.kind from organisation o
       where o.closed_at is null and o.id in (select m.organisation_id from membership m
         where m.person_id = $1 and (m.until is null or m.until > $2)) order by o.created_at, o.id`,
    [person, at],
  )
  return rows
}

export async function setOrganisation(client: pg.ClientBase, given: { session: string; organisation: string }): Promise<void> {
  await client.query('update session set organisation_id = $2 where id = $1', [given.session, given.organisation])
}

export async function findOwnLogin(client: pg.ClientBase, person: string): Promise<{ login: string; name: string } | undefined> {
  const { rows } = await client.query<{ login: string; name: string }>('select login, name from person where id = $1', [person])
  return rows[0]
}

export async function setPassword(client: pg.ClientBase, given: { person: string; passwordHash: string; at: Date }): Promise<void> {
  await client.query('update person set password_hash = $2, password_changed_at = $3 where id = $1', [
    given.person,
    given.passwordHash,
    given.at,
  ])
}

export async function hasOwner(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>('select auth_has_owner() as has')
  return rows[0]?.has === true
}

export async function offerLink(client: pg.ClientBase, given: { hash: Buffer; at: Date; until: Date }): Promise<boolean> {
  const { rows } = await client.query<{ offered: boolean }>('select auth_offer_setup_link($1, $2, $3) as offered', [
    given.hash,
    given.at,
    given.until,
  ])
  return rows[0]?.offered === true
}

export async function isLinkOpen(client: pg.ClientBase, given: { hash: Buffer; at: Date }): Promise<boolean> {
  const { rows } = await client.query<{ open: boolean }>('select auth_is_setup_link_open($1, $2) as open', [given.hash, given.at])
  return rows[0]?.open === true
}

export interface LinkClaim {
  readonly hash: Buffer
  readonly at: Date
  readonly login: string
  readonly name: string
  readonly passwordHash: string
  readonly organisationKind: string
  readonly organisationName: string
}

export async function claimLink(client: pg.ClientBase, claim: LinkClaim): Promise<{ person: string; organisation: string } | undefined> {
  const { rows } = await client.query<{ person: string; organisation: string }>(
    'select person_id as person, organisation_id as organisation from auth_claim_setup_link($1, $2, $3, $4, $5, $6, $7)',
    [claim.hash, claim.at, claim.login, claim.name, claim.passwordHash, claim.organisationKind, claim.organisationName],
  )
  return rows[0]
}

/** How long to wait after so many failures: nothing at first, then half a minute, doubled each time, up to a longest. */
const waitAfter = `make_interval(secs => case when f.failures < $3 then 0 else least($4, 30 * power(2, least(f.failures - $3, 10))) end)`

export interface Counted {
  readonly subject: string
  readonly at: Date
  readonly freeTries: number
  readonly longestSeconds: number
}

/**
 * Counts a try before the password is looked at, so that many at once do not slip through. Returns the seconds to wait, 0
 * when the try may go on. An hour without a try begins anew. NOTE: a last try that lies further ahead than the longest wait is of
 * a clock that was set back, and closes nothing.
 */
export async function countTry(client: pg.ClientBase, given: Counted): Promise<number> {
  const values = [given.subject, given.at, given.freeTries, given.longestSeconds]
  const { rowCount } = await client.query(
    `insert into sign_in_failure as f (subject, failures, first_at, last_at) values ($1, 1, $2, $2)
       on conflict (subject) do update set last_at = $2,
         failures = case when f.last_at < $2::timestamptz - interval '1 hour' then 1 else f.failures + 1 end
       where f.failures < $3 or f.last_at + ${waitAfter} <= $2 or f.last_at > $2::timestamptz + make_interval(secs => $4)`,
    values,
  )
  if (rowCount === 1) return 0
  const { rows } = await client.query<{ seconds: number }>(
    `select ceil(extract(epoch from f.last_at + ${waitAfter} - $2))::int as seconds from sign_in_failure f where f.subject = $1`,
    values,
  )
  return Math.max(1, rows[0]?.seconds ?? 1)
}

/** `all` wipes the counts, `one` takes this try back. */
export async function takeBackTry(client: pg.ClientBase, subjects: readonly string[], how: 'one' | 'all'): Promise<void> {
  if (how === 'all') await client.query('delete from sign_in_failure where subject = any ($1)', [subjects])
  else await client.query('update sign_in_failure set failures = greatest(failures - 1, 0) where subject = any ($1)', [subjects])
}

/** Whether this login has signed in before in the browser with this token. */
export async function isKnownDevice(client: pg.ClientBase, given: { hash: Buffer; login: string }): Promise<boolean> {
  const { rows } = await client.query<{ known: boolean }>('select auth_is_known_device($1, $2) as known', [given.hash, given.login])
  return rows[0]?.known === true
}

export async function rememberDevice(client: pg.ClientBase, given: { hash: Buffer; person: string; at: Date }): Promise<void> {
  await client.query(
    `insert into known_device (token_hash, person_id, first_at, last_at) values ($1, $2, $3, $3)
       on conflict (token_hash, person_id) do update set last_at = $3`,
    [given.hash, given.person, given.at],
  )
}

export async function forgetOtherDevices(client: pg.ClientBase, given: { person: string; keep: Buffer | undefined }): Promise<void> {
  await client.query('delete from known_device where person_id = $1 and token_hash is distinct from $2', [given.person, given.keep ?? null])
}

export interface SessionRow {
  readonly id: string
  readonly device: string | null
  readonly from: string | null
  readonly sharedPc: boolean
  readonly createdAt: string
  readonly lastSeenAt: string
}

export async function listSessions(client: pg.ClientBase, given: { person: string; at: Date }): Promise<readonly SessionRow[]> {
  const { rows } = await client.query<SessionRow>(
    `select id, device, from_address as "from", shared_pc as "sharedPc", created_at as "createdAt", last_seen_at as "lastSeenAt"
       from session where person_id = $1 and idle_expires_at > $2 and expires_at > $2 order by last_seen_at desc, id`,
    [given.person, given.at],
  )
  return rows
}

export async function endOwnSession(client: pg.ClientBase, given: { person: string; session: string }): Promise<boolean> {
  return (await client.query('delete from session where person_id = $1 and id = $2', [given.person, given.session])).rowCount === 1
}

/** Another token for the same session, proved now: whoever had the old one has nothing. */
export async function renewSession(client: pg.ClientBase, given: { session: string; hash: Buffer; at: Date }): Promise<boolean> {
  const { rows } = await client.query<{ shared: boolean }>(
    'update session set token_hash = $2, proved_at = $3 where id = $1 returning shared_pc as shared',
    [given.session, given.hash, given.at],
  )
  return rows[0]?.shared === true
}

/** Undefined when the login is taken. */
export async function addPerson(
  client: pg.ClientBase,
  given: { login: string; name: string; passwordHash: string; at: Date },
): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string | null }>('select auth_create_person($1, $2, $3, $4) as id', [
    given.login,
    given.name,
    given.passwordHash,
    given.at,
  ])
  return rows[0]?.id ?? undefined
}

export async function isDeviceOf(client: pg.ClientBase, given: { hash: Buffer; person: string }): Promise<boolean> {
  return (
    (await client.query('select from known_device where token_hash = $1 and person_id = $2', [given.hash, given.person])).rowCount === 1
  )
}
