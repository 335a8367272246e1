import {
  entityId,
  type FacilityQuote,
  type Finances,
  type FinancesId,
  type InsurancePolicy,
  type InsurancePolicyId,
  type LossInput,
  type LossInputId,
  type PlanChoice,
  type PlanChoiceId,
  type QuoteId,
} from '@mimamori/domain'

export const moneyIdMakers = {
  finances: (text: string) => entityId<FinancesId>(text),
  quote: (text: string) => entityId<QuoteId>(text),
  lossInput: (text: string) => entityId<LossInputId>(text),
  planChoice: (text: string) => entityId<PlanChoiceId>(text),
  policy: (text: string) => entityId<InsurancePolicyId>(text),
}

/** Records about money. */
export const moneyBuilders = {
  finances: (some: Partial<Finances> = {}): Finances => ({ id: moneyIdMakers.finances('fin:1'), fiscalYear: 2025, ...some }),
  quote: (some: Partial<FacilityQuote> = {}): FacilityQuote => ({
    id: moneyIdMakers.quote('q:1'),
    measure: 'plan:gate-updates',
    minYen: 120_000,
    unit: 'year',
    ...some,
  }),
  lossInput: (some: Partial<LossInput> = {}): LossInput => ({
    id: moneyIdMakers.lossInput('li:1'),
    parameter: 'param:staff',
    best: 250,
    ...some,
  }),
  planChoice: (some: Partial<PlanChoice> = {}): PlanChoice => ({
    id: moneyIdMakers.planChoice('pc:1'),
    measure: 'plan:gate-updates',
    fiscalYear: 2026,
    choice: 'planned',
    ...some,
  }),
  policy: (some: Partial<InsurancePolicy> = {}): InsurancePolicy => ({ id: moneyIdMakers.policy('pol:1'), insurer: '例損害保険', ...some }),
}
