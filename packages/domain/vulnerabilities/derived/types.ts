import type {
  AssetId,
  CalendarDate,
  ContractId,
  MatchId,
  ResponseId,
  ResponseStepId,
  ServiceId,
  VendorId,
  VisitId,
  ZoneId,
} from '../../ids.ts'
import type { Confidence, Text } from '../../record.ts'
import type { Exposure, InstalledProduct, NotDoneReasonId, UrgencyRow, VulnerabilityFact } from '../types.ts'

/** How a device can be come at, and why; `id` is the asset's. */
export interface AssetExposure {
  readonly id: AssetId
  readonly exposure: Exposure
  /** A sentence: `exposure:<because>`. */
  readonly because:
    | 'entrance'
    | 'closed-line'
    | 'mobile'
    | 'from-internet'
    | 'maintenance'
    | 'from-remote'
    | 'inside'
    | 'spare'
    | 'no-network'
    | 'cloud'
    | 'possible-way'
    | 'nowhere'
  /** The outside point from which it is come at. */
  readonly from?: string
  readonly facts: readonly VulnerabilityFact[]
}

/** The worst way that leads from outside to a device itself or into a zone; `id` is the device's or the zone's. */
export interface WayIn<I extends AssetId | ZoneId> extends Omit<AssetExposure, 'id'> {
  readonly id: I
}

/** What is known and undecided of one weakness: the columns of the table of urgency. */
export type UrgencyFact = 'inKev' | 'exposed' | 'automatable' | 'impact'

/** What is published of one product on one device, and how urgent it is here; `id` is that of the installed product. */
export interface Weakness {
  readonly id: string
  readonly asset: AssetId
  /** Its device is one of many that are alike and told of together. */
  readonly oneOfMany?: true
  readonly line: string
  readonly product: string
  readonly name: string
  readonly version?: string
  readonly verdict: 'affected' | 'unknown'
  /** Most urgent first; shared by all devices of one line. */
  readonly matches: readonly MatchId[]
  readonly exposure: Exposure
  /** Row of the table for the most urgent of the matches. */
  readonly row: string
  readonly action: UrgencyRow['action']
  /** Columns of which nobody knows the value, so that the worse one counts. */
  readonly assumed: readonly UrgencyFact[]
  /** The single fact that would make it less urgent, and the row that would then hold; `reached`: that anything leads to it at all. */
  readonly lower?: { readonly fact: UrgencyFact | 'reached'; readonly row: string; readonly action: UrgencyRow['action'] }
  readonly knownExploited: boolean
  readonly ransomware: boolean
  /** Highest of its matches. */
  readonly epss?: number
  readonly services: readonly ServiceId[]
  readonly humanImpact: HumanImpactRow['impact']
  /** A version in which all of them are closed, where each record names one; else absent. */
  readonly fixedVersion?: string
  /** Day on which the first of them was found here. */
  readonly foundOn: CalendarDate
  /** From the days of the rows and the days on which the matches were found; absent for the next upgrade. */
  readonly dueOn?: CalendarDate
}

export type ResponseStanding =
  | 'new'
  | 'told'
  | 'accepted'
  | 'checking-impact'
  | 'planned'
  | 'not-done'
  | 'disagreed'
  | 'workaround'
  | 'risk-accepted'
  | 'not-affected'
  | 'done'
  | 'proven'

/** How a response stands, from its steps and from what was read since; `id` is the response's. */
export interface ResponseState {
  readonly id: ResponseId
  readonly state: ResponseStanding
  /** The step that decides; absent while it is new. */
  readonly step?: ResponseStepId
  readonly on: CalendarDate
  /** Last day of a workaround or of an accepted risk. */
  readonly until?: CalendarDate
  /** The workaround or the acceptance has ended. */
  readonly ended?: true
  readonly notDone?: NotDoneReasonId
  readonly plannedOn?: CalendarDate
  readonly visit?: VisitId
  /** Sum of the costs of its steps in yen; absent where none was named. */
  readonly costYen?: number
  /** How it is proven: read again, or a signed statement. */
  readonly proof?: 'read-again' | 'statement'
  /** How far the proof can be relied on, from 0 to 1: 1 = a machine has read it. Our own weights. */
  readonly proofConfidence?: number
  /** Installed products that are still weak and are its business. */
  readonly open: readonly string[]
}

/** What comes next in asking a vendor about a response; `id` is the response's. */
export interface ResponseAsking {
  readonly id: ResponseId
  readonly vendor: VendorId
  readonly state: 'waiting' | 'due' | 'all-taken'
  /** It was told and is silent, the day that was planned has passed, or what held for a while has ended. */
  readonly why: 'silent' | 'visit-passed' | 'ended'
  /** Times that it was told since it last said something. */
  readonly asked: number
  /** Absent when all were taken. */
  readonly step?: 'remind' | 'phone' | 'second-contact' | 'prime-vendor' | 'head-letter'
  /** Of `prime-vendor`: with whom the contract is. */
  readonly to?: VendorId
  readonly dueOn?: CalendarDate
}

/** Whose task a weakness is, and where that is written; `id` is the weakness's. */
export interface ResponseDuty {
  readonly id: string
  readonly asset: AssetId
  readonly party: 'facility' | `vendor:${string}`
  readonly because: 'contract' | 'asset' | 'no-vendor' | 'no-contract' | 'nobody' | 'unknown'
  readonly contract?: ContractId
  readonly paidBy?: 'fee' | 'facility' | 'nobody'
  /** The response that deals with it. */
  readonly response?: ResponseId
  readonly state: ResponseStanding
  /** What is dealt with for now is not due: an accepted risk, a workaround, not affected, done or proven. */
  readonly isDue: boolean
}

/** One visit of one vendor that clears what is due; `id` = `<vendor>:<number>`. */
export interface PlannedVisit {
  readonly id: string
  /** `facility`: its own work. */
  readonly party: 'facility' | `vendor:${string}`
  /** The last day on which all of its work is in time. */
  readonly by: CalendarDate
  /** A visit that is agreed already and takes this work along. */
  readonly visit?: VisitId
  /** Weaknesses it clears. */
  readonly clears: readonly string[]
  readonly assets: readonly AssetId[]
}

/** One row of the table of human impact: harm to people × what of the hospital's work fails. */
export interface HumanImpactRow {
  readonly id: string
  readonly row: number
  readonly safety: 'negligible' | 'marginal' | 'critical' | 'catastrophic'
  readonly mission: 'degraded' | 'mef-support-crippled' | 'mef-failure' | 'mission-failure'
  readonly impact: 'low' | 'medium' | 'high' | 'very-high'
  readonly confidence: Confidence
}

/** What stops with a kind of care, for the table of human impact; our own judgement. */
export interface CareImpact {
  /** Kind of care, as in `services`; `none`: a device on which no care depends. */
  readonly id: string
  readonly safety: HumanImpactRow['safety']
  readonly mission: HumanImpactRow['mission']
}

/** A reason why something is not done, with the way on that the product offers. */
export interface NotDoneReason {
  readonly id: NotDoneReasonId
  readonly name: Text
  readonly answer: Text
  /** Where that way begins. */
  readonly way: 'ask-vendor' | 'estimate' | 'network' | 'impact-check' | 'visit' | 'contract'
}

/** A sentence by which an exposure or an urgency says why. */
export interface UrgencySentence {
  /** `exposure:spare`, `action:days-3`, `lower:exposed`, `assumed:exposed`, `human:high`, `duty:contract`. */
  readonly id: string
  readonly says: Text
}

export interface UrgencyReference {
  readonly urgencyTable: readonly UrgencyRow[]
  readonly humanImpact: readonly HumanImpactRow[]
  readonly careImpacts: readonly CareImpact[]
  readonly notDoneReasons: readonly NotDoneReason[]
  readonly urgencySentences: readonly UrgencySentence[]
}

export interface VulnerabilityDerived {
  readonly installedProducts: readonly InstalledProduct[]
  readonly waysToDevices: readonly WayIn<AssetId>[]
  readonly waysToZones: readonly WayIn<ZoneId>[]
  readonly exposures: readonly AssetExposure[]
  readonly weaknesses: readonly Weakness[]
  readonly responseStates: readonly ResponseState[]
  readonly responseDuties: readonly ResponseDuty[]
  readonly responseAsking: readonly ResponseAsking[]
  readonly visitPlan: readonly PlannedVisit[]
}
