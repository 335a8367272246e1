import type { Text } from '@mimamori/domain'
import type { Fraction } from '../fraction.ts'
import type { SourcedFigure } from '../sourced.ts'

/** Both reports of the four hospital associations (paper 002): the final one and the interim one before it. */
export type NormProfileId = 'final' | 'interim'

/** `displayed`: the printed mean minus the printed need. `exact`: the exact difference, cut off toward zero. */
export type GapRule = 'displayed' | 'exact'

/** Numbers of beds; without `to` open upwards. */
export interface BedClass {
  readonly from: number
  readonly to?: number
}

/** Revenue of a general hospital in a year, thousand yen, and what the paper prints beside it. */
export interface NormRevenue extends SourcedFigure {
  readonly beds: BedClass
  readonly medicalThousandYen: number
  readonly careThousandYen: number
  readonly otherThousandYen: number
  readonly printed: { readonly totalThousandYen: number; readonly itThousandYen: number; readonly needMinimumThousandYen: number }
  readonly fiscalYear: number
  readonly page: number
}

/** A share as a fraction. `of`: IT budget of revenue, or security of the IT budget. `range`: what other editions and ways of counting say. */
export interface NormRate extends SourcedFigure {
  readonly of: 'it-of-revenue' | 'security-of-it'
  readonly name: Text
  readonly numerator: number
  readonly denominator: number
  readonly dated: string
  readonly range?: { readonly low: number; readonly high: number; readonly note: Text }
}

/** One answer to "what is your yearly security budget": from, below, and the value that the paper puts for it. The last class has no `belowYen`. */
export interface NormBudgetClass extends SourcedFigure {
  readonly order: number
  readonly fromYen: number
  readonly belowYen?: number
  readonly valueYen: number
  readonly page: number
}

/**
 * What hospitals of one bed class answered. The final report prints how many ticked each class (in the order of the classes);
 * the interim one prints only the mean, cut off to thousand yen. `revenues` are averaged.
 */
export interface NormAnswers extends SourcedFigure {
  readonly profile: NormProfileId
  readonly row: string
  readonly beds: BedClass
  readonly revenues: readonly string[]
  readonly counts?: readonly number[]
  readonly respondents?: number
  readonly meanThousandYen?: number
  readonly page: number
}

/** What the paper prints for one bed class: gaps below 0 are shortages. `aid` in ten thousand yen; 0 where it prints "N/A (0円)". */
export interface NormFigures extends SourcedFigure {
  readonly profile: NormProfileId
  readonly row: string
  readonly meanThousandYen: number
  readonly needMinimumThousandYen: number
  readonly needSufficientThousandYen: number
  readonly gapMinimumThousandYen: number
  readonly gapSufficientThousandYen: number
  readonly aidMinimumManYen: number
  readonly aidSufficientManYen: number
  readonly page: number
  readonly aidPage: number
}

/** Which rates and rules one report used. */
export interface NormProfile extends SourcedFigure {
  readonly id: NormProfileId
  readonly name: Text
  readonly gapRule: GapRule
  readonly itRate: string
  readonly minimumRate: string
  readonly sufficientRate: string
  readonly note: Text
}

/** A place where the paper contradicts itself or misleads. */
export interface NormSlip extends SourcedFigure {
  readonly order: number
  readonly where: Text
  readonly page: number
  readonly printed: Text
  readonly recomputed: Text
  readonly note: Text
}

/** The lists of the catalogue that the norm is reckoned from. */
export interface NormReference {
  readonly normProfiles: readonly NormProfile[]
  readonly normRates: readonly NormRate[]
  readonly normRevenues: readonly NormRevenue[]
  readonly normBudgetClasses: readonly NormBudgetClass[]
  readonly normAnswers: readonly NormAnswers[]
  readonly normFigures: readonly NormFigures[]
  readonly normSlips: readonly NormSlip[]
}

/**
 * What may be put in place of the paper's choices. `openClassYen`: value of the class without an upper end (the paper takes its lower
 * end). `base` `valid`: hospitals that ticked a class; `all`: all respondents, those without an answer counted as 0.
 */
export interface NormChoices {
  readonly itRate?: string
  readonly minimumRate?: string
  readonly sufficientRate?: string
  readonly gapRule?: GapRule
  readonly openClassYen?: number
  readonly base?: 'valid' | 'all'
}

/**
 * The mean budget of one bed class, thousand yen. `counted`: from the counts, with the bounds that the classes allow (`high` null: the
 * open class was ticked). `printed`: only the printed figure is known, and the mean lies from `from` up to, not at, `below`: within the
 * thousand, narrowed by the printed gaps where the profile takes exact differences. `agrees` false: no one mean gives them all.
 */
export type NormMean =
  | { readonly kind: 'counted'; readonly exact: Fraction; readonly low: Fraction; readonly high: Fraction | null; readonly base: number }
  | { readonly kind: 'printed'; readonly displayed: number; readonly from: Fraction; readonly below: Fraction; readonly agrees: boolean }

/** A need against what there is, thousand yen; gaps below 0 are shortages. `gap` null: the printed mean leaves two values open. */
export interface NormLevel {
  readonly need: Fraction
  readonly gap: number | null
  /** Every gap that the inputs allow, the printed gaps left aside; one, unless only a printed mean is known. */
  readonly possibleGaps: readonly number[]
  /** What public aid would have to bring, exact where the counts are known: the shortage, or 0. */
  readonly shortage: Fraction
}

/** What only the counts can tell: the mean of the shortages without the surpluses of others, and the share of hospitals below the need. */
export interface NormSpread {
  readonly shortfallOnlyMeanMinimum: Fraction
  readonly shareBelowMinimum: Fraction
}

export interface NormRow {
  readonly row: string
  readonly beds: BedClass
  /** Thousand yen, exact: a mean of classes need not be whole. */
  readonly revenue: Fraction
  readonly it: Fraction
  readonly mean: NormMean
  readonly minimum: NormLevel
  readonly sufficient: NormLevel
  readonly spread?: NormSpread
  readonly printed?: NormFigures
}

export interface BudgetNorm {
  readonly profile: NormProfile
  readonly rows: readonly NormRow[]
}
