import { appendAudit } from '../../audit/store.ts'
import { withoutScope, withPerson, withScope } from '../../db/scope.ts'
import { UserError } from '../../errors/user-error.ts'
import { normaliseLogin } from '../login.ts'
import { invitationNotOpen, loginTaken, noOrganisationNamed, notYourOrganisation } from '../messages.ts'
import type { AuthParts, Caller } from '../parts.ts'
import { hashNewPassword } from '../passwords.ts'
import { openSession, type Session, type SignedIn } from '../sessions.ts'
import { listOrganisations } from '../store.ts'
import { hashCode, hashToken, inGroups, isToken, newToken, randomLetters } from '../token.ts'
import { type Accepted, accept, type LookedAt, lookAt } from './store.ts'

const kind = 'invitation'
/** Forty-eight bits: guessing it takes longer than it is open, whatever the number of machines. */
const codeLength = 10

/** The two ways in that one invitation has; only the hashes are stored. */
export interface InvitationSecrets {
  readonly code: string
  readonly token: string
  readonly codeHash: Buffer
  readonly tokenHash: Buffer
}

export function newInvitation(parts: AuthParts): InvitationSecrets {
  const code = inGroups(randomLetters(codeLength), 4)
  const { token, hash } = newToken()
  return { code, token, codeHash: hashCode(parts.pepper, kind, code), tokenHash: hash }
}

/** The hash of a link's token or of a typed code, whichever it is. */
function hashSecret(parts: AuthParts, secret: string): Buffer {
  const text = secret.trim()
  return isToken(text) ? hashToken(text) : hashCode(parts.pepper, kind, text)
}

export interface Looked extends LookedAt {
  /** Own organisations of the kind that is meant. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
}

/** Who invites, to what. Wrong codes slow the address down, and the answer is one and the same for wrong, used and ended ones. */
export async function lookAtInvitation(
  parts: AuthParts,
  given: Caller & { secret: string; session: Session | undefined },
): Promise<Looked> {
  const { session } = given
  const found = await open(parts, given)
  const at = parts.clock.now()
  const own = session
    ? await withPerson(parts.pool, session.person, (client) => listOrganisations(client, { person: session.person, at }))
    : []
  return { ...found, organisations: own.filter((one) => one.kind === found.relationKind).map(({ id, name }) => ({ id, name })) }
}

async function open(parts: AuthParts, given: Caller & { secret: string }): Promise<LookedAt> {
  const at = parts.clock.now()
  // NOTE: counted by address alone: whoever holds a code has no login yet, and the guesses of others must not keep them out.
  const guess = { login: `${kind}:${given.from ?? ''}`, address: given.from, device: undefined }
  await parts.tries.count(guess, at)
  const found = await withoutScope(parts.pool, (client) => lookAt(client, { hash: hashSecret(parts, given.secret), at }))
  if (!found) throw invitationNotOpen()
  await parts.tries.forgive(guess)
  return found
}

/** What a code or a token opens now. */
export async function openedBy(parts: AuthParts, secret: string): Promise<LookedAt | undefined> {
  return withoutScope(parts.pool, (client) => lookAt(client, { hash: hashSecret(parts, secret), at: parts.clock.now() }))
}

export interface AcceptRequest extends Caller {
  readonly secret: string
  readonly session: Session | undefined
  readonly account?: { readonly login: string; readonly password: string; readonly name: string } | undefined
  readonly organisation?: { readonly id?: string | undefined; readonly name?: string | undefined } | undefined
}

/** Uses the invitation up. With an account to make, the new person is signed in; the one who is signed in goes on as before. */
export async function acceptInvitation(
  parts: AuthParts,
  given: AcceptRequest,
): Promise<{ accepted: Accepted; signedIn: SignedIn | undefined }> {
  const looked = await open(parts, given)
  if (looked.purpose === 'relation' && given.organisation === undefined) throw noOrganisationNamed()
  const account = given.account && (await accountOf(parts, given.account))
  if (!account && !given.session) throw invitationNotOpen()
  const accepted = await claim(parts, given, account)
  await note(parts, given, accepted)
  const signedIn = account && (await openSession(parts, { person: accepted.person, caller: given, action: 'auth/sign-in' }))
  return { accepted, signedIn }
}

type Account = { readonly login: string; readonly name: string; readonly passwordHash: string }

async function accountOf(parts: AuthParts, account: NonNullable<AcceptRequest['account']>): Promise<Account> {
  const login = normaliseLogin(account.login)
  const passwordHash = await hashNewPassword(parts, { ...account, login })
  return { login, name: account.name, passwordHash }
}

async function claim(parts: AuthParts, given: AcceptRequest, account: Account | undefined): Promise<Accepted> {
  try {
    const accepted = await withoutScope(parts.pool, (client) =>
      accept(client, {
        hash: hashSecret(parts, given.secret),
        at: parts.clock.now(),
        acting: account ? undefined : given.session?.person,
        account,
        intoOrganisation: given.organisation?.id,
        newOrganisation: given.organisation?.name,
      }),
    )
    if (!accepted) throw invitationNotOpen()
    return accepted
  } catch (error) {
    throw refusalOf(error)
  }
}

/** NOTE: the codes are those of the database function; a taken login is the unique index of the table. */
function refusalOf(error: unknown): unknown {
  if (error instanceof UserError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'MI001') return invitationNotOpen()
  if (code === 'MI002') return notYourOrganisation()
  return code === '23505' ? loginTaken() : error
}

/** In both trails: of the one who invited, and of the organisation that has somebody new. */
async function note(parts: AuthParts, given: AcceptRequest, accepted: Accepted): Promise<void> {
  const { inviter, organisation, person, relation, invitation } = accepted
  const event = {
    action: 'invitation/accepted',
    subject: invitation,
    from: given.from,
    detail: { organisation, ...(relation !== null && { relation }) },
  }
  const scope = { organisation, person }
  await withScope(parts.pool, scope, (client) => appendAudit(client, { scope, clock: parts.clock, event }))
  if (inviter === organisation) return
  const nobody = { organisation: inviter }
  await withScope(parts.pool, nobody, (client) => appendAudit(client, { scope: nobody, clock: parts.clock, event }))
}
