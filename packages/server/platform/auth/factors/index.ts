import type { AuthParts, Caller } from '../parts.ts'
import type { Session, SignedIn } from '../sessions.ts'
import { beginAuthenticator, confirmAuthenticator, type NewAuthenticator } from './authenticator.ts'
import type { FactorQuestion } from './check.ts'
import { type CodeKind, type MadeCodes, makeCodes } from './codes.ts'
import { askHalfOpen, enterWithFactor, type HalfOpenCaller } from './half-open.ts'
import { beginPasskey, confirmPasskey } from './passkeys.ts'
import { askProof, dropFactor, type Proof, prove } from './prove.ts'
import { type FactorAnswer, type Factors, type FactorWay, listFactors } from './ways.ts'

/** Second factors: at the half-open door, to prove oneself again, and to set them up. */
export interface FactorPart {
  list(session: Session): Promise<Factors>
  askHalfOpen(caller: HalfOpenCaller, way: FactorWay): Promise<FactorQuestion>
  enter(caller: HalfOpenCaller, answer: FactorAnswer): Promise<SignedIn>
  askProof(session: Session, given: Caller & { origin: string; way: FactorWay }): Promise<FactorQuestion>
  prove(session: Session, proof: Proof): Promise<SignedIn>
  beginAuthenticator(session: Session): Promise<NewAuthenticator>
  confirmAuthenticator(session: Session, given: { code: string; from?: string | undefined }): Promise<void>
  beginPasskey(session: Session, origin: string): Promise<unknown>
  confirmPasskey(session: Session, given: { response: unknown; name: string; origin: string; from?: string | undefined }): Promise<void>
  makeCodes(session: Session, given: { kind: CodeKind; from?: string | undefined }): Promise<MadeCodes>
  drop(session: Session, given: { way: FactorWay; id?: string | undefined; from?: string | undefined }): Promise<void>
}

export function factorPart(parts: AuthParts): FactorPart {
  return {
    list: (session) => listFactors(parts, session.person),
    askHalfOpen: (caller, way) => askHalfOpen(parts, caller, way),
    enter: (caller, answer) => enterWithFactor(parts, caller, answer),
    askProof: (session, given) => askProof(parts, session, given),
    prove: (session, proof) => prove(parts, session, proof),
    beginAuthenticator: (session) => beginAuthenticator(parts, session),
    confirmAuthenticator: (session, given) => confirmAuthenticator(parts, session, given),
    beginPasskey: (session, origin) => beginPasskey(parts, session, origin),
    confirmPasskey: (session, given) => confirmPasskey(parts, session, given),
    makeCodes: (session, given) => makeCodes(parts, session, given),
    drop: (session, given) => dropFactor(parts, session, given),
  }
}
