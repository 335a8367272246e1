import { appendAudit } from '../../audit/store.ts'
import { type PersonScope, withoutScope, withScope } from '../../db/scope.ts'
import { normaliseLogin } from '../login.ts'
import { mayNotReset, numberNotOpen } from '../messages.ts'
import type { AuthParts, Caller } from '../parts.ts'
import { hashNewPassword } from '../passwords.ts'
import { noteEvent, requireProof, type Session } from '../sessions.ts'
import { admit, guessFor, noteFailure, type SignInOutcome } from '../sign-in.ts'
import { findOwnLogin } from '../store.ts'
import { hashCode, inGroups, randomDigits } from '../token.ts'
import { addResetNumber, isResetNumberOpen, mayReset, useResetNumber } from './store.ts'

/** Long enough to walk over or to telephone; ten digits are read out in two breaths. */
const validMinutes = 30
const digits = 10

export interface ResetNumber {
  /** For one person, to be read out. Kept as a hash alone. */
  readonly number: string
  readonly expiresAt: Date
}

export interface NumberRequest {
  readonly person: string
  /** The person has lost the second factor as well. */
  readonly dropsFactors: boolean
  readonly from?: string | undefined
}

const bound = (login: string) => `reset/${login}`

/** 「一時番号」. Nobody gains by it a right in another organisation, or one above their own. */
export async function resetByColleague(parts: AuthParts, session: Session, request: NumberRequest): Promise<ResetNumber> {
  requireProof(parts, session)
  const { person } = session
  const organisation = session.organisation?.id
  if (organisation === undefined) throw mayNotReset()
  const scope: PersonScope = { organisation, person }
  const at = parts.clock.now()
  const until = new Date(at.getTime() + validMinutes * 60_000)
  const number = randomDigits(digits)
  await withScope(parts.pool, scope, async (client) => {
    const own = await findOwnLogin(client, request.person)
    if (!own || !(await mayReset(client, { issuer: person, person: request.person }))) throw mayNotReset()
    const hash = hashCode(parts.pepper, bound(own.login), number)
    await addResetNumber(client, scope, { person: request.person, hash, dropsFactors: request.dropsFactors, at, until })
    const event = {
      action: 'auth/reset-number-issued',
      subject: request.person,
      from: request.from,
      detail: { dropsFactors: request.dropsFactors },
    }
    await appendAudit(client, { scope, clock: parts.clock, event })
  })
  return { number: inGroups(number, 5), expiresAt: until }
}

export interface NumberUse extends Caller {
  readonly login: string
  readonly number: string
  readonly password: string
}

/** A new password by the number that was read out; every session and known device of the person ends. */
export async function enterWithNumber(parts: AuthParts, use: NumberUse): Promise<SignInOutcome> {
  const login = normaliseLogin(use.login)
  // NOTE: counted apart from passwords, so that somebody who guesses those cannot close this way.
  const guess = await guessFor(parts, `reset:${login}`, { from: use.from })
  await parts.tries.count(guess, parts.clock.now())
  const hash = hashCode(parts.pepper, bound(login), use.number)
  const at = parts.clock.now()
  if (!(await withoutScope(parts.pool, (client) => isResetNumberOpen(client, { login, hash, at })))) {
    await noteFailure(parts, { person: undefined, from: use.from, action: 'auth/reset-failed' })
    throw numberNotOpen()
  }
  const passwordHash = await hashNewPassword(parts, { login, password: use.password })
  const used = await withoutScope(parts.pool, (client) => useResetNumber(client, { login, hash, at, passwordHash }))
  if (!used) throw numberNotOpen()
  await parts.tries.forgive(guess)
  await noteEvent(parts, used, { action: 'auth/password-reset', from: use.from })
  return admit(parts, { person: used.person, caller: use })
}
