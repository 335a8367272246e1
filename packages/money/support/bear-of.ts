import { fraction, times, truncate } from '../fraction.ts'
import type { FeeCase, SupportAmount, SupportScheme } from './types.ts'

/** One line of a plan, whole yen with tax: what is paid once, what is paid every year, and the controls that it puts in place. */
export interface PlanLine {
  readonly id: string
  readonly oneOffYen: number
  readonly perYearYen: number
  readonly controls: readonly string[]
}

/** Cases a year for which fees are claimed; a fee whose cases are not given bears an amount that is not known. */
export type FeeCases = Partial<Readonly<Record<FeeCase, number>>>

/** `years`: for so many years and no longer. */
export interface Borne {
  readonly scheme: string
  readonly yen: number
  readonly years?: number
}

/** One side of a line. `maybe`: schemes that would bear of it an amount that is not known. */
export interface BorneCost {
  readonly costYen: number
  readonly borne: readonly Borne[]
  readonly maybe: readonly string[]
  readonly ownYen: number
}

export interface BorneLine {
  readonly id: string
  readonly oneOff: BorneCost
  readonly perYear: BorneCost
}

export interface BorneSum {
  readonly borneYen: number
  readonly ownYen: number
}

export interface Bearing {
  readonly lines: readonly BorneLine[]
  readonly oneOff: BorneSum
  readonly perYear: BorneSum
}

/** What a scheme still has to give while the lines are gone through, whole yen. */
interface Purse {
  readonly scheme: SupportScheme
  readonly share?: Extract<SupportAmount, { by: 'share' }>
  leftYen: number
}

/**
 * What the schemes bear of each line, and what is own money: subsidies of what is paid once, fees and shares of what is paid every year.
 * Lines are gone through in their order, and within one the scheme that bears most comes first; a ceiling is one for all lines of a
 * scheme. A share is cut off to whole yen, so that nothing is promised that is not paid. Of schemes that stand `alone` only one bears a
 * cost. The sum never passes the cost.
 */
export function bearOf(lines: readonly PlanLine[], schemes: readonly SupportScheme[], cases: FeeCases = {}): Bearing {
  const purses = { oneOff: pursesOf(schemes, 'one-off', cases), perYear: pursesOf(schemes, 'running', cases) }
  const borne = lines.map(
    (line): BorneLine => ({
      id: line.id,
      oneOff: bear(line.oneOffYen, line, purses.oneOff),
      perYear: bear(line.perYearYen, line, purses.perYear),
    }),
  )
  return { lines: borne, oneOff: sumOf(borne.map(({ oneOff }) => oneOff)), perYear: sumOf(borne.map(({ perYear }) => perYear)) }
}

interface Purses {
  readonly known: readonly Purse[]
  readonly unknown: readonly SupportScheme[]
}

function pursesOf(schemes: readonly SupportScheme[], side: SupportScheme['bears'], cases: FeeCases): Purses {
  const meant = schemes.filter(({ bears }) => bears === side)
  const known = meant.flatMap((scheme) => purseOf(scheme, cases) ?? [])
  return { known, unknown: meant.filter((scheme) => !known.some((purse) => purse.scheme === scheme)) }
}

/** Undefined where nobody can say how much it gives. */
function purseOf(scheme: SupportScheme, cases: FeeCases): Purse | undefined {
  const share = scheme.amounts.find((amount) => amount.by === 'share')
  if (share) return { scheme, share, leftYen: Math.trunc((share.ceilingYen ?? Number.POSITIVE_INFINITY) / (share.years ?? 1)) }
  const points = scheme.amounts.flatMap((amount) => (amount.by === 'points' ? [amount] : []))
  const counts = points.map(({ per, points: each }) => ({ each, count: cases[per] }))
  if (counts.every(({ count }) => count === undefined)) return undefined
  return { scheme, leftYen: counts.reduce((sum, { each, count = 0 }) => sum + each * yenPerPoint * count, 0) }
}

const yenPerPoint = 10

function bear(costYen: number, { controls }: PlanLine, { known, unknown }: Purses): BorneCost {
  const serves = ({ serves: served }: SupportScheme) => served.some((control) => controls.includes(control))
  const borne: Borne[] = []
  let ownYen = costYen
  let isTaken = false
  for (const purse of byAmount(known, costYen)) {
    const { scheme } = purse
    if (!serves(scheme) || (scheme.alone && isTaken)) continue
    const yen = Math.min(offered(purse, costYen), ownYen)
    if (yen <= 0) continue
    borne.push({ scheme: scheme.id, yen, ...(purse.share?.years !== undefined && { years: purse.share.years }) })
    purse.leftYen -= yen
    ownYen -= yen
    isTaken ||= scheme.alone === true
  }
  return { costYen, borne, maybe: costYen > 0 ? unknown.filter(serves).map(({ id }) => id) : [], ownYen }
}

function byAmount(purses: readonly Purse[], costYen: number): readonly Purse[] {
  return purses.toSorted((a, b) => offered(b, costYen) - offered(a, costYen) || (a.scheme.id < b.scheme.id ? -1 : 1))
}

/** What a scheme would pay of this cost by itself; below its least amount it pays nothing. */
function offered({ share, leftYen }: Purse, costYen: number): number {
  if (!share) return Math.min(leftYen, costYen)
  const { numerator, denominator, floorYen = 0, years = 1 } = share
  const yen = Math.min(truncate(times(fraction(costYen), fraction(numerator, denominator))), leftYen)
  return yen * years < floorYen ? 0 : yen
}

function sumOf(costs: readonly BorneCost[]): BorneSum {
  const ownYen = costs.reduce((sum, cost) => sum + cost.ownYen, 0)
  return { borneYen: costs.reduce((sum, cost) => sum + cost.costYen, 0) - ownYen, ownYen }
}
