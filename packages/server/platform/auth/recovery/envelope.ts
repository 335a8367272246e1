import { appendAudit } from '../../audit/store.ts'
import { type PersonScope, withoutScope, withScope } from '../../db/scope.ts'
import { normaliseLogin } from '../login.ts'
import { envelopeNotSealed, loginTaken, mayNotReset } from '../messages.ts'
import type { AuthParts, Caller } from '../parts.ts'
import { hashNewPassword } from '../passwords.ts'
import { noteEvent, openSession, requireProof, type Session, type SignedIn } from '../sessions.ts'
import { noteFailure } from '../sign-in.ts'
import { hashToken, inGroups, plainCode, randomLetters } from '../token.ts'
import { isEnvelopeSealed, openEnvelope, sealEnvelope } from './store.ts'

/** 122 random bits: nothing to guess, so a plain hash will do. */
const letters = 25

/** 「復旧封筒」: printed once for the head's safe; the one before is worthless from now on. */
export async function makeEnvelope(parts: AuthParts, session: Session, from: string | undefined): Promise<{ code: string; madeAt: Date }> {
  requireProof(parts, session)
  const { person } = session
  const organisation = session.organisation?.id
  if (organisation === undefined) throw mayNotReset()
  const scope: PersonScope = { organisation, person }
  const code = randomLetters(letters)
  const madeAt = parts.clock.now()
  await withScope(parts.pool, scope, async (client) => {
    await sealEnvelope(client, scope, { hash: hashToken(code), at: madeAt })
    await appendAudit(client, { scope, clock: parts.clock, event: { action: 'auth/envelope-sealed', subject: organisation, from } })
  })
  return { code: inGroups(code, 5), madeAt }
}

export interface EnvelopeUse extends Caller {
  readonly code: string
  readonly login: string
  readonly name: string
  readonly password: string
}

/**
 * Lets somebody in as owner when nobody is left who could: at once, since a facility that is locked out has no time, and
 * never in silence: the trail names it and everybody else is told at the next sign-in.
 */
export async function enterWithEnvelope(parts: AuthParts, use: EnvelopeUse): Promise<SignedIn> {
  const guess = { login: 'envelope', address: use.from, device: undefined }
  const hash = hashToken(plainCode(use.code))
  if (!(await withoutScope(parts.pool, (client) => isEnvelopeSealed(client, hash)))) {
    await parts.tries.count(guess, parts.clock.now())
    await noteFailure(parts, { person: undefined, from: use.from, action: 'auth/envelope-failed' })
    throw envelopeNotSealed()
  }
  const login = normaliseLogin(use.login)
  const passwordHash = await hashNewPassword(parts, { ...use, login })
  const at = parts.clock.now()
  const opened = await withoutScope(parts.pool, (client) => openEnvelope(client, { hash, at, login, name: use.name, passwordHash }))
  if (!opened) throw envelopeNotSealed()
  const { person, organisation } = opened
  if (person === null) throw loginTaken()
  await noteEvent(parts, { organisation, person }, { action: 'auth/envelope-opened', from: use.from })
  return openSession(parts, { person, caller: use, action: 'auth/sign-in' })
}
