import type { CalendarDate, EvidenceId, FinancesId, InsurancePolicyId, LossInputId, PlanChoiceId, QuoteId, VendorId } from '../ids.ts'
import type { Confidence, Entry, RiskGround, Text } from '../record.ts'

/** The money of one fiscal year, whole yen without tax; a share is 0 to 1. */
export interface Finances extends Entry {
  readonly id: FinancesId
  /** By the year of its April. */
  readonly fiscalYear: number
  /** Medical revenue (医業収益) of the year. */
  readonly revenueYen?: number
  /** Share of the revenue that is not spent where no care is given (限界利益率): without drugs and materials. */
  readonly marginShare?: number
  /** What is left of a year's work (医業利益); may be below 0. */
  readonly operatingProfitYen?: number
  readonly itYen?: number
  readonly securityYen?: number
  /** Money that is there for a bad year. */
  readonly reserveYen?: number
  /** Patients whose records are held. */
  readonly patientRecords?: number
  readonly staff?: number
}

/** A price that somebody offered for a measure of the catalogue. */
export interface FacilityQuote extends Entry {
  readonly id: QuoteId
  /** Id in the catalogue: `plan:gate-updates`. */
  readonly measure: string
  readonly vendor?: VendorId
  /** Who offered it, where it is no vendor of the register. */
  readonly from?: string
  readonly minYen: number
  /** Absent: `minYen` is the price, or with `openUpper` the least. */
  readonly maxYen?: number
  readonly openUpper?: 'yes'
  readonly unit: 'month' | 'year' | 'once' | 'visit' | 'terminalMonth'
  /** Of `visit` and `terminalMonth`: how many visits a year, how many terminals. */
  readonly count?: number
  readonly taxIncluded?: 'yes' | 'no'
  readonly quotedOn?: CalendarDate
  readonly validUntil?: CalendarDate
  readonly evidence?: EvidenceId
  readonly note?: string
}

/** An input of the damage model that the facility replaces by its own figure; without `low` and `high` it is exact. */
export interface LossInput extends Entry {
  readonly id: LossInputId
  /** Id in the catalogue: `param:days-ransom`. */
  readonly parameter: string
  readonly best: number
  readonly low?: number
  readonly high?: number
  readonly statedOn?: CalendarDate
  readonly statedBy?: string
  /** Where the figure comes from, in words. */
  readonly because?: string
}

/** What was settled about a measure of the catalogue for one fiscal year. */
export interface PlanChoice extends Entry {
  readonly id: PlanChoiceId
  readonly measure: string
  readonly fiscalYear: number
  /** `planned`: ticked; `approved`: the head said yes; `postponed`: the head said not now; `done`: it is there. */
  readonly choice: 'planned' | 'approved' | 'postponed' | 'done'
  readonly quote?: QuoteId
  readonly settledOn?: CalendarDate
  readonly settledBy?: string
  readonly note?: string
}

/** An insurance policy, as far as the damage page needs it. */
export interface InsurancePolicy extends Entry {
  readonly id: InsurancePolicyId
  readonly insurer: string
  readonly product?: string
  readonly from?: CalendarDate
  readonly until?: CalendarDate
  /** Most that is paid in one year. */
  readonly limitYen?: number
  /** Borne by the facility in each event (免責). */
  readonly deductibleYen?: number
  /** Share of what lies above the deductible that is paid (縮小支払割合), 0 to 1. */
  readonly rate?: number
  readonly premiumYenPerYear?: number
  /** Heads of loss that it pays for: `cost`, `liability`, `profit` … */
  readonly heads?: readonly string[]
  /** Hours of standstill that are not paid for. */
  readonly waitingHours?: number
  /** Controls (`control:…`) that must be in place for it to pay. */
  readonly conditions?: readonly string[]
  readonly evidence?: EvidenceId
  readonly note?: string
}

export interface MoneySlices {
  readonly finances: readonly Finances[]
  readonly quotes: readonly FacilityQuote[]
  readonly lossInputs: readonly LossInput[]
  readonly planChoices: readonly PlanChoice[]
  readonly policies: readonly InsurancePolicy[]
}

/** What a figure counts in. */
export type ParameterUnit = 'yen' | 'days' | 'share' | 'eventsPerYear' | 'persons' | 'units' | 'hours'

/** Least, most likely and most; all three alike where it is exact. */
export interface Spread {
  readonly low: number
  readonly best: number
  readonly high: number
}

/** An input of the damage model with its default; by class where it differs by kind and beds. */
export interface LossParameter {
  readonly id: string
  readonly order: number
  readonly name: Text
  readonly unit: ParameterUnit
  readonly value: Spread
  /** The first that fits counts before `value`; `bedsTo` is the last bed of the class. */
  readonly classes?: readonly {
    readonly kinds?: readonly string[]
    readonly bedsFrom?: number
    readonly bedsTo?: number
    readonly value: Spread
  }[]
  /** No facility could find it out about itself, such as how often something comes or what a court would say: it is never asked for. */
  readonly unlearnable?: true
  readonly why: Text
  /** Month or day of the source: `2025-07`. */
  readonly dated: string
  readonly confidence: Confidence
  readonly sources: readonly string[]
}

/** A part of what one event costs: money once, or for each day of standstill. */
export interface ScenarioCost {
  readonly id: string
  /** One of the catalogue's heads of loss. */
  readonly head: string
  readonly name: Text
  /** Parameters that are multiplied. */
  readonly factors: readonly string[]
  readonly perDay?: true
}

/** Something that may befall the facility, as the damage model counts it. */
export interface LossScenarioType {
  readonly id: string
  readonly order: number
  readonly name: Text
  readonly story: Text
  /** Facts (`riskFactWords`) that must all hold; unknown counts as yes. */
  readonly entry: readonly string[]
  /** Parameter of how often it comes where none of the controls below is in place. */
  readonly frequency: string
  /** Parameter of how long care stands still where none of the controls is in place. */
  readonly days?: string
  /** The electronic chart is what stands still. */
  readonly stopsChart?: true
  readonly costs: readonly ScenarioCost[]
  /** Small risks of the matrix that it goes with. */
  readonly risks: readonly string[]
  readonly confidence: Confidence
}

/** How much of a scenario a control takes away: of how often it comes, or of what one event costs. Expert judgement, with its ends. */
export interface ControlEffect {
  readonly id: string
  readonly control: string
  readonly scenario: string
  readonly on: 'frequency' | 'cost' | 'days'
  readonly share: Spread
  readonly confidence: Confidence
}

/** Something to be bought or done, that puts controls in place. */
export interface PlanMeasure {
  readonly id: string
  readonly order: number
  readonly name: Text
  /** What happens where it is not done, for a request for budget. */
  readonly without: Text
  /** Controls that it puts in place. */
  readonly controls: readonly string[]
  /** Facts (`riskFactWords`) without which it has no place here. */
  readonly needs: readonly string[]
  readonly requires: readonly string[]
  readonly excludes: readonly string[]
  /** Topics of the checklist that ask for it: with an answer of `no` there, it is asked for by law and comes first. */
  readonly topics: readonly string[]
  /** Price where no quote is there; `count`: what the unit is multiplied by. */
  readonly price: { readonly unit: FacilityQuote['unit']; readonly yen: Spread; readonly count?: 'pcs' | 'servers' | 'gates' }[]
  readonly confidence: Confidence
  readonly sources: readonly string[]
}

/** A real case with what became known of it, for holding the class defaults against. */
export interface BackTestCase {
  readonly id: string
  readonly name: Text
  readonly kind: string
  readonly beds: number
  readonly founder: string
  readonly scenario: string
  /** Controls that are known to have been in place. */
  readonly controls: readonly string[]
  readonly patientRecords?: number
  readonly observedYen: Spread
  readonly observedDays?: number
  readonly tells: Text
  readonly confidence: Confidence
  readonly sources: readonly string[]
}

export interface MoneyReference {
  readonly lossParameters: readonly LossParameter[]
  readonly lossScenarios: readonly LossScenarioType[]
  readonly controlEffects: readonly ControlEffect[]
  readonly planMeasures: readonly PlanMeasure[]
  readonly backTestCases: readonly BackTestCase[]
}

/** An input as it is used here, and by what; `id` is that of the parameter. */
export interface LossAssumption {
  readonly id: string
  readonly unit: ParameterUnit
  readonly value: Spread
  /** `class`: of facilities of this kind and size; `picture`: what is known of this one; `stated`: replaced by hand. */
  readonly by: 'default' | 'class' | 'picture' | 'stated'
  /** A facility could find it out about itself. */
  readonly isLearnable: boolean
  readonly grounds: readonly RiskGround[]
}

/** A cost of one event in yen (or in yen a day), as ends of a range. */
export interface CostHere {
  readonly id: string
  readonly head: string
  readonly yen: Spread
  readonly perDay?: true
}

/** A control in a scenario as it stands: `left` is what it leaves (1: nothing taken away), the whole effect if it were in place. */
export interface EffectHere {
  readonly control: string
  readonly on: ControlEffect['on']
  readonly state: 'in-place' | 'partly' | 'no' | 'not-applicable' | 'unknown'
  readonly left: Spread
  readonly leftInPlace: Spread
}

/** A scenario of this facility; `id` is that of the type. Frequency, days and costs are those before `effects`. */
export interface DamageScenario {
  readonly id: string
  /** False: a fact that must hold does not; it counts nothing. */
  readonly isHere: boolean
  readonly eventsPerYear: Spread
  readonly days?: Spread
  readonly costs: readonly CostHere[]
  readonly effects: readonly EffectHere[]
  readonly grounds: readonly RiskGround[]
}

/** A measure as it stands here. */
export interface MeasureHere {
  readonly id: string
  /** `here`: all its controls are in place already; `off`: it has no place here. */
  readonly state: 'offered' | 'here' | 'off'
  /** Controls that it would put in place and that are not yet. */
  readonly puts: readonly string[]
  /** The facility or a vendor answers no to an item of the checklist that asks for it. */
  readonly isAsked: boolean
  /** Asked for, and not there yet. */
  readonly isMandatory: boolean
  readonly oneOffYen: { readonly minYen: number; readonly maxYen: number }
  readonly perYearYen: { readonly minYen: number; readonly maxYen: number }
  /** The quote that counts; absent: the catalogue's price. */
  readonly quote?: QuoteId
  /** Some price has no upper end or its validity is over. */
  readonly priceMarks: readonly ('open-upper' | 'expired' | 'no-tax-told' | 'catalogue')[]
  readonly choice?: PlanChoice['choice']
  readonly grounds: readonly RiskGround[]
}

export interface MoneyDerived {
  readonly lossAssumptions: readonly LossAssumption[]
  readonly damageScenarios: readonly DamageScenario[]
  readonly measuresHere: readonly MeasureHere[]
}
