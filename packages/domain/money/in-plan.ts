import type { MeasureHere, PlanChoice } from './types.ts'

/** A tick counts until the measure is there: planned, or approved by the head. What was put off or is done is no part of a plan. */
export function isInPlan({ choice }: { readonly choice?: PlanChoice['choice'] }, { state }: Pick<MeasureHere, 'state'>): boolean {
  return state === 'offered' && (choice === 'planned' || choice === 'approved')
}
