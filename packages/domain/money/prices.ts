import type { CalendarDate } from '../ids.ts'
import { byId, having, type World } from '../picture.ts'
import type { FacilityQuote, MeasureHere, PlanChoice, PlanMeasure, Spread } from './types.ts'

/** Consumption tax in per cent since October 2019. Care is free of it, so that a facility bears what it pays. */
export const consumptionTaxPercent = 10

export interface YenBounds {
  readonly minYen: number
  readonly maxYen: number
}

/** What a measure costs here, with tax: in the first year once, and in each year. */
export interface PriceHere extends Pick<MeasureHere, 'quote' | 'priceMarks'> {
  readonly oneOffYen: YenBounds
  readonly perYearYen: YenBounds
}

type Lists = Pick<World, 'quotes' | 'lossAssumptions' | 'asOf'>

/** The quote that was chosen, else the valid one that costs least at most, else one that has run out; else the catalogue's price. */
export function priceOf(measure: PlanMeasure, choice: PlanChoice | undefined, lists: Lists): PriceHere {
  const quote = quoteThatCounts(measure.id, choice, lists)
  return quote ? priceOfQuote(quote, lists) : catalogPrice(measure, lists)
}

export function isExpired({ validUntil }: FacilityQuote, asOf: CalendarDate): boolean {
  return validUntil !== undefined && validUntil < asOf
}

/** NOTE: one whose ends cannot be is passed over here and named by `moneyFaults`. */
function quoteThatCounts(measure: string, choice: PlanChoice | undefined, lists: Lists): FacilityQuote | undefined {
  const { quotes, asOf } = lists
  const offered = having(quotes, 'measure', measure).filter(({ minYen, maxYen = minYen }) => minYen <= maxYen)
  const chosen = byId(offered, choice?.quote)
  const mostOf = (quote: FacilityQuote) => {
    const { oneOffYen, perYearYen } = priceOfQuote(quote, lists)
    return oneOffYen.maxYen + perYearYen.maxYen
  }
  const ranked = offered.toSorted((a, b) => Number(isExpired(a, asOf)) - Number(isExpired(b, asOf)) || mostOf(a) - mostOf(b))
  return chosen ?? ranked[0]
}

const nothing: YenBounds = { minYen: 0, maxYen: 0 }
const monthsPerYear = 12

/**
 * NOTE: where a quote does not tell of tax, its upper end bears it and its lower end does not; so a plan can be paid either way. A price for
 * each terminal without their number is one for all of them, and never for a single one.
 */
export function priceOfQuote(quote: FacilityQuote, lists: Pick<Lists, 'asOf' | 'lossAssumptions'>): PriceHere {
  const { minYen, maxYen = minYen, unit, count, taxIncluded, openUpper } = quote
  const times = timesPerYear(unit) * (unit === 'visit' ? (count ?? 1) : unit === 'terminalMonth' ? (count ?? unitsOf('pcs', lists)) : 1)
  const least = taxIncluded === 'no' ? withTax(minYen) : minYen
  const most = taxIncluded === 'yes' ? maxYen : withTax(maxYen)
  const bounds = { minYen: least * times, maxYen: Math.max(least, most) * times }
  return {
    oneOffYen: unit === 'once' ? bounds : nothing,
    perYearYen: unit === 'once' ? nothing : bounds,
    quote: quote.id,
    priceMarks: [
      ...(openUpper === 'yes' ? (['open-upper'] as const) : []),
      ...(isExpired(quote, lists.asOf) ? (['expired'] as const) : []),
      ...(taxIncluded === undefined ? (['no-tax-told'] as const) : []),
    ],
  }
}

function withTax(yen: number): number {
  return Math.floor((yen * (100 + consumptionTaxPercent)) / 100)
}

function timesPerYear(unit: FacilityQuote['unit']): number {
  return unit === 'month' || unit === 'terminalMonth' ? monthsPerYear : 1
}

const counts = { pcs: 'param:pcs', servers: 'param:servers', gates: 'param:gates' } as const

function unitsOf(count: keyof typeof counts, { lossAssumptions }: Pick<Lists, 'lossAssumptions'>): number {
  return Math.ceil(byId(lossAssumptions, counts[count])?.value.best ?? 1)
}

function catalogPrice({ price }: PlanMeasure, lists: Lists): PriceHere {
  const parts = price.map(({ unit, yen, count }) => {
    const units = count === undefined ? 1 : unitsOf(count, lists)
    return { isOnce: unit === 'once', bounds: boundsOf(yen, units * timesPerYear(unit)) }
  })
  const sum = (isOnce: boolean) => parts.filter((part) => part.isOnce === isOnce).reduce((all, { bounds }) => added(all, bounds), nothing)
  return { oneOffYen: sum(true), perYearYen: sum(false), priceMarks: ['catalogue'] }
}

function boundsOf({ low, high }: Spread, times: number): YenBounds {
  return { minYen: Math.round(low * times), maxYen: Math.round(high * times) }
}

function added(a: YenBounds, b: YenBounds): YenBounds {
  return { minYen: a.minYen + b.minYen, maxYen: a.maxYen + b.maxYen }
}
