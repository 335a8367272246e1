import type { CalendarDate, ControlStatementId, EvidenceId, RiskDecisionId, VendorId } from '../ids.ts'
import type { ClauseRef, Confidence, Entry, RiskGround, Text } from '../record.ts'

/** What a person says of a control (対策) of the catalogue, where no other fact tells. */
export interface ControlStatement extends Entry {
  readonly id: ControlStatementId
  /** Id in the catalogue: `control:two-factor`. */
  readonly control: string
  readonly party: 'facility' | 'vendor'
  /** Which vendor; absent with `vendor`: it holds of every one. */
  readonly vendor?: VendorId
  readonly state: 'in-place' | 'partly' | 'no' | 'not-applicable'
  readonly statedOn?: CalendarDate
  readonly statedBy?: string
  /** Last day on which it counts, of what is done for a time only. A `no` has none. */
  readonly until?: CalendarDate
  readonly evidence?: EvidenceId
  readonly note?: string
}

/** What is asked of the other side: 確認, 依頼 or 協力申出. */
export type RiskAsking = 'confirm' | 'request' | 'offer'

/**
 * What facility and vendor have settled about one risk: one record that both sides sign. What is left of the risk is borne
 * until `until` and no longer.
 */
export interface RiskDecision extends Entry {
  readonly id: RiskDecisionId
  /** Id in the catalogue: `risk:vpn-hole`. */
  readonly risk: string
  /** The other side; absent: the facility decides alone. */
  readonly vendor?: VendorId
  readonly kind: RiskAsking
  readonly asked: string
  readonly askedOn?: CalendarDate
  readonly answer?: string
  readonly answeredOn?: CalendarDate
  /** What is left of the risk, and borne, in words. */
  readonly residual?: string
  readonly decidedOn?: CalendarDate
  /** Who signed for the facility. */
  readonly facilityBy?: string
  /** Who signed for the vendor. */
  readonly vendorBy?: string
  readonly until?: CalendarDate
  readonly evidence?: EvidenceId
}

export interface RiskSlices {
  readonly controls: readonly ControlStatement[]
  readonly riskDecisions: readonly RiskDecision[]
}

/** One of the nine categories of the four hospital associations. */
export interface RiskCategory {
  readonly id: string
  /** Place in their list, 1 first. */
  readonly order: number
  readonly name: Text
  /** The large risk (大リスク) that it is. */
  readonly large: Text
  readonly confidence: Confidence
}

/** A middle risk (中リスク), under which the small ones stand. */
export interface RiskGroup {
  readonly id: string
  readonly category: string
  readonly name: Text
  readonly confidence: Confidence
}

/** The life of a system, from before its contract to after it. */
export type RiskPhase = 'before-contract' | 'development-maintenance' | 'normal-operation' | 'emergency' | 'end-of-contract'

export type ControlRole = 'prevent' | 'detect' | 'limit' | 'recover'

/** A small risk (小リスク) with what holds it down. */
export interface Risk {
  readonly id: string
  /** Place in the catalogue, 1 first. */
  readonly order: number
  /** Its middle risk. */
  readonly group: string
  /** The first is the one in which it is dealt with first. */
  readonly phases: readonly [RiskPhase, ...RiskPhase[]]
  readonly name: Text
  readonly scenario: Text
  /** Facts (`riskFactWords`) that must all hold for it to be here at all. */
  readonly entry: readonly string[]
  /** What it can stop or harm: grades the finding. */
  readonly harms: 'care' | 'records' | 'secrecy' | 'order'
  /** `needed`: without it, or what stands in for it, the risk is open. */
  readonly controls: readonly { readonly control: string; readonly role: ControlRole; readonly needed?: true }[]
  /** Clauses of the guideline for facilities and of that for vendors. */
  readonly refs: readonly ClauseRef[]
  readonly confidence: Confidence
}

/** A control (対策) that risks name. */
export interface ControlType {
  readonly id: string
  readonly order: number
  readonly name: Text
  /** Who does it; `vendor`: on instruction of the facility. */
  readonly owners: readonly ['facility' | 'vendor', ...('facility' | 'vendor')[]]
  /** Topics of the checklist whose items ask for it. */
  readonly topics: readonly string[]
  /** Facts (`riskFactWords`) that show it. */
  readonly facts: readonly string[]
  readonly confidence: Confidence
}

/** A control that does the work of another (補完的統制), under a condition and within a limit. */
export interface StandIn {
  readonly id: string
  readonly for: string
  readonly by: string
  /** A fact (`riskFactWords`) without which it does not count. */
  readonly when?: string
  readonly condition: Text
  readonly limit: Text
  readonly confidence: Confidence
}

/** A fact of the picture by which risks are decided, in words. */
export interface RiskFactWords {
  readonly id: string
  /** The statement that holds when the fact is `yes`. */
  readonly says: Text
  /** How a person is asked for it. */
  readonly asks: Text
}

export interface RiskReference {
  readonly riskCategories: readonly RiskCategory[]
  readonly riskGroups: readonly RiskGroup[]
  readonly risks: readonly Risk[]
  readonly controlTypes: readonly ControlType[]
  readonly standIns: readonly StandIn[]
  readonly riskFactWords: readonly RiskFactWords[]
}

/** What the picture says to a fact of `riskFactWords`; `id` is that of the word. Without `value` it cannot tell. */
export interface RiskFact {
  readonly id: string
  readonly value?: 'yes' | 'partly' | 'no' | 'not-applicable'
  readonly grounds: readonly RiskGround[]
}

export type ControlState = 'in-place' | 'partly' | 'no' | 'not-applicable' | 'unknown'

/** What one source says of a control for one party. */
export interface ControlSign {
  /** `vendor`: every one. */
  readonly party: 'facility' | 'vendor' | `vendor:${string}`
  readonly by: 'checklist' | 'fact' | 'stated' | 'ended'
  /** Topic of the item, or fact. */
  readonly of?: string
  readonly state: ControlState
  readonly grounds: readonly RiskGround[]
}

/** How a control stands, for each that must do it and in all; the weakest counts. `id` is that of the control. */
export interface ControlStanding {
  readonly id: string
  readonly state: ControlState
  /** Each owner with its state. */
  readonly seats: readonly { readonly party: 'facility' | 'vendor' | `vendor:${string}`; readonly state: ControlState }[]
  readonly signs: readonly ControlSign[]
}

export type RiskStateWord = 'covered' | 'stand-in' | 'open' | 'unknown' | 'not-applicable'

/** A control that stands in for another within one risk. */
export interface StoodIn {
  readonly control: string
  readonly by: string
  /** Entry of `standIns`, with its condition and limit. */
  readonly standIn: string
}

/** How a risk stands; `id` is that of the risk. */
export interface RiskState {
  readonly id: string
  readonly state: RiskStateWord
  readonly by: readonly StoodIn[]
  /** Needed controls that are surely not in place. */
  readonly missing: readonly string[]
  /** Needed controls of which nobody knows. */
  readonly unsure: readonly string[]
  /** Of an open or unknown one: the smallest sets of controls that would close it, each put in place beside what is. */
  readonly wouldClose: readonly (readonly string[])[]
  /** Of an unknown one: the smallest set of controls and facts that decides it, if they turn out well. */
  readonly deciding: readonly string[]
  /** Whose task is what is missing or not known; of a closed one, who does its controls. */
  readonly party: 'facility' | 'vendor' | 'both'
  /** The decision of both sides by which what is left of it is borne for now. */
  readonly borne?: RiskDecisionId
}

export interface RiskDerived {
  readonly riskFacts: readonly RiskFact[]
  readonly controlStandings: readonly ControlStanding[]
  readonly riskStates: readonly RiskState[]
}
