import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { withPerson } from '../../db/scope.ts'
import { passkeyNotTaken } from '../messages.ts'
import type { AuthParts } from '../parts.ts'
import { noteEvent, requireProof, type Session } from '../sessions.ts'
import { findOwnLogin } from '../store.ts'
import { addPasskey, endChallenge, openChallenge, type PasskeyRow, readFactors, setPasskeyChallenge, takeTry, usePasskey } from './store.ts'

const minuteMs = 60_000

/** NOTE: a passkey belongs to a name; it works neither under another one nor under a bare number such as 127.0.0.1. */
function nameOf(origin: string): string {
  return new URL(origin).hostname
}

const forBrowser = ({ credential, transports }: PasskeyRow) => ({ id: credential, transports: [...transports] })

/** What the browser needs to make a passkey. */
export async function beginPasskey(parts: AuthParts, session: Session, origin: string) {
  requireProof(parts, session)
  const { person } = session
  const at = parts.clock.now()
  return withPerson(parts.pool, person, async (client) => {
    const { passkeys } = await readFactors(client, person)
    const options = await generateRegistrationOptions({
      rpName: 'Mimamori',
      rpID: nameOf(origin),
      userName: (await findOwnLogin(client, person))?.login ?? '',
      userDisplayName: session.personName,
      userID: new TextEncoder().encode(person),
      attestationType: 'none',
      excludeCredentials: passkeys.map(forBrowser),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    })
    const until = new Date(at.getTime() + 5 * minuteMs)
    const id = await openChallenge(client, { person, session: session.id, purpose: 'register', at, until })
    await setPasskeyChallenge(client, { id, challenge: options.challenge })
    return options
  })
}

export async function confirmPasskey(
  parts: AuthParts,
  session: Session,
  given: { response: unknown; name: string; origin: string; from?: string | undefined },
): Promise<void> {
  requireProof(parts, session)
  const { person } = session
  const at = parts.clock.now()
  const until = new Date(at.getTime() + 5 * minuteMs)
  const challenge = await withPerson(parts.pool, person, async (client) => {
    const id = await openChallenge(client, { person, session: session.id, purpose: 'register', at, until })
    const taken = await takeTry(client, id)
    await endChallenge(client, id)
    return taken?.passkeyChallenge
  })
  if (challenge === undefined || challenge === null) throw passkeyNotTaken()
  const response = given.response as RegistrationResponseJSON // what the browser gave; the check below reads it as hostile
  const found = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: given.origin,
    expectedRPID: nameOf(given.origin),
    requireUserVerification: false,
  }).catch(() => undefined)
  if (!found?.verified) throw passkeyNotTaken()
  const { id: credential, publicKey, counter, transports = [] } = found.registrationInfo.credential
  const key = { person, credential, publicKey, counter, transports, name: given.name, at }
  if (!(await withPerson(parts.pool, person, (client) => addPasskey(client, key)))) throw passkeyNotTaken()
  await noteEvent(parts, session, { action: 'auth/factor-added', from: given.from, detail: { way: 'passkey' } })
}

/** What the browser needs to use a passkey, and the challenge to be kept. */
export async function askPasskey(keys: readonly PasskeyRow[], origin: string) {
  return generateAuthenticationOptions({
    rpID: nameOf(origin),
    allowCredentials: keys.map(forBrowser),
    userVerification: 'preferred',
  })
}

export async function checkPasskey(
  parts: AuthParts,
  given: { person: string; response: unknown; challenge: string | null; origin: string },
): Promise<boolean> {
  const { person, challenge, origin } = given
  if (challenge === null) return false
  const response = given.response as AuthenticationResponseJSON // what the browser gave; the check below reads it as hostile
  return withPerson(parts.pool, person, async (client) => {
    const key = (await readFactors(client, person)).passkeys.find((each) => each.credential === response?.id)
    if (!key) return false
    const found = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: nameOf(origin),
      credential: {
        id: key.credential,
        publicKey: new Uint8Array(key.publicKey),
        counter: key.counter,
        transports: key.transports as AuthenticatorTransport[], // as the browser named them
      },
      requireUserVerification: false,
    }).catch(() => undefined)
    if (!found?.verified) return false
    await usePasskey(client, { id: key.id, counter: found.authenticationInfo.newCounter, at: parts.clock.now() })
    return true
  })
}
