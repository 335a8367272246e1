import type { EvidenceId, FinancesId, InsurancePolicyId, LossInputId, PlanChoiceId, QuoteId, Slices, VendorId } from '@mimamori/domain'
import { mostYen, textLimits } from '@mimamori/domain'
import * as z from 'zod'
import { day, id, limited, opt, record, yesNo } from './fields.ts'

const { quotes, lossInputs, planChoices, policies } = textLimits

const yen = z.int().min(0).max(mostYen)
const share = z.number().min(0).max(1)
const figure = z.number().min(0).max(mostYen)
const year = z.int().min(2000).max(2100)
const count = z.int().min(0).max(10_000_000)

const finances = record<Slices['finances'][number]>({
  id: id<FinancesId>(),
  fiscalYear: year,
  revenueYen: opt(yen),
  marginShare: opt(share),
  operatingProfitYen: opt(z.int().min(-mostYen).max(mostYen)),
  itYen: opt(yen),
  securityYen: opt(yen),
  reserveYen: opt(yen),
  patientRecords: opt(count),
  staff: opt(count),
})

const quote = record<Slices['quotes'][number]>({
  id: id<QuoteId>(),
  measure: limited(quotes.measure),
  vendor: opt(id<VendorId>()),
  from: opt(limited(quotes.from)),
  minYen: yen,
  maxYen: opt(yen),
  openUpper: opt(z.literal('yes')),
  unit: z.enum(['month', 'year', 'once', 'visit', 'terminalMonth']),
  count: opt(count),
  taxIncluded: opt(yesNo),
  quotedOn: opt(day),
  validUntil: opt(day),
  evidence: opt(id<EvidenceId>()),
  note: opt(limited(quotes.note)),
})

const lossInput = record<Slices['lossInputs'][number]>({
  id: id<LossInputId>(),
  parameter: limited(lossInputs.parameter),
  best: figure,
  low: opt(figure),
  high: opt(figure),
  statedOn: opt(day),
  statedBy: opt(limited(lossInputs.statedBy)),
  because: opt(limited(lossInputs.because)),
})

const planChoice = record<Slices['planChoices'][number]>({
  id: id<PlanChoiceId>(),
  measure: limited(planChoices.measure),
  fiscalYear: year,
  choice: z.enum(['planned', 'approved', 'postponed', 'done']),
  quote: opt(id<QuoteId>()),
  settledOn: opt(day),
  settledBy: opt(limited(planChoices.settledBy)),
  note: opt(limited(planChoices.note)),
})

const policy = record<Slices['policies'][number]>({
  id: id<InsurancePolicyId>(),
  insurer: limited(policies.insurer),
  product: opt(limited(policies.product)),
  from: opt(day),
  until: opt(day),
  limitYen: opt(yen),
  deductibleYen: opt(yen),
  rate: opt(share),
  premiumYenPerYear: opt(yen),
  heads: opt(z.array(limited(policies.heads)).max(20)),
  waitingHours: opt(z.number().min(0).max(8760)),
  conditions: opt(z.array(limited(policies.conditions)).max(50)),
  evidence: opt(id<EvidenceId>()),
  note: opt(limited(policies.note)),
})

export const moneySchemas = { finances, quotes: quote, lossInputs: lossInput, planChoices: planChoice, policies: policy }
