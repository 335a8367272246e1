import { appendAudit } from '../audit/store.ts'
import { installation, withoutScope, withPerson, withScope } from '../db/scope.ts'
import { type HalfOpen, openHalf } from './factors/half-open.ts'
import { normaliseLogin } from './login.ts'
import { wrongLogin, wrongPassword } from './messages.ts'
import type { AuthParts, Caller } from './parts.ts'
import { verifyPassword } from './password.ts'
import { hashNewPassword } from './passwords.ts'
import type { Guess } from './rate-limit.ts'
import { openSession, type Session, type SignedIn } from './sessions.ts'
import { endOtherSessions, endSession, findLogin, findOwnLogin, forgetOtherDevices, isKnownDevice, setPassword } from './store.ts'
import { hashToken, isToken } from './token.ts'

export interface SignInRequest extends Caller {
  readonly login: string
  readonly password: string
  /** The token that the browser sent along: that session ends. */
  readonly previousToken?: string | undefined
}

export interface PasswordChange extends Caller {
  readonly old: string
  readonly next: string
}

/** `half`: the password was right, and a second factor is asked for. */
export type SignInOutcome = ({ readonly kind: 'in' } & SignedIn) | ({ readonly kind: 'half' } & HalfOpen)

/** Into the installation's trail: a login that does not exist belongs to no organisation, and is not written down. */
export async function noteFailure(
  parts: AuthParts,
  given: { person: string | undefined; from: string | undefined; action?: string },
): Promise<void> {
  const scope = { organisation: installation }
  const event = { action: given.action ?? 'auth/sign-in-failed', subject: given.person ?? 'unknown', from: given.from }
  await withScope(parts.pool, scope, (client) => appendAudit(client, { scope, clock: parts.clock, event }))
}

/** Under which a try for this login is counted. */
export async function guessFor(parts: AuthParts, login: string, caller: Caller): Promise<Guess> {
  const { device, from: address } = caller
  const isKnown =
    device !== undefined &&
    isToken(device) &&
    (await withoutScope(parts.pool, (client) => isKnownDevice(client, { hash: hashToken(device), login })))
  return { login, address, device: isKnown ? device : undefined }
}

/** One answer for every wrong try, in equal time; slower with every failure. */
export async function signIn(parts: AuthParts, request: SignInRequest): Promise<SignInOutcome> {
  const login = normaliseLogin(request.login)
  const guess = await guessFor(parts, login, request)
  await parts.tries.count(guess, parts.clock.now())
  const found = await withoutScope(parts.pool, (client) => findLogin(client, login))
  const isRight = await verifyPassword(found?.passwordHash, request.password)
  if (!found || !isRight || found.isDisabled) {
    await noteFailure(parts, { person: found?.person, from: request.from })
    throw wrongLogin()
  }
  await parts.tries.forgive(guess)
  await endPrevious(parts, request.previousToken)
  return admit(parts, { person: found.person, caller: request })
}

/** After the password, or the word of the sign-in service: in, or to the second factor. */
export async function admit(
  parts: AuthParts,
  given: { person: string; caller: Caller; action?: string; detail?: unknown },
): Promise<SignInOutcome> {
  const half = await openHalf(parts, given.person)
  if (half) return { kind: 'half', ...half }
  return { kind: 'in', ...(await openSession(parts, { action: 'auth/sign-in', ...given })) }
}

export async function endPrevious(parts: AuthParts, token: string | undefined): Promise<void> {
  if (token !== undefined) await withoutScope(parts.pool, (client) => endSession(client, hashToken(token)))
}

/** Whether the password is that of the session's person; a wrong one is counted as a try to sign in. */
export async function checkOwnPassword(
  parts: AuthParts,
  session: Session,
  given: Caller & { password: string },
): Promise<{ login: string; name: string }> {
  const own = await withPerson(parts.pool, session.person, (client) => findOwnLogin(client, session.person))
  if (!own) throw wrongPassword()
  const guess = await guessFor(parts, own.login, given)
  await parts.tries.count(guess, parts.clock.now())
  const found = await withoutScope(parts.pool, (client) => findLogin(client, own.login))
  if (!(await verifyPassword(found?.passwordHash, given.password))) throw wrongPassword()
  await parts.tries.forgive(guess)
  return own
}

/** Needs the old password, and ends every other session of the person. */
export async function changePassword(parts: AuthParts, session: Session, change: PasswordChange): Promise<void> {
  const own = await checkOwnPassword(parts, session, { ...change, password: change.old })
  const passwordHash = await hashNewPassword(parts, { ...own, password: change.next })
  const { person } = session
  const keep = change.device !== undefined && isToken(change.device) ? hashToken(change.device) : undefined
  await withPerson(parts.pool, person, async (client) => {
    await setPassword(client, { person, passwordHash, at: parts.clock.now() })
    await endOtherSessions(client, { person, keep: session.id })
    await forgetOtherDevices(client, { person, keep })
  })
  const scope = { organisation: session.organisation?.id ?? installation, person }
  const event = { action: 'auth/password-changed', subject: person, from: change.from }
  await withScope(parts.pool, scope, (client) => appendAudit(client, { scope, clock: parts.clock, event }))
}
