import type pg from 'pg'

export interface SigningKeyRow {
  readonly publicKey: Buffer
  readonly sealed: Buffer
  readonly retiredAt: string | null
}

const columns = 'public_key as "publicKey", sealed_private_key as sealed, retired_at as "retiredAt"'

export async function findSigningKey(client: pg.ClientBase, organisation: string): Promise<SigningKeyRow | undefined> {
  const { rows } = await client.query<SigningKeyRow>(
    `select ${columns} from signing_key where organisation_id = $1 and retired_at is null`,
    [organisation],
  )
  return rows[0]
}

/** Whether a key of any organisation lies sealed in the database. */
export async function hasSealedKeys(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ sealed: boolean }>('select keys_are_sealed() as sealed')
  return rows[0]?.sealed ?? false
}

/** Of two processes that come at once, one key is kept. */
export async function addSigningKey(
  client: pg.ClientBase,
  organisation: string,
  key: { publicKey: Buffer; sealed: Buffer; at: Date },
): Promise<void> {
  await client.query(
    `insert into signing_key (organisation_id, public_key, sealed_private_key, created_at) values ($1, $2, $3, $4)
       on conflict (organisation_id) where retired_at is null do nothing`,
    [organisation, key.publicKey, key.sealed, key.at],
  )
}

export async function retireSigningKey(client: pg.ClientBase, organisation: string, at: Date): Promise<void> {
  await client.query('update signing_key set retired_at = $2 where organisation_id = $1 and retired_at is null', [organisation, at])
}

/** Also keys no longer in use: what they signed stays verifiable. */
export async function listPublicKeys(
  client: pg.ClientBase,
  organisation: string,
): Promise<readonly { publicKey: Buffer; retiredAt: string | null }[]> {
  const { rows } = await client.query<{ publicKey: Buffer; retiredAt: string | null }>(
    'select public_key as "publicKey", retired_at as "retiredAt" from signing_key where organisation_id = $1 order by created_at',
    [organisation],
  )
  return rows
}
