/** A measure as the page lists it; whole yen over all years of the plan, at the highest price. */
export interface MeasureLine {
  readonly id: string
  readonly name: string
  readonly isPlanned: boolean
  readonly isMandatory: boolean
  readonly priceYen: number
  /** By what the loss of a year would rise without it, or fall with it. */
  readonly takesYen: number
  /** Who offers it; absent: the catalogue's price. */
  readonly from?: string
  /** Sentences about its price. */
  readonly marks: readonly string[]
  /** Measures without which it is worth nothing and that are not ticked. */
  readonly needs: readonly string[]
  /** Of a hundred draws of prices and effects, in how many it is chosen. */
  readonly steadyPercent?: number
}
