import { appendAudit } from '../audit/store.ts'
import { withoutScope, withScope } from '../db/scope.ts'
import { normaliseLogin } from './login.ts'
import { linkNotOpen } from './messages.ts'
import type { AuthParts, Caller } from './parts.ts'
import { hashNewPassword } from './passwords.ts'
import { openSession, type SignedIn } from './sessions.ts'
import { claimLink, isLinkOpen, offerLink } from './store.ts'
import { hashToken, isToken, newToken } from './token.ts'

export interface SetupLink {
  /** Goes behind the `#` of the address, which browsers send to nobody. */
  readonly token: string
  readonly expiresAt: Date
}

export interface Claim extends Caller {
  readonly token: string
  readonly login: string
  readonly name: string
  readonly password: string
  readonly organisation?: { readonly kind: string; readonly name: string } | undefined
}

const validHours = 24

export async function offerSetupLink(parts: AuthParts): Promise<SetupLink | undefined> {
  const { token, hash } = newToken()
  const at = parts.clock.now()
  const expiresAt = new Date(at.getTime() + validHours * 60 * 60_000)
  const isOffered = await withoutScope(parts.pool, (client) => offerLink(client, { hash, at, until: expiresAt }))
  return isOffered ? { token, expiresAt } : undefined
}

export async function isSetupLinkOpen(parts: AuthParts, token: string): Promise<boolean> {
  if (!isToken(token)) return false
  return withoutScope(parts.pool, (client) => isLinkOpen(client, { hash: hashToken(token), at: parts.clock.now() }))
}

/** Makes the first organisation and its owner, uses the link up, and signs the owner in. */
export async function claimSetupLink(parts: AuthParts, claim: Claim): Promise<SignedIn> {
  // The link is looked at before the password is hashed: without a link nobody makes us work.
  if (!(await isSetupLinkOpen(parts, claim.token))) throw linkNotOpen()
  const login = normaliseLogin(claim.login)
  const passwordHash = await hashNewPassword(parts, { ...claim, login })
  const made = await withoutScope(parts.pool, (client) =>
    claimLink(client, {
      hash: hashToken(claim.token),
      at: parts.clock.now(),
      login,
      name: claim.name,
      passwordHash,
      organisationKind: claim.organisation?.kind ?? 'facility',
      organisationName: claim.organisation?.name ?? '(名称未設定)',
    }),
  )
  if (!made) throw linkNotOpen()
  const scope = { organisation: made.organisation, person: made.person }
  const event = { action: 'auth/set-up', subject: made.person, from: claim.from }
  await withScope(parts.pool, scope, (client) => appendAudit(client, { scope, clock: parts.clock, event }))
  return openSession(parts, { person: made.person, caller: claim, action: 'auth/sign-in' })
}
