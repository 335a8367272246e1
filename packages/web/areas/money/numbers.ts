import type { Damage, ExceedancePoint } from '@mimamori/money'

/** What the page shows of the damage before and after the plan; `planned` is absent where nothing is ticked. Whole yen. */
export interface MoneyNumbers {
  readonly mean: BeforeAfter
  /** The year that comes once in a hundred, and how many months of revenue that is. */
  readonly worst: BeforeAfter & { readonly months?: BeforeAfter }
  /** Until the electronic chart is back, whole days. */
  readonly days?: BeforeAfter & { readonly low: number; readonly high: number }
}

interface BeforeAfter {
  readonly now: number
  readonly planned?: number
}

/** Both curves, and the losses of years that come once in so many. */
export interface MoneyCurves {
  readonly now: readonly ExceedancePoint[]
  readonly planned?: readonly ExceedancePoint[]
  readonly oneIn: readonly { readonly years: number; readonly now: number; readonly planned?: number }[]
}

const monthsPerYear = 12

export function numbersOf({ before, after, revenueYen, isRevenueOwn }: Damage, isPlanned: boolean): MoneyNumbers {
  const both = (of: (side: Damage['before']) => number): BeforeAfter => ({ now: of(before), ...(isPlanned && { planned: of(after) }) })
  const months = both(({ oneIn100Yen }) => Math.round((oneIn100Yen / revenueYen) * monthsPerYear * 10) / 10)
  const shown = isPlanned ? after.chartDays : before.chartDays
  return {
    mean: both(({ meanYen }) => meanYen),
    worst: { ...both(({ oneIn100Yen }) => oneIn100Yen), ...(isRevenueOwn && { months }) },
    ...(before.chartDays &&
      shown && {
        days: {
          ...both(({ chartDays }) => Math.round(chartDays?.p50 ?? 0)),
          low: Math.round(shown.p10),
          high: Math.round(shown.p90),
        },
      }),
  }
}

export function curvesOf({ before, after }: Damage, isPlanned: boolean): MoneyCurves {
  return {
    now: before.curve,
    ...(isPlanned && { planned: after.curve }),
    oneIn: before.oneIn.map(({ years, lossYen }) => {
      const then = isPlanned ? after.oneIn.find((one) => one.years === years)?.lossYen : undefined
      return { years, now: lossYen, ...(then !== undefined && { planned: then }) }
    }),
  }
}
