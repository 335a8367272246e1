import type { ControlStatementId, EvidenceId, RiskDecisionId, Slices, VendorId } from '@mimamori/domain'
import { textLimits } from '@mimamori/domain'
import * as z from 'zod'
import { day, id, limited, opt, record } from './fields.ts'

const { controls, riskDecisions } = textLimits

const controlStatement = record<Slices['controls'][number]>({
  id: id<ControlStatementId>(),
  control: limited(controls.control),
  party: z.enum(['facility', 'vendor']),
  vendor: opt(id<VendorId>()),
  state: z.enum(['in-place', 'partly', 'no', 'not-applicable']),
  statedOn: opt(day),
  statedBy: opt(limited(controls.statedBy)),
  until: opt(day),
  evidence: opt(id<EvidenceId>()),
  note: opt(limited(controls.note)),
})

const riskDecision = record<Slices['riskDecisions'][number]>({
  id: id<RiskDecisionId>(),
  risk: limited(riskDecisions.risk),
  vendor: opt(id<VendorId>()),
  kind: z.enum(['confirm', 'request', 'offer']),
  asked: limited(riskDecisions.asked),
  askedOn: opt(day),
  answer: opt(limited(riskDecisions.answer)),
  answeredOn: opt(day),
  residual: opt(limited(riskDecisions.residual)),
  decidedOn: opt(day),
  facilityBy: opt(limited(riskDecisions.facilityBy)),
  vendorBy: opt(limited(riskDecisions.vendorBy)),
  until: opt(day),
  evidence: opt(id<EvidenceId>()),
})

export const riskSchemas = { controls: controlStatement, riskDecisions: riskDecision }
