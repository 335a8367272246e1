import { randomBytes, randomUUID } from 'node:crypto'
import { type Auth, makeAuth, type Session, type SignedIn, settableClock } from '@mimamori/server'
import { throwAwayDatabase } from '../database/index.ts'

/** Of everybody here. */
export const knownPassword = 'tsukue-kumo-banana'

/** Sign-in on a database of its own, with one organisation and its owner 'soumu'. */
export async function givenAuth(more: Partial<Parameters<typeof makeAuth>[0]> = {}) {
  const database = await throwAwayDatabase()
  const clock = settableClock('2026-04-01T00:00:00Z')
  const auth = makeAuth({ pool: database.pool, clock, pepper: randomBytes(32), idleMinutes: 30, sessionHours: 12, ...more })
  const token = (await auth.offerSetupLink())?.token ?? ''
  const first = await auth.claimSetupLink({ token, login: 'soumu', name: '総務 花子', password: knownPassword })
  const organisation = first.organisation ?? ''

  /** NOTE: everybody has the same password; hashing it anew for each would be most of the time of a test file. */
  async function person(login: string, role = 'editor', of = organisation): Promise<string> {
    const id = randomUUID()
    await database.admin.query(
      `insert into person (id, login, name, password_hash) select $1, $2, $2, password_hash from person where login = 'soumu'`,
      [id, login],
    )
    await database.admin.query('insert into membership (organisation_id, person_id, role) values ($1, $2, $3)', [of, id, role])
    return id
  }

  async function otherOrganisation(): Promise<string> {
    const { rows } = await database.admin.query<{ id: string }>(
      `insert into organisation (kind, name) values ('facility', 'よそ') returning id`,
    )
    return rows[0]?.id ?? ''
  }

  async function actions(): Promise<string[]> {
    const { rows } = await database.admin.query<{ action: string }>('select action from audit order by at, organisation_id, seq')
    return rows.map((row) => row.action)
  }

  return { database, clock, auth, first, organisation, person, otherOrganisation, actions }
}

export type Given = Awaited<ReturnType<typeof givenAuth>>

export async function enterAs(auth: Auth, login = 'soumu', more: { device?: string; from?: string } = {}): Promise<SignedIn> {
  const outcome = await auth.signIn({ login, password: knownPassword, ...more })
  if (outcome.kind !== 'in') throw new Error('a second factor was asked for')
  return outcome
}

export async function sessionOf(auth: Auth, signedIn: SignedIn): Promise<Session> {
  const session = await auth.findSession(signedIn.token)
  if (!session) throw new Error('no session')
  return session
}

/** The code of the error that comes, or `in`. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'in',
    (error: unknown) => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error)),
  )
}
