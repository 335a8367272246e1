import { withPerson } from '../../db/scope.ts'
import { halfOpenGone, noSuchFactor, wrongFactor } from '../messages.ts'
import type { AuthParts, Caller } from '../parts.ts'
import { isDeviceOf } from '../store.ts'
import { hashToken, isToken } from '../token.ts'
import { checkNumber } from './authenticator.ts'
import { checkCode } from './codes.ts'
import { askPasskey, checkPasskey } from './passkeys.ts'
import { readFactors, setPasskeyChallenge, takeTry } from './store.ts'
import { type FactorAnswer, type FactorWay, factorsOf, waysOf } from './ways.ts'

export type FactorQuestion =
  | { readonly way: 'passkey'; readonly options: unknown }
  | { readonly way: 'sheet'; readonly line: number | undefined }
  | { readonly way: 'authenticator' | 'recovery' }

export interface Asked {
  readonly person: string
  /** The challenge under which the answer is counted. */
  readonly challenge: string
  readonly caller: Caller
  readonly origin: string
}

/** What the screen needs to ask by this way: the line of the sheet, or the options for the browser. */
export async function askFactor(parts: AuthParts, asked: Asked, way: FactorWay): Promise<FactorQuestion> {
  const { person } = asked
  return withPerson(parts.pool, person, async (client) => {
    const rows = await readFactors(client, person)
    const factors = factorsOf(rows)
    if (!waysOf(factors).includes(way)) throw noSuchFactor()
    if (way === 'sheet') return { way, line: factors.sheet?.next }
    if (way !== 'passkey') return { way }
    const options = await askPasskey(rows.passkeys, asked.origin)
    await setPasskeyChallenge(client, { id: asked.challenge, challenge: options.challenge })
    return { way, options }
  })
}

/** Throws unless the answer is right. Five answers for one challenge; over all challenges they are counted like passwords. */
export async function checkFactor(parts: AuthParts, asked: Asked, answer: FactorAnswer): Promise<void> {
  const { person, caller } = asked
  const device = caller.device !== undefined && isToken(caller.device) ? caller.device : undefined
  const guess = { login: `factor:${person}`, address: caller.from, device: (await isOwnDevice(parts, person, device)) ? device : undefined }
  await parts.tries.count(guess, parts.clock.now())
  const taken = await withPerson(parts.pool, person, (client) => takeTry(client, asked.challenge))
  if (!taken) throw halfOpenGone()
  if (!(await isRight(parts, asked, { answer, passkeyChallenge: taken.passkeyChallenge }))) throw wrongFactor()
  await parts.tries.forgive(guess)
}

async function isRight(
  parts: AuthParts,
  { person, origin }: Asked,
  given: { answer: FactorAnswer; passkeyChallenge: string | null },
): Promise<boolean> {
  const { answer } = given
  const factors = factorsOf(await withPerson(parts.pool, person, (client) => readFactors(client, person)))
  if (!waysOf(factors).includes(answer.way)) return false
  switch (answer.way) {
    case 'authenticator':
      return checkNumber(parts, { person, code: answer.code, isNew: false })
    case 'passkey':
      return checkPasskey(parts, { person, response: answer.response, challenge: given.passkeyChallenge, origin })
    default:
      return checkCode(parts, { person, kind: answer.way, code: answer.code, line: factors.sheet?.next })
  }
}

async function isOwnDevice(parts: AuthParts, person: string, device: string | undefined): Promise<boolean> {
  if (device === undefined) return false
  return withPerson(parts.pool, person, (client) => isDeviceOf(client, { hash: hashToken(device), person }))
}
