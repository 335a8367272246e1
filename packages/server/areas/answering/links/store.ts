import type { PoolClient } from 'pg'
import type { Scope } from '../../../platform/index.ts'

export interface StoredLink {
  readonly id: string
  readonly holder: string
  readonly triesLeft: number
  readonly createdAt: string
  readonly expiresAt: string
  readonly usedAt: string | null
}

interface LinkKey {
  readonly facility: string
  readonly sheet: string
}

const columns = 'id, holder, tries_left as "triesLeft", created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt"'

export async function readLink(scope: Scope, client: PoolClient, { facility, sheet }: LinkKey): Promise<StoredLink | undefined> {
  const { rows } = await client.query<StoredLink>(
    `select ${columns} from answer_link where organisation_id = $1 and facility_id = $2 and sheet_id = $3 and withdrawn_at is null`,
    [scope.organisation, facility, sheet],
  )
  return rows[0]
}

/** The holder of the last link of this vendor to the sheet, open or not: what was begun under it goes on. */
export async function lastHolder(
  scope: Scope,
  client: PoolClient,
  { facility, sheet, vendor }: LinkKey & { readonly vendor: string },
): Promise<string | undefined> {
  const { rows } = await client.query<{ holder: string }>(
    `select holder from answer_link where organisation_id = $1 and facility_id = $2 and sheet_id = $3 and vendor = $4
      order by created_at desc limit 1`,
    [scope.organisation, facility, sheet, vendor],
  )
  return rows[0]?.holder
}

export async function insertLink(
  scope: Scope,
  client: PoolClient,
  made: LinkKey & {
    readonly vendor: string
    readonly holder: string
    readonly tokenHash: Buffer
    readonly codeHash: Buffer
    readonly at: Date
    readonly until: Date
  },
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into answer_link (organisation_id, facility_id, sheet_id, vendor, holder, token_hash, code_hash, created_at, created_by, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      scope.organisation,
      made.facility,
      made.sheet,
      made.vendor,
      made.holder,
      made.tokenHash,
      made.codeHash,
      made.at,
      scope.person ?? null,
      made.until,
    ],
  )
  return rows[0]?.id ?? ''
}

export async function renewCode(scope: Scope, client: PoolClient, link: { id: string; codeHash: Buffer; until: Date }): Promise<void> {
  await client.query(
    `update answer_link set code_hash = $3, tries_left = 5, used_at = null, expires_at = $4 where organisation_id = $1 and id = $2`,
    [scope.organisation, link.id, link.codeHash, link.until],
  )
}

/** The id of the link that was open. */
export async function withdrawLink(
  scope: Scope,
  client: PoolClient,
  { facility, sheet, at }: LinkKey & { at: Date },
): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `update answer_link set withdrawn_at = $4 where organisation_id = $1 and facility_id = $2 and sheet_id = $3 and withdrawn_at is null returning id`,
    [scope.organisation, facility, sheet, at],
  )
  return rows[0]?.id
}
