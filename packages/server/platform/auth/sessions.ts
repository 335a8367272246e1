import { appendAudit } from '../audit/store.ts'
import { withoutScope, withPerson, withScope } from '../db/scope.ts'
import { notAMember } from './messages.ts'
import type { AuthParts } from './parts.ts'
import { addSession, endSession, findSessionByToken, listOrganisations, setOrganisation } from './store.ts'
import { hashToken, isToken, newToken } from './token.ts'

export interface Session {
  readonly id: string
  readonly person: string
  readonly personName: string
  readonly language: string
  /** The organisation in whose name the person acts; undefined until one is chosen. */
  readonly organisation: { readonly id: string; readonly kind: string } | undefined
  readonly roles: readonly string[]
  readonly expiresAt: string
}

/** What the cookie is made of. */
export interface SignedIn {
  readonly token: string
  readonly expiresAt: Date
  readonly person: string
  readonly organisation: string | undefined
}

const minuteMs = 60_000

/** A new token at every sign-in: one that somebody planted beforehand is worth nothing. */
export async function openSession(
  parts: AuthParts,
  given: { person: string; from: string | undefined; action: string },
): Promise<SignedIn> {
  const { token, hash } = newToken()
  const at = parts.clock.now()
  const expiresAt = new Date(at.getTime() + parts.sessionHours * 60 * minuteMs)
  const idleExpiresAt = new Date(Math.min(at.getTime() + parts.idleMinutes * minuteMs, expiresAt.getTime()))
  const organisation = await withPerson(parts.pool, given.person, async (client) => {
    const chosen = (await listOrganisations(client, { person: given.person, at }))[0]?.id
    await addSession(client, { hash, person: given.person, organisation: chosen, at, idleExpiresAt, expiresAt, from: given.from })
    return chosen
  })
  if (organisation) await note(parts, { organisation, person: given.person }, { action: given.action, from: given.from })
  return { token, expiresAt, person: given.person, organisation }
}

async function note(
  parts: AuthParts,
  scope: { organisation: string; person: string },
  event: { action: string; from?: string | undefined },
): Promise<void> {
  await withScope(parts.pool, scope, (client) =>
    appendAudit(client, { scope, clock: parts.clock, event: { action: event.action, subject: scope.person, from: event.from } }),
  )
}

export async function findSession(parts: AuthParts, token: string): Promise<Session | undefined> {
  if (!isToken(token)) return undefined
  const found = await withoutScope(parts.pool, (client) =>
    findSessionByToken(client, { hash: hashToken(token), at: parts.clock.now(), idleMinutes: parts.idleMinutes }),
  )
  if (!found) return undefined
  const { organisation, organisationKind, roles, ...rest } = found
  const acting = organisation !== null && organisationKind !== null ? { id: organisation, kind: organisationKind } : undefined
  return { ...rest, organisation: acting, roles: roles ?? [] }
}

export async function signOut(parts: AuthParts, token: string): Promise<void> {
  const session = await findSession(parts, token)
  if (!session) return
  await withoutScope(parts.pool, (client) => endSession(client, hashToken(token)))
  if (session.organisation)
    await note(parts, { organisation: session.organisation.id, person: session.person }, { action: 'auth/sign-out' })
}

export async function chooseOrganisation(parts: AuthParts, session: Session, organisation: string): Promise<void> {
  await withPerson(parts.pool, session.person, async (client) => {
    const own = await listOrganisations(client, { person: session.person, at: parts.clock.now() })
    if (!own.some((entry) => entry.id === organisation)) throw notAMember()
    await setOrganisation(client, { session: session.id, organisation })
  })
}
