import type pg from 'pg'

export interface LookedAt {
  readonly from: string
  readonly fromKind: string
  readonly purpose: 'member' | 'relation'
  readonly role: string | null
  readonly name: string
  readonly expiresAt: string
  readonly relationKind: string | null
  readonly terms: unknown
  readonly validUntil: string | null
  readonly inviter: string | null
}

export async function lookAt(client: pg.ClientBase, given: { hash: Buffer; at: Date }): Promise<LookedAt | undefined> {
  const { rows } = await client.query<LookedAt>(
    `select organisation_name as "from", organisation_kind as "fromKind", purpose, role, name, expires_at as "expiresAt",
         relation_kind as "relationKind", terms, valid_until as "validUntil", inviter from invitation_look($1, $2)`,
    [given.hash, given.at],
  )
  return rows[0]
}

export interface Acceptance {
  readonly hash: Buffer
  readonly at: Date
  readonly acting: string | undefined
  readonly account: { readonly login: string; readonly name: string; readonly passwordHash: string } | undefined
  readonly intoOrganisation: string | undefined
  readonly newOrganisation: string | undefined
}

export interface Accepted {
  readonly invitation: string
  readonly person: string
  readonly organisation: string
  readonly inviter: string
  readonly relation: string | null
  readonly facility: string | null
}

export async function accept(client: pg.ClientBase, given: Acceptance): Promise<Accepted | undefined> {
  const { rows } = await client.query<Accepted>(
    `select invitation_id as invitation, person_id as person, organisation_id as organisation, inviter_id as inviter,
         relation_id as relation, facility_id as facility from invitation_accept($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      given.hash,
      given.at,
      given.acting ?? null,
      given.account?.login ?? null,
      given.account?.name ?? null,
      given.account?.passwordHash ?? null,
      given.intoOrganisation ?? null,
      given.newOrganisation ?? null,
    ],
  )
  return rows[0]
}
