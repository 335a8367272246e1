import type pg from 'pg'

export interface FoundLink {
  readonly link: string
  readonly organisation: string
  readonly facility: string
  readonly sheet: string
  readonly vendor: string
  readonly triesLeft: number
  readonly expiresAt: string
  readonly usedAt: string | null
}

export async function lookAtLink(client: pg.ClientBase, hash: Buffer): Promise<FoundLink | undefined> {
  const { rows } = await client.query<FoundLink>(
    `select link_id as link, organisation_id as organisation, facility_id as facility, sheet_id as sheet, vendor,
         tries_left as "triesLeft", expires_at as "expiresAt", used_at as "usedAt" from answer_link_look($1)`,
    [hash],
  )
  return rows[0]
}

export interface Tried {
  readonly outcome: 'opened' | 'wrong' | 'locked' | 'expired' | 'used'
  readonly triesLeft: number
  readonly session: string | null
}

export async function tryCode(
  client: pg.ClientBase,
  given: { hash: Buffer; code: Buffer; at: Date; session: Buffer; until: Date },
): Promise<Tried | undefined> {
  const { rows } = await client.query<Tried>(
    `select outcome, tries_left as "triesLeft", session_id as session from answer_link_try($1, $2, $3, $4, $5)`,
    [given.hash, given.code, given.at, given.session, given.until],
  )
  return rows[0]
}

/** Somebody who came in with a one-time number: one sheet of one facility, and no account. */
export interface Guest {
  readonly session: string
  /** Owns what was written and not handed in. */
  readonly holder: string
  readonly organisation: string
  readonly facility: string
  readonly sheet: string
  readonly vendor: string
  readonly expiresAt: string
}

export async function findGuest(client: pg.ClientBase, given: { hash: Buffer; at: Date }): Promise<Guest | undefined> {
  const { rows } = await client.query<Guest>(
    `select session_id as session, holder, organisation_id as organisation, facility_id as facility, sheet_id as sheet, vendor,
         expires_at as "expiresAt" from answer_session_find($1, $2)`,
    [given.hash, given.at],
  )
  return rows[0]
}

export async function endGuest(client: pg.ClientBase, hash: Buffer): Promise<void> {
  await client.query('select answer_session_end($1)', [hash])
}
