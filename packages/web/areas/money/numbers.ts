import type { ExceedancePoint } from '@mimamori/money'

/** What the page shows of the damage before and after the plan; `planned` is absent where nothing is ticked. Whole yen. */
export interface MoneyNumbers {
  readonly mean: { readonly now: number; readonly planned?: number; readonly range: { readonly low: number; readonly high: number } }
  /** The year that comes once in a hundred. */
  readonly worst: { readonly now: number; readonly planned?: number; readonly monthsNow?: number; readonly monthsPlanned?: number }
  /** Until the electronic chart is back, whole days. */
  readonly days?: { readonly now: number; readonly planned?: number; readonly range: { readonly low: number; readonly high: number } }
}

/** Both curves, and the losses of years that come once in so many. */
export interface MoneyCurves {
  readonly now: readonly ExceedancePoint[]
  readonly planned?: readonly ExceedancePoint[]
  readonly oneIn: readonly { readonly years: number; readonly now: number; readonly planned?: number }[]
}
