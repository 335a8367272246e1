import { appendAudit } from '../../audit/store.ts'
import { withoutScope, withScope } from '../../db/scope.ts'
import type { UserError } from '../../errors/user-error.ts'
import type { AuthParts } from '../parts.ts'
import { hashCode, hashToken, inGroups, isToken, newToken, randomLetters } from '../token.ts'
import { codeNotTaken, linkNotThere, wrongCode } from './messages.ts'
import { endGuest, type FoundLink, findGuest, type Guest, lookAtLink, type Tried, tryCode } from './store.ts'

const kind = 'answer'
/** Thirty-nine bits and five tries: what one letter holds and one telephone call reads out. */
const codeLength = 8
/** A working day; whoever comes back on another asks for a new number and finds what was begun. */
const sessionHours = 12
const hourMs = 60 * 60_000

export interface LinkSecrets {
  /** Behind the `#` of the address. */
  readonly token: string
  readonly tokenHash: Buffer
  /** Travels by another way than the link. */
  readonly code: string
  readonly codeHash: Buffer
}

export function newAnswerLink(parts: AuthParts): LinkSecrets {
  const { token, hash } = newToken()
  return { token, tokenHash: hash, ...newAnswerCode(parts) }
}

export function newAnswerCode(parts: AuthParts): Pick<LinkSecrets, 'code' | 'codeHash'> {
  const code = inGroups(randomLetters(codeLength), 4)
  return { code, codeHash: hashCode(parts.pepper, kind, code) }
}

/** The sheet that a link leads to. A guessed link slows the address down like a wrong login. */
export async function lookAtAnswerLink(parts: AuthParts, given: { token: string; from: string | undefined }): Promise<FoundLink> {
  const found = isToken(given.token) ? await withoutScope(parts.pool, (client) => lookAtLink(client, hashToken(given.token))) : undefined
  if (found) return found
  // NOTE: a link holds 256 bits and cannot be guessed; only what leads nowhere is counted, so that nobody is kept from their own.
  await parts.tries.count({ login: `${kind}:${given.from ?? ''}`, address: given.from, device: undefined }, parts.clock.now())
  throw linkNotThere()
}

export interface EnteredLink {
  readonly token: string
  readonly expiresAt: Date
  readonly sheet: string
}

/** Opens the sheet with link and number, once; every try stands in the trail of the facility. */
export async function enterAnswerLink(
  parts: AuthParts,
  given: { token: string; code: string; from: string | undefined },
): Promise<EnteredLink> {
  const found = await lookAtAnswerLink(parts, given)
  const at = parts.clock.now()
  const { token, hash } = newToken()
  const until = new Date(at.getTime() + sessionHours * hourMs)
  const code = hashCode(parts.pepper, kind, given.code)
  const tried = await withoutScope(parts.pool, (client) =>
    tryCode(client, { hash: hashToken(given.token), code, at, session: hash, until }),
  )
  if (!tried) throw linkNotThere()
  await note(parts, found, { outcome: tried.outcome, from: given.from })
  if (tried.outcome !== 'opened') throw refusalOf(tried)
  return { token, expiresAt: until, sheet: found.sheet }
}

function refusalOf({ outcome, triesLeft }: Tried): UserError {
  return outcome === 'wrong' ? wrongCode(triesLeft) : codeNotTaken(outcome === 'opened' ? 'used' : outcome)
}

async function note(parts: AuthParts, found: FoundLink, event: { outcome: string; from: string | undefined }): Promise<void> {
  const scope = { organisation: found.organisation }
  const detail = { facility: found.facility, sheet: found.sheet }
  await withScope(parts.pool, scope, (client) =>
    appendAudit(client, {
      scope,
      clock: parts.clock,
      event: { action: `answer-link/${event.outcome}`, subject: found.link, from: event.from, detail },
    }),
  )
}

export async function findAnswerGuest(parts: AuthParts, token: string): Promise<Guest | undefined> {
  if (!isToken(token)) return undefined
  return withoutScope(parts.pool, (client) => findGuest(client, { hash: hashToken(token), at: parts.clock.now() }))
}

export async function endAnswerGuest(parts: AuthParts, token: string): Promise<void> {
  if (isToken(token)) await withoutScope(parts.pool, (client) => endGuest(client, hashToken(token)))
}
