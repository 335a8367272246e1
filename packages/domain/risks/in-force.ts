import type { CalendarDate } from '../ids.ts'
import type { RiskDecision } from './types.ts'

/** Whether what holds until this day holds still; without a day it has no end. */
export function isInForce(until: CalendarDate | undefined, asOf: CalendarDate): boolean {
  return until === undefined || asOf <= until
}

/** Whether everybody who must has signed: the facility, and the vendor where there is one. */
export function isSigned({ vendor, facilityBy, vendorBy }: Pick<RiskDecision, 'vendor' | 'facilityBy' | 'vendorBy'>): boolean {
  return facilityBy !== undefined && (vendor === undefined || vendorBy !== undefined)
}

/** Something was decided, so that signatures are due: a rest of the risk was named, a day set. */
export function isDecided({ decidedOn, residual }: Pick<RiskDecision, 'decidedOn' | 'residual'>): boolean {
  return decidedOn !== undefined || residual !== undefined
}

/** What an agreement needs before it counts. */
export type DecisionLack = 'residual' | 'decidedOn' | 'until' | 'facilityBy' | 'vendorBy'

/** What is missing before what is left of the risk is borne, in the order in which one fills it in. */
export function lacksOf(decision: RiskDecision): readonly DecisionLack[] {
  const needed: readonly DecisionLack[] = ['residual', 'decidedOn', 'until', 'facilityBy', ...vendorSide(decision)]
  return needed.filter((field) => decision[field] === undefined)
}

function vendorSide({ vendor }: RiskDecision): readonly DecisionLack[] {
  return vendor === undefined ? [] : ['vendorBy']
}

/** Whether what is left of the risk is borne today: decided, signed by both sides, and not past its last day. Without one it never is. */
export function bears(decision: RiskDecision, asOf: CalendarDate): boolean {
  const { decidedOn, until } = decision
  if (lacksOf(decision).length > 0 || decidedOn === undefined) return false
  return decidedOn <= asOf && isInForce(until, asOf)
}

/** How far an agreement is: what was asked, answered, decided without all that it needs, borne, or past its last day. */
export type DecisionStanding = 'asked' | 'answered' | 'lacks' | 'borne' | 'ended'

export function standingOfDecision(decision: RiskDecision, asOf: CalendarDate): DecisionStanding {
  if (bears(decision, asOf)) return 'borne'
  if (!isInForce(decision.until, asOf)) return 'ended'
  if (isDecided(decision)) return 'lacks'
  return decision.answer === undefined ? 'asked' : 'answered'
}

/** Whether a name stands under an answer: then it is no longer written otherwise without signing anew. One that is still missing may come. */
export function isAnswerSigned({ answer, facilityBy, vendorBy }: Words): boolean {
  return answer !== undefined && (facilityBy !== undefined || vendorBy !== undefined)
}

type Words = { readonly [K in 'answer' | 'facilityBy' | 'vendorBy']?: RiskDecision[K] | undefined }

/** What both sides put their names under, beside an answer: whoever changes it afterwards must have it signed anew. */
export const signedTerms = [
  'risk',
  'vendor',
  'kind',
  'asked',
  'residual',
  'decidedOn',
  'until',
] as const satisfies readonly (keyof RiskDecision)[]
