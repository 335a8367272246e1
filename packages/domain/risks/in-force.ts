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

/** Whether what is left of the risk is borne today: decided, signed by both sides, and not past its last day. Without one it never is. */
export function bears(decision: RiskDecision, asOf: CalendarDate): boolean {
  const { residual, decidedOn, until } = decision
  if (residual === undefined || decidedOn === undefined || until === undefined) return false
  return decidedOn <= asOf && isSigned(decision) && isInForce(until, asOf)
}
