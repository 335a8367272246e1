/** Whole yen; feasible plans count the upper end. */
export interface PriceRange {
  readonly minYen: number
  readonly maxYen: number
}

/** Share of a scenario's loss that a measure takes away, 0 to 1: what is reckoned with, and the ends between which it may lie. */
export interface EffectRange {
  readonly low: number
  readonly best: number
  readonly high: number
}

/** `lossYen`: expected loss of one year without any of the measures. */
export interface ChoiceScenario {
  readonly id: string
  readonly lossYen: number
}

export interface ChoiceMeasure {
  readonly id: string
  readonly oneOffYen: PriceRange
  readonly perYearYen: PriceRange
  /** By scenario; a scenario that is not named is not touched. */
  readonly effects: ReadonlyMap<string, EffectRange>
  /** Measures without which it is worth nothing. */
  readonly requires: readonly string[]
  /** Measures beside which it cannot stand, in whichever direction it is written. */
  readonly excludes: readonly string[]
  /** Asked for by law or contract: chosen first, whatever it takes away. */
  readonly isMandatory: boolean
  /** The head said yes to it: it comes first as well. */
  readonly isApproved?: true
}

/** Residuals multiply: what is left of a scenario is its loss × Π (1 − effect). Effects are never added. */
export interface ChoiceModel {
  readonly scenarios: readonly ChoiceScenario[]
  readonly measures: readonly ChoiceMeasure[]
}

/** `budgetYen` is for all the years together. */
export interface ChoiceQuestion {
  readonly budgetYen: number
  readonly years: number
}
