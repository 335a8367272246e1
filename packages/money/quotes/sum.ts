import type { CalendarDate } from '@mimamori/domain'
import type { QuoteLine } from './types.ts'

/** Whole yen. `maxYen` null: some line has no upper end; `namedMaxYen` then counts it with the figure that it names. */
export interface YenRange {
  readonly minYen: number
  readonly maxYen: number | null
  readonly namedMaxYen: number
}

/** `visitsPerYear`: of what is paid by the visit; the vendors advise one. */
export interface QuoteCase {
  readonly terminals: number
  readonly visitsPerYear?: number
  readonly asOf?: CalendarDate
}

/**
 * Lines added up. `oneOff`: paid once. `recurring`: each year, visits left out. `visit`: one visit of each kind. `unpriced`: lines that
 * were not quoted for so many terminals; `expired`: lines past their last day. Neither is in the sums. `tax` `mixed`: some lines with, some without.
 */
export interface QuoteSum {
  readonly oneOff: YenRange
  readonly recurring: YenRange
  readonly visit: YenRange
  /** The first year as the sources count it: everything that is paid once, one year, and its visits. */
  readonly firstYear: YenRange
  readonly tax: 'yes' | 'no' | 'unknown' | 'mixed'
  readonly unpriced: readonly string[]
  readonly expired: readonly string[]
  /** Total of so many years, with so many visits in all. */
  readonly tco: (years: number, visits?: number) => YenRange
}

export function sumQuotes(lines: readonly QuoteLine[], { terminals, visitsPerYear = 1, asOf }: QuoteCase): QuoteSum {
  const expired = lines.filter(({ validUntil }) => asOf !== undefined && validUntil !== undefined && validUntil < asOf)
  const valid = lines.filter((line) => !expired.includes(line))
  const priced = valid.filter((line) => isFor(line, terminals))
  const of = (units: readonly QuoteLine['unit'][]) =>
    addUp(priced.filter(({ unit }) => units.includes(unit)).map((line) => yearly(line, terminals)))
  const [oneOff, recurring, visit] = [of(['once']), of(['month', 'year', 'terminalMonth']), of(['visit'])]
  const tco = (years: number, visits = years * visitsPerYear) => addUp([oneOff, scaled(recurring, years), scaled(visit, visits)])
  return {
    oneOff,
    recurring,
    visit,
    firstYear: tco(1),
    tax: taxOf(priced),
    unpriced: unpricedOf(valid, priced),
    expired: expired.map(({ id }) => id),
    tco,
  }
}

function isFor({ terminalsFrom = 0, terminalsTo = Number.POSITIVE_INFINITY }: QuoteLine, terminals: number): boolean {
  return terminals >= terminalsFrom && terminals <= terminalsTo
}

/** NOTE: a vendor with one price up to 100 terminals and another above has both lines; the one that does not fit is no gap. */
function unpricedOf(valid: readonly QuoteLine[], priced: readonly QuoteLine[]): readonly string[] {
  const covered = new Set(priced.flatMap(({ covers }) => covers))
  return valid
    .filter((line) => !priced.includes(line) && (line.covers.length === 0 || line.covers.some((id) => !covered.has(id))))
    .map(({ id }) => id)
}

function yearly({ minYen, maxYen, openUpper, unit }: QuoteLine, terminals: number): YenRange {
  const times = unit === 'month' ? 12 : unit === 'terminalMonth' ? 12 * terminals : 1
  return scaled({ minYen, maxYen: openUpper ? null : maxYen, namedMaxYen: maxYen }, times)
}

function scaled({ minYen, maxYen, namedMaxYen }: YenRange, times: number): YenRange {
  // NOTE: what is paid no times at all has no open end either.
  return { minYen: minYen * times, maxYen: times === 0 ? 0 : maxYen === null ? null : maxYen * times, namedMaxYen: namedMaxYen * times }
}

function addUp(ranges: readonly YenRange[]): YenRange {
  return ranges.reduce(
    (sum, range) => ({
      minYen: sum.minYen + range.minYen,
      maxYen: sum.maxYen === null || range.maxYen === null ? null : sum.maxYen + range.maxYen,
      namedMaxYen: sum.namedMaxYen + range.namedMaxYen,
    }),
    { minYen: 0, maxYen: 0, namedMaxYen: 0 },
  )
}

function taxOf(lines: readonly QuoteLine[]): QuoteSum['tax'] {
  const [first = 'unknown', ...others] = new Set(lines.map(({ taxIncluded }) => taxIncluded))
  return others.length === 0 ? first : 'mixed'
}
