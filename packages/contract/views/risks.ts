import type { RiskDecisionId } from '@mimamori/domain'
import * as z from 'zod'
import { id, opt } from '../slices/fields.ts'
import { recordSchemas } from '../slices/records.ts'
import { party } from '../slices/register.ts'
import { confidence, day, text, versioned } from './common.ts'
import { target } from './home.ts'

export const riskStateWord = z.enum(['covered', 'stand-in', 'open', 'unknown', 'not-applicable'])
export const controlState = z.enum(['in-place', 'partly', 'no', 'not-applicable', 'unknown'])
export const riskPhase = z.enum(['before-contract', 'development-maintenance', 'normal-operation', 'emergency', 'end-of-contract'])
const riskHarm = z.enum(['care', 'records', 'secrecy', 'order'])
const controlRole = z.enum(['prevent', 'detect', 'limit', 'recover'])
const owner = z.enum(['facility', 'vendor'])
const riskParty = z.enum(['facility', 'vendor', 'both'])
/** `vendor`: every one. */
const seatParty = z.union([party, z.literal('vendor')])
const seat = z.object({ party: seatParty, state: controlState })
const factValue = z.enum(['yes', 'partly', 'no', 'not-applicable'])
const ids = z.array(z.string())

const riskStanding = z.object({
  id: z.string(),
  state: riskStateWord,
  by: z.array(z.object({ control: z.string(), by: z.string(), standIn: z.string() })),
  missing: ids,
  unsure: ids,
  wouldClose: z.array(ids),
  deciding: ids,
  party: riskParty,
  borne: opt(id<RiskDecisionId>()),
})

const standIn = z.object({
  id: z.string(),
  for: z.string(),
  by: z.string(),
  when: opt(z.string()),
  condition: text,
  limit: text,
  confidence,
})

/** The vendors that agreements and statements may name. */
const vendorNames = z.array(z.object({ id: z.string(), name: z.string() }))

/**
 * The matrix: everything by which its rows are put together, narrowed and tried out without asking again. What the rows say is worked
 * out by `matrixOf` and `ifOtherwise`.
 */
export const risksView = z.object({
  revision: z.number().int(),
  asOf: day,
  riskCategories: z.array(z.object({ id: z.string(), order: z.number().int(), name: text, large: text, confidence })),
  riskGroups: z.array(z.object({ id: z.string(), category: z.string(), name: text, confidence })),
  risks: z.array(
    z.object({
      id: z.string(),
      order: z.number().int(),
      group: z.string(),
      phases: z.tuple([riskPhase], riskPhase),
      name: text,
      entry: ids,
      harms: riskHarm,
      controls: z.array(z.object({ control: z.string(), role: controlRole, needed: opt(z.literal(true)) })),
    }),
  ),
  controlTypes: z.array(z.object({ id: z.string(), order: z.number().int(), name: text, owners: z.tuple([owner], owner) })),
  standIns: z.array(standIn),
  controlStandings: z.array(z.object({ id: z.string(), state: controlState, seats: z.array(seat) })),
  riskFacts: z.array(z.object({ id: z.string(), value: opt(factValue) })),
  riskStates: z.array(riskStanding),
  riskDecisions: z.array(recordSchemas.riskDecisions),
  vendors: vendorNames,
  /** What would decide the risks of which nobody knows, those that decide most first. */
  questions: z.array(z.object({ id: z.string(), asks: text, decides: z.number().int(), target: target.optional() })),
})

/** Where the state of a control comes from: an item of the checklist, a fact of the register, or a person. */
const controlSign = z.object({
  party: seatParty,
  by: z.enum(['checklist', 'fact', 'part', 'stated', 'ended']),
  state: controlState,
  /** Topic of the checklist, or what the register tells. */
  of: text.optional(),
  target: target.optional(),
})

const standInWords = z.object({
  by: z.string(),
  name: text,
  state: controlState,
  condition: text,
  limit: text,
  when: text.optional(),
  confidence,
})

/** One control of a risk with everything by which it counts. */
const controlOfRisk = z.object({
  id: z.string(),
  name: text,
  role: controlRole,
  isNeeded: z.boolean(),
  owners: z.array(owner),
  state: controlState,
  seats: z.array(seat),
  signs: z.array(controlSign),
  /** What may stand in for it here. */
  standIns: z.array(standInWords),
})

/** A fact of the register on which the risk rests; without `value` nobody has told. */
const riskFactLine = z.object({ id: z.string(), says: text, asks: text, value: factValue.optional(), target: target.optional() })

export const riskView = z.object({
  revision: z.number().int(),
  asOf: day,
  id: z.string(),
  name: text,
  middle: text,
  category: z.object({ id: z.string(), name: text, large: text }),
  scenario: text,
  phases: z.array(riskPhase),
  harms: riskHarm,
  confidence,
  standing: riskStanding,
  entry: z.array(riskFactLine),
  controls: z.array(controlOfRisk),
  /** Names of the controls and facts that `standing` names. */
  names: z.array(z.object({ id: z.string(), text, target: target.optional() })),
  refs: z.array(z.object({ edition: text, clause: z.string(), confidence })),
  findings: z.array(z.object({ id: z.string(), title: text })),
  decisions: z.array(versioned(recordSchemas.riskDecisions)),
  vendors: vendorNames,
})

const namedRisk = z.object({ id: z.string(), name: text, state: riskStateWord })

/** One control: who must do it, where that comes from, what opens without it, and what it would close. */
export const controlView = z.object({
  revision: z.number().int(),
  asOf: day,
  id: z.string(),
  name: text,
  owners: z.array(owner),
  confidence,
  state: controlState,
  seats: z.array(seat),
  signs: z.array(controlSign),
  statements: z.array(versioned(recordSchemas.controls)),
  /** Risks that would be open without it, and those that it would close if it were done. */
  opens: z.array(namedRisk),
  closes: z.array(namedRisk),
  risks: z.array(z.object({ ...namedRisk.shape, role: controlRole, isNeeded: z.boolean() })),
  heldBy: z.array(standInWords),
  standsInFor: z.array(standInWords),
  vendors: vendorNames,
})

/** What one client has asked of a vendor about a risk: that one agreement, and nothing else of the matrix. */
export const vendorAgreement = z.object({
  agreement: z.string(),
  /** What it rests on; the next word of the vendor must have seen it. */
  version: z.number().int(),
  risk: text,
  scenario: text,
  /** What a vendor does for it, and how the facility holds it to stand for this vendor. */
  controls: z.array(z.object({ name: text, state: controlState })),
  kind: z.enum(['confirm', 'request', 'offer']),
  asked: z.string(),
  askedOn: day.optional(),
  answer: z.string().optional(),
  answeredOn: day.optional(),
  residual: z.string().optional(),
  decidedOn: day.optional(),
  until: day.optional(),
  facilityBy: z.string().optional(),
  vendorBy: z.string().optional(),
  standing: z.enum(['asked', 'answered', 'lacks', 'borne', 'ended']),
  lacks: z.array(z.enum(['residual', 'decidedOn', 'until', 'facilityBy', 'vendorBy'])),
})

export const vendorAgreementsView = z.object({
  today: day,
  agreements: z.array(z.object({ relation: z.string(), facility: z.string(), ...vendorAgreement.shape })),
})

/** The same of one client, for its account or for somebody with a one-time number. */
export const clientAgreementsView = z.object({
  today: day,
  facility: z.string(),
  agreements: z.array(vendorAgreement),
  by: z.string().optional(),
})

export type RisksView = z.infer<typeof risksView>
export type RiskView = z.infer<typeof riskView>
export type ControlView = z.infer<typeof controlView>
export type VendorAgreement = z.infer<typeof vendorAgreement>
export type VendorAgreementsView = z.infer<typeof vendorAgreementsView>
export type ClientAgreementsView = z.infer<typeof clientAgreementsView>
