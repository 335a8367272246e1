import { z } from 'zod'
import { appendAudit } from '../../audit/store.ts'
import { type PersonScope, withoutScope, withPerson, withScope } from '../../db/scope.ts'
import { seal, unseal } from '../../keys/seal.ts'
import { normaliseLogin } from '../login.ts'
import { outsideLinked, outsideNotSet, outsideRefused, requestGone } from '../messages.ts'
import type { AuthParts, Caller } from '../parts.ts'
import { noteEvent, requireProof, type Session } from '../sessions.ts'
import { admit, endPrevious, type SignInOutcome } from '../sign-in.ts'
import { hashToken, isToken, newToken } from '../token.ts'
import type { Provider } from './provider.ts'
import {
  approveRequest,
  beginRound,
  countLinked,
  dropRequest,
  endRound,
  findLinked,
  findRound,
  keepAnswer,
  type LinkRequest,
  linkOwn,
  listRequests,
  requestLink,
  unlink,
} from './store.ts'

const roundMinutes = 10
const boundTo = (hash: Buffer) => `outside/${hash.toString('hex')}`
const checksShape = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() })

export interface BegunRound {
  /** Where the browser goes. */
  readonly address: string
  /** Binds the round to this browser. */
  readonly token: string
  readonly expiresAt: Date
}

export type OutsideOutcome =
  | SignInOutcome
  | { readonly kind: 'linked' }
  /** The account is linked to nobody: the browser may now say whose it is. */
  | { readonly kind: 'unlinked' }

export type OutsideParts = AuthParts & { readonly provider: Provider | undefined }

/** With a session: to link the account to its person. */
export async function beginOutside(parts: OutsideParts, session: Session | undefined): Promise<BegunRound> {
  if (!parts.provider) throw outsideNotSet()
  if (session) requireProof(parts, session)
  const { address, checks } = await parts.provider.begin()
  const { token, hash } = newToken()
  const expiresAt = new Date(parts.clock.now().getTime() + roundMinutes * 60_000)
  const sealed = seal(parts.sealKey, Buffer.from(JSON.stringify(checks), 'utf8'), boundTo(hash))
  await withoutScope(parts.pool, (client) => beginRound(client, { hash, session: session?.id, checks: sealed, until: expiresAt }))
  return { address, token, expiresAt }
}

export interface ReturnFromOutside extends Caller {
  readonly token: string | undefined
  readonly query: string
  readonly session: Session | undefined
  readonly previousToken: string | undefined
}

/** NOTE: the account is known by issuer and subject alone. A mail address or a name can be had by somebody else tomorrow. */
export async function finishOutside(parts: OutsideParts, came: ReturnFromOutside): Promise<OutsideOutcome> {
  const { hash, checks, session } = await readRound(parts, came.token)
  // A session that was planted in this browser meanwhile is not given the account.
  if (session !== null && session !== came.session?.id) throw outsideRefused(undefined)
  if (!parts.provider) throw outsideNotSet()
  const identity = await parts.provider.finish(came.query, checks)
  if (session !== null && came.session) {
    await withoutScope(parts.pool, (client) => endRound(client, hash))
    await link(parts, came.session, identity, came.from)
    return { kind: 'linked' }
  }
  const person = await withoutScope(parts.pool, (client) => findLinked(client, identity))
  if (person === undefined) {
    await withoutScope(parts.pool, (client) => keepAnswer(client, { hash, ...identity }))
    return { kind: 'unlinked' }
  }
  await withoutScope(parts.pool, (client) => endRound(client, hash))
  await endPrevious(parts, came.previousToken)
  return admit(parts, { person, caller: came, detail: { way: 'outside' } })
}

async function readRound(parts: OutsideParts, token: string | undefined) {
  if (token === undefined || !isToken(token)) throw outsideRefused(undefined)
  const hash = hashToken(token)
  const round = await withoutScope(parts.pool, (client) => findRound(client, { hash, at: parts.clock.now() }))
  const plain = round && unseal(parts.sealKey, round.checks, boundTo(hash))
  if (!round || !plain || round.subject !== null) throw outsideRefused(undefined)
  return { hash, session: round.session, checks: checksShape.parse(JSON.parse(plain.toString('utf8'))) }
}

async function link(
  parts: AuthParts,
  session: Session,
  identity: { issuer: string; subject: string },
  from: string | undefined,
): Promise<void> {
  const { person } = session
  const given = { issuer: identity.issuer, subject: identity.subject, person, at: parts.clock.now() }
  if (!(await withPerson(parts.pool, person, (client) => linkOwn(client, given)))) throw outsideLinked()
  await noteEvent(parts, session, { action: 'auth/outside-linked', from })
}

/** Says whose the account is. The answer is the same whether or not there is such a login; an owner decides. */
export async function askForLink(parts: AuthParts, given: { token: string | undefined; login: string }): Promise<void> {
  if (given.token === undefined || !isToken(given.token)) throw outsideRefused(undefined)
  const hash = hashToken(given.token)
  const asked = { hash, login: normaliseLogin(given.login), at: parts.clock.now() }
  await withoutScope(parts.pool, (client) => requestLink(client, asked))
}

export async function listLinkRequests(parts: AuthParts, scope: PersonScope): Promise<readonly LinkRequest[]> {
  return withScope(parts.pool, scope, (client) => listRequests(client, scope), { readOnly: true })
}

export async function decideLink(
  parts: AuthParts,
  session: Session,
  given: { scope: PersonScope; id: string; isApproved: boolean; from?: string | undefined },
): Promise<void> {
  requireProof(parts, session)
  const { scope, id, isApproved } = given
  await withScope(parts.pool, scope, async (client) => {
    if (!isApproved) await dropRequest(client, scope, id)
    else if (!(await approveRequest(client, scope, { id, at: parts.clock.now() }))) throw requestGone()
    const event = { action: isApproved ? 'auth/outside-approved' : 'auth/outside-declined', subject: id, from: given.from }
    await appendAudit(client, { scope, clock: parts.clock, event })
  })
}

export async function hasLinked(parts: AuthParts, person: string): Promise<boolean> {
  return (await withPerson(parts.pool, person, (client) => countLinked(client, person))) > 0
}

export async function unlinkOutside(parts: AuthParts, session: Session, from: string | undefined): Promise<void> {
  requireProof(parts, session)
  await withPerson(parts.pool, session.person, (client) => unlink(client, session.person))
  await noteEvent(parts, session, { action: 'auth/outside-unlinked', from })
}
