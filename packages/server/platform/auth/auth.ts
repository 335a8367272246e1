import { withoutScope, withPerson } from '../db/scope.ts'
import {
  type AcceptRequest,
  acceptInvitation,
  type InvitationSecrets,
  type Looked,
  lookAtInvitation,
  newInvitation,
} from './invitations/invitations.ts'
import type { Accepted } from './invitations/store.ts'
import type { AuthParts, AuthSettings } from './parts.ts'
import { makeTries } from './rate-limit.ts'
import { chooseOrganisation, findSession, type Session, type SignedIn, signOut } from './sessions.ts'
import { type Claim, claimSetupLink, isSetupLinkOpen, offerSetupLink, type SetupLink } from './setup-link.ts'
import { changePassword, type PasswordChange, type SignInRequest, signIn } from './sign-in.ts'
import { forgetExpired, hasOwner, listOrganisations } from './store.ts'

/** Everything about who is at the other end. */
export interface Auth {
  readonly idleMinutes: number
  hasOwner(): Promise<boolean>
  /** A new one-time link while there is no owner, undefined afterwards; every earlier link stops working. */
  offerSetupLink(): Promise<SetupLink | undefined>
  isSetupLinkOpen(token: string): Promise<boolean>
  claimSetupLink(claim: Claim): Promise<SignedIn>
  signIn(request: SignInRequest): Promise<SignedIn>
  /** Undefined for a token that is unknown, idle for too long, or too old. */
  findSession(token: string): Promise<Session | undefined>
  signOut(token: string): Promise<void>
  changePassword(session: Session, change: PasswordChange): Promise<void>
  listOrganisations(session: Session): Promise<readonly { id: string; name: string; kind: string }[]>
  chooseOrganisation(session: Session, organisation: string): Promise<void>
  newInvitation(): InvitationSecrets
  lookAtInvitation(given: { secret: string; from: string | undefined; session: Session | undefined }): Promise<Looked>
  acceptInvitation(given: AcceptRequest): Promise<{ accepted: Accepted; signedIn: SignedIn | undefined }>
  /** To be called now and then. */
  forgetExpired(): Promise<void>
}

export function makeAuth(settings: AuthSettings): Auth {
  const parts: AuthParts = { ...settings, tries: makeTries(settings.pool, settings.pepper) }
  const { pool, clock } = settings
  return {
    idleMinutes: settings.idleMinutes,
    hasOwner: () => withoutScope(pool, hasOwner),
    offerSetupLink: () => offerSetupLink(parts),
    isSetupLinkOpen: (token) => isSetupLinkOpen(parts, token),
    claimSetupLink: (claim) => claimSetupLink(parts, claim),
    signIn: (request) => signIn(parts, request),
    findSession: (token) => findSession(parts, token),
    signOut: (token) => signOut(parts, token),
    changePassword: (session, change) => changePassword(parts, session, change),
    listOrganisations: (session) =>
      withPerson(pool, session.person, (client) => listOrganisations(client, { person: session.person, at: parts.clock.now() })),
    chooseOrganisation: (session, organisation) => chooseOrganisation(parts, session, organisation),
    newInvitation: () => newInvitation(parts),
    lookAtInvitation: (given) => lookAtInvitation(parts, given),
    acceptInvitation: (given) => acceptInvitation(parts, given),
    forgetExpired: () => withoutScope(pool, (client) => forgetExpired(client, clock.now())),
  }
}
