import type pg from 'pg'

export interface PasskeyRow {
  readonly id: string
  readonly credential: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

export interface CodesRow {
  readonly kind: 'recovery' | 'sheet'
  readonly left: number
  /** The lowest number that has not been used. */
  readonly next: number | null
  readonly madeAt: string
}

export interface FactorRows {
  readonly hasAuthenticator: boolean
  readonly passkeys: readonly PasskeyRow[]
  readonly codes: readonly CodesRow[]
}

export async function readFactors(client: pg.ClientBase, person: string): Promise<FactorRows> {
  const found = await client.query('select from authenticator where person_id = $1 and confirmed_at is not null', [person])
  const passkeys = await client.query<PasskeyRow>(
    `select id, credential_id as credential, public_key as "publicKey", counter, transports, name, created_at as "createdAt",
         last_used_at as "lastUsedAt"
       from passkey where person_id = $1 order by created_at, id`,
    [person],
  )
  const codes = await client.query<CodesRow>(
    `select kind, count(*) filter (where used_at is null)::int as left, min(number) filter (where used_at is null) as next,
         max(made_at) as "madeAt"
       from one_time_code where person_id = $1 group by kind`,
    [person],
  )
  return { hasAuthenticator: found.rowCount === 1, passkeys: passkeys.rows, codes: codes.rows }
}

export async function keepSecret(client: pg.ClientBase, given: { person: string; sealed: Buffer; at: Date }): Promise<void> {
  await client.query(
    `insert into authenticator (person_id, sealed_secret, created_at) values ($1, $2, $3)
       on conflict (person_id) do update set sealed_secret = $2, created_at = $3, confirmed_at = null, last_step = 0
         where authenticator.confirmed_at is null`,
    [given.person, given.sealed, given.at],
  )
}

export async function readSecret(
  client: pg.ClientBase,
  person: string,
): Promise<{ sealed: Buffer; isConfirmed: boolean; lastStep: number } | undefined> {
  const { rows } = await client.query<{ sealed: Buffer; isConfirmed: boolean; lastStep: number }>(
    `select sealed_secret as sealed, confirmed_at is not null as "isConfirmed", last_step as "lastStep" from authenticator where person_id = $1`,
    [person],
  )
  return rows[0]
}

/** False when this number, or a later one, was used already, by whoever came at the same time. */
export async function useStep(client: pg.ClientBase, given: { person: string; step: number; at: Date }): Promise<boolean> {
  const { rowCount } = await client.query(
    `update authenticator set last_step = $2, confirmed_at = coalesce(confirmed_at, $3) where person_id = $1 and last_step < $2`,
    [given.person, given.step, given.at],
  )
  return rowCount === 1
}

export async function addPasskey(
  client: pg.ClientBase,
  given: {
    person: string
    credential: string
    publicKey: Uint8Array
    counter: number
    transports: readonly string[]
    name: string
    at: Date
  },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into passkey (person_id, credential_id, public_key, counter, transports, name, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (credential_id) do nothing`,
    [given.person, given.credential, Buffer.from(given.publicKey), given.counter, given.transports, given.name, given.at],
  )
  return rowCount === 1
}

export async function usePasskey(client: pg.ClientBase, given: { id: string; counter: number; at: Date }): Promise<void> {
  await client.query('update passkey set counter = $2, last_used_at = $3 where id = $1', [given.id, given.counter, given.at])
}

export async function replaceCodes(
  client: pg.ClientBase,
  given: { person: string; kind: string; hashes: readonly Buffer[]; at: Date },
): Promise<void> {
  await client.query('delete from one_time_code where person_id = $1 and kind = $2', [given.person, given.kind])
  await client.query(
    `insert into one_time_code (person_id, kind, number, code_hash, made_at)
       select $1, $2, line.number, line.hash, $4 from unnest($3::bytea[]) with ordinality as line (hash, number)`,
    [given.person, given.kind, given.hashes, given.at],
  )
}

/** Of the sheet the line that is asked for alone; of the recovery codes any. */
export async function useCode(
  client: pg.ClientBase,
  given: { person: string; kind: string; hash: Buffer; at: Date },
): Promise<number | undefined> {
  const { rows } = await client.query<{ number: number }>(
    `update one_time_code c set used_at = $4 where c.person_id = $1 and c.kind = $2 and c.code_hash = $3 and c.used_at is null
       and (c.kind = 'recovery' or c.number = (select min(n.number) from one_time_code n
         where n.person_id = $1 and n.kind = $2 and n.used_at is null))
       returning c.number`,
    [given.person, given.kind, given.hash, given.at],
  )
  return rows[0]?.number
}

export async function removeFactor(
  client: pg.ClientBase,
  given: { person: string; way: string; id: string | undefined },
): Promise<boolean> {
  const { person, way, id } = given
  if (way === 'authenticator') return ((await client.query('delete from authenticator where person_id = $1', [person])).rowCount ?? 0) > 0
  if (way === 'passkey')
    return ((await client.query('delete from passkey where person_id = $1 and id = $2', [person, id ?? null])).rowCount ?? 0) > 0
  return ((await client.query('delete from one_time_code where person_id = $1 and kind = $2', [person, way])).rowCount ?? 0) > 0
}

export interface ChallengeRow {
  readonly id: string
  readonly passkeyChallenge: string | null
}

export async function addHalfOpen(client: pg.ClientBase, given: { person: string; hash: Buffer; at: Date; until: Date }): Promise<void> {
  await client.query(
    `insert into factor_challenge (purpose, token_hash, person_id, created_at, expires_at) values ('sign-in', $1, $2, $3, $4)`,
    [given.hash, given.person, given.at, given.until],
  )
}

export async function findHalfOpen(
  client: pg.ClientBase,
  given: { hash: Buffer; at: Date },
): Promise<{ id: string; person: string } | undefined> {
  const { rows } = await client.query<{ id: string; person: string }>(
    'select challenge_id as id, person_id as person from auth_find_half_open($1, $2)',
    [given.hash, given.at],
  )
  return rows[0]
}

/** The challenge of a session for one purpose; an earlier one that has expired begins anew. */
export async function openChallenge(
  client: pg.ClientBase,
  given: { person: string; session: string; purpose: 'prove' | 'register'; at: Date; until: Date },
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into factor_challenge as c (purpose, session_id, person_id, created_at, expires_at) values ($1, $2, $3, $4, $5)
       on conflict (session_id, purpose) do update set created_at = $4, expires_at = $5,
         passkey_challenge = case when c.expires_at > $4 then c.passkey_challenge end, tries = 0
       returning id`,
    [given.purpose, given.session, given.person, given.at, given.until],
  )
  return rows[0]?.id ?? ''
}

export async function setPasskeyChallenge(client: pg.ClientBase, given: { id: string; challenge: string }): Promise<void> {
  await client.query('update factor_challenge set passkey_challenge = $2 where id = $1', [given.id, given.challenge])
}

/** Counted before the answer is looked at; the passkey challenge is good for one answer. */
export async function takeTry(client: pg.ClientBase, id: string): Promise<{ passkeyChallenge: string | null } | undefined> {
  const { rows } = await client.query<{ passkeyChallenge: string | null }>(
    `with before as (select id, passkey_challenge from factor_challenge where id = $1 for update)
       update factor_challenge c set tries = c.tries + 1, passkey_challenge = null from before b
         where c.id = b.id and c.tries < 5 returning b.passkey_challenge as "passkeyChallenge"`,
    [id],
  )
  return rows[0]
}

export async function endChallenge(client: pg.ClientBase, id: string): Promise<boolean> {
  return (await client.query('delete from factor_challenge where id = $1', [id])).rowCount === 1
}
