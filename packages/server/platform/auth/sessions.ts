import { appendAudit } from '../audit/store.ts'
import { installation, type Scope, withoutScope, withPerson, withScope } from '../db/scope.ts'
import { deviceWords } from './device-words.ts'
import { notAMember, notASession, proveAgain } from './messages.ts'
import type { AuthParts, Caller } from './parts.ts'
import {
  addSession,
  endOtherSessions,
  endOwnSession,
  endSession,
  findSessionByToken,
  listOrganisations,
  listSessions,
  rememberDevice,
  renewSession,
  type SessionRow,
  setOrganisation,
} from './store.ts'
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
  /** When the person last proved who they are. */
  readonly provedAt: string
  /** The organisation demands a second factor, and there is none: until it is set up the session belongs to no organisation. */
  readonly mustSetUp: boolean
}

/** What the cookies are made of. */
export interface SignedIn {
  readonly token: string
  readonly expiresAt: Date
  readonly person: string
  readonly organisation: string | undefined
  readonly isSharedPc: boolean
  /** By which the browser is known from now on. */
  readonly device: string | undefined
}

const minuteMs = 60_000
/** How long a proof is good for changing factors, roles and keys. */
const provedMinutes = 10

/** A new token at every sign-in: one that somebody planted beforehand is worth nothing. */
export async function openSession(
  parts: AuthParts,
  given: { person: string; caller: Caller; action: string; detail?: unknown },
): Promise<SignedIn> {
  const { person, caller } = given
  const { token, hash } = newToken()
  const at = parts.clock.now()
  const expiresAt = new Date(at.getTime() + parts.sessionHours * 60 * minuteMs)
  const idleExpiresAt = new Date(Math.min(at.getTime() + parts.idleMinutes * minuteMs, expiresAt.getTime()))
  const isSharedPc = caller.sharedPc ?? false
  const device = caller.device !== undefined && isToken(caller.device) ? caller.device : newToken().token
  const organisation = await withPerson(parts.pool, person, async (client) => {
    const chosen = (await listOrganisations(client, { person, at }))[0]?.id
    const words = deviceWords(caller.agent)
    const times = { at, idleExpiresAt, expiresAt }
    await addSession(client, { hash, person, organisation: chosen, ...times, from: caller.from, device: words, sharedPc: isSharedPc })
    await rememberDevice(client, { hash: hashToken(device), person, at })
    return chosen
  })
  await noteEvent(parts, { organisation, person }, { action: given.action, from: caller.from, detail: given.detail })
  return { token, expiresAt, person, organisation, isSharedPc, device }
}

/** Into the trail of the organisation, or of the installation for somebody who belongs to none. */
export async function noteEvent(
  parts: AuthParts,
  who: { organisation: string | { readonly id: string } | undefined; person: string },
  event: { action: string; subject?: string | undefined; from?: string | undefined; detail?: unknown },
): Promise<void> {
  const organisation = typeof who.organisation === 'object' ? who.organisation.id : who.organisation
  const scope: Scope = { organisation: organisation ?? installation, person: who.person }
  const { action, subject = who.person, from, detail } = event
  await withScope(parts.pool, scope, (client) =>
    appendAudit(client, { scope, clock: parts.clock, event: { action, subject, from, detail } }),
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
  if (session.organisation) await noteEvent(parts, session, { action: 'auth/sign-out' })
}

export async function chooseOrganisation(parts: AuthParts, session: Session, organisation: string): Promise<void> {
  await withPerson(parts.pool, session.person, async (client) => {
    const own = await listOrganisations(client, { person: session.person, at: parts.clock.now() })
    if (!own.some((entry) => entry.id === organisation)) throw notAMember()
    await setOrganisation(client, { session: session.id, organisation })
  })
}

export async function listOwnSessions(parts: AuthParts, session: Session): Promise<readonly (SessionRow & { isThis: boolean })[]> {
  const { person } = session
  const rows = await withPerson(parts.pool, person, (client) => listSessions(client, { person, at: parts.clock.now() }))
  return rows.map((row) => ({ ...row, isThis: row.id === session.id }))
}

/** One other session of the person, or all of them; this one goes on. */
export async function endOthers(
  parts: AuthParts,
  session: Session,
  given: { id?: string | undefined; from?: string | undefined },
): Promise<void> {
  const { person } = session
  const { id } = given
  await withPerson(parts.pool, person, async (client) => {
    if (id === undefined) await endOtherSessions(client, { person, keep: session.id })
    else if (id === session.id || !(await endOwnSession(client, { person, session: id }))) throw notASession()
  })
  await noteEvent(parts, session, { action: 'auth/session-ended', subject: id ?? 'others', from: given.from })
}

/** For changing factors, roles and keys: somebody who finds an open screen must not be able to. */
export function requireProof(parts: Pick<AuthParts, 'clock'>, session: Session): void {
  const ageMs = parts.clock.now().getTime() - new Date(session.provedAt).getTime()
  if (ageMs > provedMinutes * minuteMs) throw proveAgain()
}

/** The session goes on under another token, with a fresh proof. */
export async function renew(parts: AuthParts, session: Session, from: string | undefined): Promise<SignedIn> {
  const { token, hash } = newToken()
  const { person } = session
  const organisation = session.organisation?.id
  const given = { session: session.id, hash, at: parts.clock.now() }
  const isSharedPc = await withPerson(parts.pool, person, (client) => renewSession(client, given))
  await noteEvent(parts, session, { action: 'auth/proved', from })
  return { token, expiresAt: new Date(session.expiresAt), person, organisation, isSharedPc, device: undefined }
}
