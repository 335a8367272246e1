import { withoutScope, withPerson } from '../../db/scope.ts'
import { halfOpenGone } from '../messages.ts'
import type { AuthParts, Caller } from '../parts.ts'
import { openSession, type SignedIn } from '../sessions.ts'
import { hashToken, isToken, newToken } from '../token.ts'
import { askFactor, checkFactor, type FactorQuestion } from './check.ts'
import { addHalfOpen, endChallenge, findHalfOpen } from './store.ts'
import { type FactorAnswer, type FactorWay, listFactors, waysOf } from './ways.ts'

/** After the right password: good for the second factor and for nothing else. */
export interface HalfOpen {
  readonly token: string
  readonly expiresAt: Date
  readonly ways: readonly FactorWay[]
}

const validMinutes = 10

/** Undefined for a person without a second factor. */
export async function openHalf(parts: AuthParts, person: string): Promise<HalfOpen | undefined> {
  const ways = waysOf(await listFactors(parts, person))
  if (ways.length === 0) return undefined
  const { token, hash } = newToken()
  const at = parts.clock.now()
  const expiresAt = new Date(at.getTime() + validMinutes * 60_000)
  await withPerson(parts.pool, person, (client) => addHalfOpen(client, { person, hash, at, until: expiresAt }))
  return { token, expiresAt, ways }
}

async function find(parts: AuthParts, token: string | undefined): Promise<{ id: string; person: string }> {
  if (token === undefined || !isToken(token)) throw halfOpenGone()
  const found = await withoutScope(parts.pool, (client) => findHalfOpen(client, { hash: hashToken(token), at: parts.clock.now() }))
  if (!found) throw halfOpenGone()
  return found
}

export interface HalfOpenCaller extends Caller {
  readonly half: string | undefined
  readonly origin: string
}

export async function askHalfOpen(parts: AuthParts, caller: HalfOpenCaller, way: FactorWay): Promise<FactorQuestion> {
  const { id, person } = await find(parts, caller.half)
  return askFactor(parts, { person, challenge: id, caller, origin: caller.origin }, way)
}

/** The second factor: the half-open door is used up, and a session begins. */
export async function enterWithFactor(parts: AuthParts, caller: HalfOpenCaller, answer: FactorAnswer): Promise<SignedIn> {
  const { id, person } = await find(parts, caller.half)
  await checkFactor(parts, { person, challenge: id, caller, origin: caller.origin }, answer)
  // Of two right answers at once one enters.
  if (!(await withPerson(parts.pool, person, (client) => endChallenge(client, id)))) throw halfOpenGone()
  return openSession(parts, { person, caller, action: 'auth/sign-in', detail: { way: answer.way } })
}
