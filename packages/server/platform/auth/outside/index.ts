import type { PersonScope } from '../../db/scope.ts'
import type { AuthParts } from '../parts.ts'
import type { Session } from '../sessions.ts'
import {
  askForLink,
  type BegunRound,
  beginOutside,
  decideLink,
  finishOutside,
  hasLinked,
  listLinkRequests,
  type OutsideOutcome,
  type ReturnFromOutside,
  unlinkOutside,
} from './outside.ts'
import { makeProvider } from './provider.ts'
import type { LinkRequest } from './store.ts'

/** Signing in by the hospital's own service. */
export interface OutsidePart {
  /** What the button calls it; undefined where none is configured. */
  readonly name: string | undefined
  begin(session: Session | undefined): Promise<BegunRound>
  finish(came: ReturnFromOutside): Promise<OutsideOutcome>
  askForLink(given: { token: string | undefined; login: string }): Promise<void>
  listRequests(scope: PersonScope): Promise<readonly LinkRequest[]>
  decide(session: Session, given: { scope: PersonScope; id: string; isApproved: boolean; from?: string | undefined }): Promise<void>
  hasLinked(session: Session): Promise<boolean>
  unlink(session: Session, from: string | undefined): Promise<void>
}

export function outsidePart(auth: AuthParts): OutsidePart {
  const parts = { ...auth, provider: auth.outside && makeProvider(auth.outside) }
  return {
    name: auth.outside?.name,
    begin: (session) => beginOutside(parts, session),
    finish: (came) => finishOutside(parts, came),
    askForLink: (given) => askForLink(parts, given),
    listRequests: (scope) => listLinkRequests(parts, scope),
    decide: (session, given) => decideLink(parts, session, given),
    hasLinked: (session) => hasLinked(parts, session.person),
    unlink: (session, from) => unlinkOutside(parts, session, from),
  }
}
