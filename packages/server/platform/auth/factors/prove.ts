import { withPerson } from '../../db/scope.ts'
import { noSuchFactor, wrongFactor } from '../messages.ts'
import type { AuthParts, Caller } from '../parts.ts'
import { noteEvent, renew, requireProof, type Session, type SignedIn } from '../sessions.ts'
import { checkOwnPassword } from '../sign-in.ts'
import { askFactor, checkFactor, type FactorQuestion } from './check.ts'
import { endChallenge, openChallenge, removeFactor } from './store.ts'
import { type FactorAnswer, type FactorWay, listFactors, waysOf } from './ways.ts'

export interface Proof extends Caller {
  readonly origin: string
  /** Of a person without a second factor. */
  readonly password?: string | undefined
  readonly factor?: FactorAnswer | undefined
}

async function openProof(parts: AuthParts, session: Session): Promise<string> {
  const at = parts.clock.now()
  const until = new Date(at.getTime() + 10 * 60_000)
  const given = { person: session.person, session: session.id, purpose: 'prove', at, until } as const
  return withPerson(parts.pool, session.person, (client) => openChallenge(client, given))
}

export async function askProof(
  parts: AuthParts,
  session: Session,
  given: Caller & { origin: string; way: FactorWay },
): Promise<FactorQuestion> {
  const challenge = await openProof(parts, session)
  return askFactor(parts, { person: session.person, challenge, caller: given, origin: given.origin }, given.way)
}

/** Asks again: for the second factor, or for the password of somebody who has none. The session goes on under another token. */
export async function prove(parts: AuthParts, session: Session, proof: Proof): Promise<SignedIn> {
  const hasFactor = waysOf(await listFactors(parts, session.person)).length > 0
  if (!hasFactor) await checkOwnPassword(parts, session, { ...proof, password: proof.password ?? '' })
  else {
    if (!proof.factor) throw wrongFactor()
    const challenge = await openProof(parts, session)
    await checkFactor(parts, { person: session.person, challenge, caller: proof, origin: proof.origin }, proof.factor)
    await withPerson(parts.pool, session.person, (client) => endChallenge(client, challenge))
  }
  return renew(parts, session, proof.from)
}

export async function dropFactor(
  parts: AuthParts,
  session: Session,
  given: { way: FactorWay; id?: string | undefined; from?: string | undefined },
): Promise<void> {
  requireProof(parts, session)
  const { person } = session
  const { way, id } = given
  if (!(await withPerson(parts.pool, person, (client) => removeFactor(client, { person, way, id })))) throw noSuchFactor()
  await noteEvent(parts, session, { action: 'auth/factor-removed', from: given.from, detail: { way } })
}
