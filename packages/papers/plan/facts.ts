import type { CalendarDate, Confidence, Text } from '@mimamori/domain'
import type { BoardFigure, EffectReason, LossCurves, PlanSupport, ScenarioSums } from '@mimamori/money'

/** Before the plan and after it; `planned` is absent where nothing is chosen. */
interface BeforeAfter {
  readonly now: number
  readonly planned?: number
}

interface Ends {
  readonly low: number
  readonly high: number
}

/** What the papers about money say, reckoned by `@mimamori/money` from the same picture as the screen. Whole yen. */
export interface PlanFacts {
  readonly simulatedYears: number
  /** By the year of its April. */
  readonly fiscalYear: number
  /** Absent where too little is known for a number. */
  readonly damage?: {
    readonly mean: BeforeAfter & Ends
    /** The year that comes once in a hundred, and how many months of revenue that is. */
    readonly worst: BeforeAfter & { readonly months?: BeforeAfter }
    /** Until the electronic chart is back. */
    readonly days?: BeforeAfter & Ends
    readonly curves: LossCurves
  }
  /** Mandatory ones first, then by what they take away. */
  readonly measures: readonly PlannedMeasure[]
  /** Names of what the law asks for that is neither in place nor in the plan. */
  readonly leftOut: readonly string[]
  /** At the highest prices, over the years of the plan. */
  readonly costYen: number
  readonly beds?: number
  readonly revenueYen?: number
  /** What schemes of support bear of the measures, in their order. */
  readonly support: PlanSupport
  readonly likeCase?: LikeCase
  /** Absent where there is no number to give reasons for. */
  readonly reasons?: ReasonFacts
  readonly assumptions: readonly AssumptionFacts[]
  readonly backTests: readonly BackTestFacts[]
}

/** What the figures of the page for the board were made of, in the words of one language. */
export interface ReasonFacts {
  readonly seed: number
  readonly formulaVersion: string
  /** Name of the input that leaves the mean most open. */
  readonly widest?: string
  /** They add up to the mean of a year. */
  readonly scenarios: readonly {
    readonly name: string
    readonly stopsChart: boolean
    readonly now: ScenarioSums
    readonly planned: ScenarioSums
  }[]
  readonly effects: readonly (Omit<EffectReason, 'control' | 'scenarios'> & {
    readonly control: string
    readonly scenarios: readonly string[]
  })[]
  /** What a year costs more than once in so many. */
  readonly oneIn: readonly { readonly years: number; readonly now: number; readonly planned?: number }[]
}

export interface PlannedMeasure {
  readonly id: string
  readonly name: string
  readonly without: string
  /** Names of the controls that it puts in place. */
  readonly controls: readonly string[]
  readonly isMandatory: boolean
  /** The head said yes to it. */
  readonly isApproved: boolean
  readonly price: Ends
  readonly onceYen: number
  readonly perYearYen: number
  /** By what the loss of a year would rise without it. */
  readonly takesYen: number
  readonly quotes: readonly QuoteFacts[]
}

export interface QuoteFacts {
  readonly from: string
  readonly price: Ends
  readonly isOpenUpper: boolean
  readonly isTaxUntold: boolean
  readonly validUntil?: CalendarDate
  readonly isExpired: boolean
}

export interface LikeCase {
  readonly name: Text
  readonly tells: Text
  readonly confidence: Confidence
  /** Ids of the catalogue. */
  readonly sources: readonly string[]
}

export interface AssumptionFacts {
  /** Figures of the page for the board that were made of it. */
  readonly figures: readonly BoardFigure[]
  /** Ids of the catalogue. */
  readonly sources: readonly string[]
  readonly name: Text
  /** 30日(7〜60日). */
  readonly value: string
  readonly by: 'default' | 'class' | 'picture' | 'stated'
  readonly why: Text
  readonly dated: string
  readonly confidence: Confidence
}

export interface BackTestFacts {
  readonly name: Text
  readonly observed: Ends
  readonly reckoned: Ends
  readonly isInside: boolean
  /** Of the standstill, where it is known. */
  readonly days?: { readonly observed: number; readonly low: number; readonly high: number; readonly isInside: boolean }
}
