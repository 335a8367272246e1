import { generateSecret, generateURI, verifySync } from 'otplib'
import { withPerson } from '../../db/scope.ts'
import { seal, unseal } from '../../keys/seal.ts'
import { noSuchFactor, wrongFactor } from '../messages.ts'
import type { AuthParts } from '../parts.ts'
import { noteEvent, requireProof, type Session } from '../sessions.ts'
import { findOwnLogin } from '../store.ts'
import { plainCode } from '../token.ts'
import { keepSecret, readSecret, useStep } from './store.ts'

/** For the clocks of telephones: one number before and one after. */
const toleranceSeconds = 30

const boundTo = (person: string) => `authenticator/${person}`

export interface NewAuthenticator {
  readonly secret: string
  /** What the QR code says. */
  readonly address: string
}

/** A new secret; it asks for nothing until its first number has come back. One that is in use must be removed first. */
export async function beginAuthenticator(parts: AuthParts, session: Session): Promise<NewAuthenticator> {
  requireProof(parts, session)
  const { person } = session
  const secret = generateSecret()
  const sealed = seal(parts.sealKey, Buffer.from(secret, 'utf8'), boundTo(person))
  const login = await withPerson(parts.pool, person, async (client) => {
    await keepSecret(client, { person, sealed, at: parts.clock.now() })
    return (await findOwnLogin(client, person))?.login ?? ''
  })
  return { secret, address: generateURI({ issuer: 'Mimamori', label: login, secret }) }
}

export async function confirmAuthenticator(
  parts: AuthParts,
  session: Session,
  given: { code: string; from?: string | undefined },
): Promise<void> {
  requireProof(parts, session)
  const guess = { login: `factor:${session.person}`, address: given.from, device: session.id }
  await parts.tries.count(guess, parts.clock.now())
  if (!(await checkNumber(parts, { person: session.person, code: given.code, isNew: true }))) throw wrongFactor()
  await parts.tries.forgive(guess)
  await noteEvent(parts, session, { action: 'auth/factor-added', from: given.from, detail: { way: 'authenticator' } })
}

/** Whether the number is right and has not been used; uses it up. */
export async function checkNumber(parts: AuthParts, given: { person: string; code: string; isNew: boolean }): Promise<boolean> {
  const { person, isNew } = given
  const at = parts.clock.now()
  return withPerson(parts.pool, person, async (client) => {
    const kept = await readSecret(client, person)
    if (!kept || kept.isConfirmed === isNew) throw noSuchFactor()
    const secret = unseal(parts.sealKey, kept.sealed, boundTo(person))
    if (!secret) throw new Error('the secret of an authenticator cannot be opened with this secret file')
    const token = plainCode(given.code)
    if (!/^\d{6}$/.test(token)) return false
    const epoch = Math.floor(at.getTime() / 1_000)
    const found = verifySync({ secret: secret.toString('utf8'), token, epoch, epochTolerance: toleranceSeconds })
    return found.valid && 'timeStep' in found && useStep(client, { person, step: found.timeStep, at })
  })
}
