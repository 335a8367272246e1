import { hkdfSync } from 'node:crypto'
import { withoutScope, withPerson } from '../db/scope.ts'
import {
  type EnteredLink,
  endAnswerGuest,
  enterAnswerLink,
  findAnswerGuest,
  type LinkSecrets,
  lookAtAnswerLink,
  newAnswerCode,
  newAnswerLink,
} from './answer-links/answer-links.ts'
import type { FoundLink, Guest } from './answer-links/store.ts'
import { newCalendarAddress, openCalendar } from './calendar-links/calendar-links.ts'
import type { FoundCalendar } from './calendar-links/store.ts'
import { type FactorPart, factorPart } from './factors/index.ts'
import {
  type AcceptRequest,
  acceptInvitation,
  type InvitationSecrets,
  type Looked,
  lookAtInvitation,
  newInvitation,
  openedBy,
} from './invitations/invitations.ts'
import type { Accepted, LookedAt } from './invitations/store.ts'
import { type OutsidePart, outsidePart } from './outside/index.ts'
import type { AuthParts, AuthSettings, Caller } from './parts.ts'
import { makeTries } from './rate-limit.ts'
import { type RecoveryPart, recoveryPart } from './recovery/index.ts'
import { chooseOrganisation, endOthers, findSession, listOwnSessions, type Session, type SignedIn, signOut } from './sessions.ts'
import { type Claim, claimSetupLink, isSetupLinkOpen, offerSetupLink, type SetupLink } from './setup-link.ts'
import { changePassword, endPrevious, type PasswordChange, type SignInOutcome, type SignInRequest, signIn } from './sign-in.ts'
import { forgetExpired, hasOwner, listOrganisations, type SessionRow } from './store.ts'

/** Everything about who is at the other end. */
export interface Auth {
  readonly idleMinutes: number
  hasOwner(): Promise<boolean>
  /** A new one-time link while there is no owner, undefined afterwards; every earlier link stops working. */
  offerSetupLink(): Promise<SetupLink | undefined>
  isSetupLinkOpen(token: string): Promise<boolean>
  claimSetupLink(claim: Claim): Promise<SignedIn>
  /** In, or half-open: then a second factor is asked for. */
  signIn(request: SignInRequest): Promise<SignInOutcome>
  /** Undefined for a token that is unknown, idle for too long, or too old. */
  findSession(token: string): Promise<Session | undefined>
  signOut(token: string): Promise<void>
  /** The session that the browser had before another began in it. */
  endPrevious(token: string | undefined): Promise<void>
  changePassword(session: Session, change: PasswordChange): Promise<void>
  listOrganisations(session: Session): Promise<readonly { id: string; name: string; kind: string }[]>
  chooseOrganisation(session: Session, organisation: string): Promise<void>
  newInvitation(): InvitationSecrets
  /** The open invitation that a code or token opens, looked up without counting: only for secrets that were just made. */
  openedBy(secret: string): Promise<LookedAt | undefined>
  lookAtInvitation(given: Caller & { secret: string; session: Session | undefined }): Promise<Looked>
  acceptInvitation(given: AcceptRequest): Promise<{ accepted: Accepted; signedIn: SignedIn | undefined }>
  listOwnSessions(session: Session): Promise<readonly (SessionRow & { isThis: boolean })[]>
  /** One other session of the person, or all others. */
  endOthers(session: Session, given: { id?: string | undefined; from?: string | undefined }): Promise<void>
  readonly factors: FactorPart
  readonly recovery: RecoveryPart
  readonly outside: OutsidePart
  newAnswerLink(): LinkSecrets
  newAnswerCode(): Pick<LinkSecrets, 'code' | 'codeHash'>
  lookAtAnswerLink(given: { token: string; from: string | undefined }): Promise<FoundLink>
  enterAnswerLink(given: { token: string; code: string; from: string | undefined }): Promise<EnteredLink>
  /** Somebody without an account who came in by a link to one sheet. */
  findGuest(token: string): Promise<Guest | undefined>
  endGuest(token: string): Promise<void>
  newCalendarAddress(): ReturnType<typeof newCalendarAddress>
  /** Whose calendar a program asks for, without a session. */
  openCalendar(given: { address: string; from: string | undefined }): Promise<FoundCalendar>
  /** To be called now and then. */
  forgetExpired(): Promise<void>
}

export function makeAuth(settings: AuthSettings): Auth {
  const sealKey = Buffer.from(hkdfSync('sha256', settings.pepper, 'mimamori', 'factors', 32))
  const parts: AuthParts = { ...settings, tries: makeTries(settings.pool, settings.pepper), sealKey }
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
    endPrevious: (token) => endPrevious(parts, token),
    changePassword: (session, change) => changePassword(parts, session, change),
    listOrganisations: (session) =>
      withPerson(pool, session.person, (client) => listOrganisations(client, { person: session.person, at: parts.clock.now() })),
    chooseOrganisation: (session, organisation) => chooseOrganisation(parts, session, organisation),
    newInvitation: () => newInvitation(parts),
    openedBy: (secret) => openedBy(parts, secret),
    lookAtInvitation: (given) => lookAtInvitation(parts, given),
    acceptInvitation: (given) => acceptInvitation(parts, given),
    listOwnSessions: (session) => listOwnSessions(parts, session),
    endOthers: (session, given) => endOthers(parts, session, given),
    factors: factorPart(parts),
    recovery: recoveryPart(parts),
    outside: outsidePart(parts),
    newAnswerLink: () => newAnswerLink(parts),
    newAnswerCode: () => newAnswerCode(parts),
    lookAtAnswerLink: (given) => lookAtAnswerLink(parts, given),
    enterAnswerLink: (given) => enterAnswerLink(parts, given),
    findGuest: (token) => findAnswerGuest(parts, token),
    endGuest: (token) => endAnswerGuest(parts, token),
    newCalendarAddress,
    openCalendar: (given) => openCalendar(parts, given),
    forgetExpired: () => withoutScope(pool, (client) => forgetExpired(client, clock.now())),
  }
}
