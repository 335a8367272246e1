import type { Role } from '@mimamori/contract'
import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'

export interface StoredMember {
  readonly person: string
  readonly name: string
  readonly login: string
  readonly roles: Role[]
  readonly since: string
  readonly until: string | null
  readonly disabled: boolean
}

/** The people of the organisation whose rights have not ended, by name. */
export async function listMembers(scope: Scope, client: PoolClient, at: Date): Promise<readonly StoredMember[]> {
  const { rows } = await client.query<StoredMember>(
    `select p.id as person, p.name, p.login, array_agg(m.role::text order by m.role) as roles, min(m.since) as since,
         case when bool_and(m.until is not null) then max(m.until) end as until, p.disabled_at is not null as disabled
       from membership m join person p on p.id = m.person_id
      where m.organisation_id = $1 and (m.until is null or m.until > $2) group by p.id order by p.name collate "C", p.id`,
    [scope.organisation, at],
  )
  return rows
}

export interface StoredInvitation {
  readonly id: string
  readonly purpose: 'member' | 'relation'
  readonly name: string
  readonly role: Role | null
  readonly relation: string | null
  readonly way: 'mail' | 'card' | 'phone'
  readonly createdAt: string
  readonly expiresAt: string
  readonly usedAt: string | null
  readonly withdrawnAt: string | null
}

const shownAtMost = 200

export async function listInvitations(scope: Scope, client: PoolClient): Promise<readonly StoredInvitation[]> {
  const { rows } = await client.query<StoredInvitation>(
    `select id, purpose, name, role, relation_id as relation, way, created_at as "createdAt", expires_at as "expiresAt",
         used_at as "usedAt", withdrawn_at as "withdrawnAt"
       from invitation where organisation_id = $1 order by created_at desc, id limit $2`,
    [scope.organisation, shownAtMost],
  )
  return rows
}

export interface NewInvitation {
  readonly purpose: 'member' | 'relation'
  readonly relation?: string | undefined
  readonly role?: Role | undefined
  readonly name: string
  readonly way: string
  readonly tokenHash: Buffer
  readonly codeHash: Buffer
  readonly at: Date
  readonly expiresAt: Date
}

export async function insertInvitation(scope: Scope, client: PoolClient, made: NewInvitation): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into invitation (organisation_id, purpose, relation_id, role, name, way, token_hash, code_hash, created_at, created_by, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [
      scope.organisation,
      made.purpose,
      made.relation ?? null,
      made.role ?? null,
      made.name,
      made.way,
      made.tokenHash,
      made.codeHash,
      made.at,
      scope.person ?? null,
      made.expiresAt,
    ],
  )
  return rows[0]?.id ?? ''
}

/** An open invitation of this organisation. */
export async function findOpen(
  scope: Scope,
  client: PoolClient,
  which: { invitation: string; at: Date },
): Promise<{ name: string; purpose: 'member' | 'relation'; expiresAt: string } | undefined> {
  const { rows } = await client.query<{ name: string; purpose: 'member' | 'relation'; expiresAt: string }>(
    `select name, purpose, expires_at as "expiresAt" from invitation
      where organisation_id = $1 and id = $2 and used_at is null and withdrawn_at is null and expires_at > $3`,
    [scope.organisation, which.invitation, which.at],
  )
  return rows[0]
}

/** Open invitations of this id or to this relation become worthless; how many there were. */
export async function withdraw(
  scope: Scope,
  client: PoolClient,
  which: { invitation?: string | undefined; relation?: string | undefined; at: Date },
): Promise<number> {
  const { rowCount } = await client.query(
    `update invitation set withdrawn_at = $4
      where organisation_id = $1 and (id = $2 or relation_id = $3) and used_at is null and withdrawn_at is null`,
    [scope.organisation, which.invitation ?? null, which.relation ?? null, which.at],
  )
  return rowCount ?? 0
}

/** An offered relation of this organisation, for an invitation to it. */
export async function findOffer(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; relation: string },
): Promise<{ name: string } | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select viewer_name as name from relation where organisation_id = $1 and facility_id = $2 and id = $3 and state = 'offered'`,
    [scope.organisation, asked.facility, asked.relation],
  )
  return rows[0]
}

/** What somebody may do now; rights that have ended count no more. */
export async function readRoles(scope: Scope, client: PoolClient, whose: { person: string; at: Date }): Promise<readonly Role[]> {
  const values = [scope.organisation, whose.person, whose.at]
  const held = 'select role from membership where organisation_id = $1 and person_id = $2 and (until is null or until > $3)'
  // NOTE: who has waited here for another does not see the rows that the other has added; a second look does.
  await client.query(`${held} for update`, values)
  const { rows } = await client.query<{ role: Role }>(held, values)
  return rows.map((row) => row.role)
}

export async function setRoles(
  scope: Scope,
  client: PoolClient,
  change: { person: string; add: readonly Role[]; drop: readonly Role[]; at: Date },
): Promise<void> {
  const { organisation } = scope
  if (change.add.length > 0)
    await client.query(
      `insert into membership (organisation_id, person_id, role, since) select $1, $2, r, $4 from unnest($3::text[]) as r
         on conflict on constraint membership_pkey do update set until = null`,
      [organisation, change.person, change.add, change.at],
    )
  if (change.drop.length > 0)
    await client.query('delete from membership where organisation_id = $1 and person_id = $2 and role = any($3::text[])', [
      organisation,
      change.person,
      change.drop,
    ])
}
