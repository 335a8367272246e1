import { isAnswerSigned, type RiskDecision, signedTerms } from '@mimamori/domain'

const written = [
  'kind',
  'asked',
  'askedOn',
  'answer',
  'answeredOn',
  'residual',
  'decidedOn',
  'until',
  'facilityBy',
  'vendorBy',
] as const satisfies readonly (keyof RiskDecision)[]

/** What a person writes on an agreement. */
export type Terms = { readonly [K in (typeof written)[number]]: RiskDecision[K] | undefined } & Pick<RiskDecision, 'kind' | 'asked'>

export function termsOf(decision: RiskDecision): Terms {
  return Object.fromEntries(written.map((field) => [field, decision[field]])) as unknown as Terms // the fields of `written`
}

/** The new values; a name that stood under other words goes with them, and `isUnsigned` tells that one did. */
export function changedTerms(before: RiskDecision, after: Terms): { readonly values: Terms; readonly isUnsigned: boolean } {
  const isAnswerOther = isAnswerSigned(before) && after.answer !== before.answer
  const isOther = isAnswerOther || signedTerms.some((field) => field !== 'risk' && field !== 'vendor' && after[field] !== before[field])
  const isStale = (field: 'facilityBy' | 'vendorBy') => isOther && before[field] !== undefined && after[field] === before[field]
  const values = {
    ...after,
    ...(isStale('facilityBy') && { facilityBy: undefined }),
    ...(isStale('vendorBy') && { vendorBy: undefined }),
  }
  return { values, isUnsigned: isStale('facilityBy') || isStale('vendorBy') }
}
