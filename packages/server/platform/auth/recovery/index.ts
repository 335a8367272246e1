import type { PersonScope } from '../../db/scope.ts'
import type { AuthParts } from '../parts.ts'
import type { Session, SignedIn } from '../sessions.ts'
import type { SignInOutcome } from '../sign-in.ts'
import { type EnvelopeUse, enterWithEnvelope, makeEnvelope } from './envelope.ts'
import { enterWithNumber, type NumberRequest, type NumberUse, type ResetNumber, resetByColleague } from './reset-number.ts'
import { confirmNotice, demandFactor, readNotices, readRules, type SignInRules } from './rules.ts'
import type { NoticeRow } from './store.ts'

/** The ways back in, and the rules of an organisation about getting in. */
export interface RecoveryPart {
  readRules(scope: PersonScope): Promise<SignInRules>
  demandFactor(session: Session, given: { organisation: string; isDemanded: boolean; from?: string | undefined }): Promise<void>
  resetByColleague(session: Session, request: NumberRequest): Promise<ResetNumber>
  enterWithNumber(use: NumberUse): Promise<SignInOutcome>
  makeEnvelope(session: Session, from: string | undefined): Promise<{ code: string; madeAt: Date }>
  enterWithEnvelope(use: EnvelopeUse): Promise<SignedIn>
  readNotices(person: string): Promise<readonly NoticeRow[]>
  confirmNotice(given: { person: string; id: string }): Promise<void>
}

export function recoveryPart(parts: AuthParts): RecoveryPart {
  return {
    readRules: (scope) => readRules(parts, scope),
    demandFactor: (session, given) => demandFactor(parts, session, given),
    resetByColleague: (session, request) => resetByColleague(parts, session, request),
    enterWithNumber: (use) => enterWithNumber(parts, use),
    makeEnvelope: (session, from) => makeEnvelope(parts, session, from),
    enterWithEnvelope: (use) => enterWithEnvelope(parts, use),
    readNotices: (person) => readNotices(parts, person),
    confirmNotice: (given) => confirmNotice(parts, given),
  }
}
