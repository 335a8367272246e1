import { appendAudit } from '../audit/store.ts'
import { installation, withoutScope, withPerson, withScope } from '../db/scope.ts'
import { weakPassword, wrongLogin } from './messages.ts'
import type { AuthParts } from './parts.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { defaultMinimumLength, findPasswordProblem } from './password-rules.ts'
import { openSession, type Session, type SignedIn } from './sessions.ts'
import { endOtherSessions, endSession, findLogin, findOwnLogin, setPassword } from './store.ts'
import { hashToken } from './token.ts'

export interface SignInRequest {
  readonly login: string
  readonly password: string
  readonly from?: string | undefined
  /** The token that the browser sent along: that session ends. */
  readonly previousToken?: string | undefined
}

export interface PasswordChange {
  readonly old: string
  readonly next: string
  readonly from?: string | undefined
}

/** Full-width and capital letters do not matter in a login. */
export function normaliseLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}

/** Into the installation's trail: a login that does not exist belongs to no organisation, and is not written down. */
async function noteFailure(parts: AuthParts, given: { person: string | undefined; from: string | undefined }): Promise<void> {
  const scope = { organisation: installation }
  const event = { action: 'auth/sign-in-failed', subject: given.person ?? 'unknown', from: given.from }
  await withScope(parts.pool, scope, (client) => appendAudit(client, { scope, clock: parts.clock, event }))
}

/** One answer for every wrong try, in equal time; slower with every failure, for the login and for the address. */
export async function signIn(parts: AuthParts, request: SignInRequest): Promise<SignedIn> {
  const login = normaliseLogin(request.login)
  await parts.tries.count({ login, address: request.from, at: parts.clock.now() })
  const found = await withoutScope(parts.pool, (client) => findLogin(client, login))
  const isRight = await verifyPassword(found?.passwordHash, request.password)
  if (!found || !isRight || found.isDisabled) {
    await noteFailure(parts, { person: found?.person, from: request.from })
    throw wrongLogin()
  }
  await parts.tries.forgive({ login, address: request.from })
  const { previousToken } = request
  if (previousToken) await withoutScope(parts.pool, (client) => endSession(client, hashToken(previousToken)))
  return openSession(parts, { person: found.person, from: request.from, action: 'auth/sign-in' })
}

/** Needs the old password, and ends every other session of the person. */
export async function changePassword(parts: AuthParts, session: Session, change: PasswordChange): Promise<void> {
  const own = await withPerson(parts.pool, session.person, (client) => findOwnLogin(client, session.person))
  if (!own) throw wrongLogin()
  await parts.tries.count({ login: own.login, address: change.from, at: parts.clock.now() })
  const found = await withoutScope(parts.pool, (client) => findLogin(client, own.login))
  if (!(await verifyPassword(found?.passwordHash, change.old))) throw wrongLogin()
  await parts.tries.forgive({ login: own.login, address: change.from })
  const minimumLength = parts.minimumPasswordLength ?? defaultMinimumLength
  const problem = findPasswordProblem(change.next, { ...own, minimumLength })
  if (problem) throw weakPassword(problem, minimumLength)
  const passwordHash = await hashPassword(change.next)
  await withPerson(parts.pool, session.person, async (client) => {
    await setPassword(client, { person: session.person, passwordHash, at: parts.clock.now() })
    await endOtherSessions(client, { person: session.person, keep: session.id })
  })
  const scope = { organisation: session.organisation?.id ?? installation, person: session.person }
  const event = { action: 'auth/password-changed', subject: session.person, from: change.from }
  await withScope(parts.pool, scope, (client) => appendAudit(client, { scope, clock: parts.clock, event }))
}
