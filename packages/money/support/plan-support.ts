import { byId, type MeasureHere, type World } from '@mimamori/domain'
import { type BorneCost, bearOf, type FeeCases, type PlanLine } from './bear-of.ts'
import type { SupportStanding } from './support-here.ts'
import type { SupportCondition } from './types.ts'

/**
 * What a scheme is to one line of a plan. `bears`: so much; `may`: something, once what is open is answered; `nothing`: it would pay, but
 * not of this line (too small, or its money is used up); `closed`: not on this day; `no`: this facility has no part in it; `other`: help
 * that bears no cost.
 */
export type SupportVerdict = 'bears' | 'may' | 'nothing' | 'closed' | 'no' | 'other'

export interface SchemeOfLine {
  readonly standing: SupportStanding
  readonly verdict: SupportVerdict
  /** Whole yen, once or each year as the scheme `bears`; 0 unless the verdict is `bears`. */
  readonly yen: number
  /** For so many years and no longer. */
  readonly years?: number
  /** The conditions that make it what it is: those that fail, or those that nobody knows. */
  readonly deciding: readonly SupportCondition[]
  /** What else is open: the days of the scheme, or how much it would come to. */
  readonly open: readonly ('days' | 'amount')[]
}

/** One side of a line, or of all of them: what it costs, what schemes bear, what is left as own money. */
export interface SideOfPlan {
  readonly costYen: number
  readonly borneYen: number
  readonly ownYen: number
}

export interface SupportedLine {
  readonly id: string
  readonly oneOff: SideOfPlan
  readonly perYear: SideOfPlan
  /** Those that serve what the line puts in place: what bears first, then what may. */
  readonly schemes: readonly SchemeOfLine[]
}

export interface PlanSupport {
  readonly lines: readonly SupportedLine[]
  readonly oneOff: SideOfPlan
  readonly perYear: SideOfPlan
}

/** The lines of a plan in its order, at the highest prices. */
export function planLinesOf({ measuresHere }: Pick<World, 'measuresHere'>, planned: readonly string[]): readonly PlanLine[] {
  return planned.flatMap((id) => {
    const here = byId<MeasureHere>(measuresHere, id)
    return here ? [{ id, oneOffYen: here.oneOffYen.maxYen, perYearYen: here.perYearYen.maxYen, controls: here.puts }] : []
  })
}

/**
 * What subsidies and fees bear of each line, and what is own money. Only a scheme whose every condition holds and whose days are open
 * counts in the sums; one that is not sure to fit bears nothing and is told as one that may.
 */
export function planSupport(lines: readonly PlanLine[], standings: readonly SupportStanding[], cases: FeeCases = {}): PlanSupport {
  const sure = standings.filter(({ fits, window }) => fits === 'yes' && window === 'open').map(({ scheme }) => scheme)
  const { lines: borne } = bearOf(lines, sure, cases)
  const supported = lines.map((line, at): SupportedLine => {
    const [oneOff, perYear] = [borne[at]?.oneOff ?? unpaid, borne[at]?.perYear ?? unpaid]
    const serving = standings.filter((standing) => serves(standing, line) && costOn(standing, line) > 0)
    const schemes = serving.map((standing) => schemeOf(standing, standing.scheme.bears === 'one-off' ? oneOff : perYear))
    return { id: line.id, oneOff: sideOf(oneOff), perYear: sideOf(perYear), schemes: schemes.toSorted(byVerdict) }
  })
  return {
    lines: supported,
    oneOff: sumOf(supported.map(({ oneOff }) => oneOff)),
    perYear: sumOf(supported.map(({ perYear }) => perYear)),
  }
}

const unpaid: BorneCost = { costYen: 0, borne: [], maybe: [], ownYen: 0 }

function serves({ scheme }: SupportStanding, { controls }: PlanLine): boolean {
  return scheme.serves.some((control) => controls.includes(control))
}

/** Of the side that a scheme bears; of both where it bears none. */
function costOn({ scheme: { bears } }: SupportStanding, { oneOffYen, perYearYen }: PlanLine): number {
  if (bears === 'none') return oneOffYen + perYearYen
  return bears === 'one-off' ? oneOffYen : perYearYen
}

function schemeOf(standing: SupportStanding, { borne, maybe }: BorneCost): SchemeOfLine {
  const { scheme, fits, window, conditions } = standing
  const paid = borne.find((one) => one.scheme === scheme.id)
  const verdict = verdictOf(standing, { isPaid: paid !== undefined, isMaybe: maybe.includes(scheme.id) })
  const isOpen = verdict === 'may'
  return {
    standing,
    verdict,
    yen: paid?.yen ?? 0,
    ...(paid?.years !== undefined && { years: paid.years }),
    deciding: fits === 'yes' ? [] : conditions.flatMap(({ condition, holds }) => (holds === fits ? [condition] : [])),
    open: [
      ...(isOpen && window === 'unknown' ? (['days'] as const) : []),
      ...(isOpen && scheme.amounts.every(({ by }) => by === 'points') ? (['amount'] as const) : []),
    ],
  }
}

function verdictOf(
  { scheme, fits, window }: SupportStanding,
  { isPaid, isMaybe }: { readonly isPaid: boolean; readonly isMaybe: boolean },
): SupportVerdict {
  if (isPaid) return 'bears'
  if (fits === 'no') return 'no'
  if (window === 'ended' || window === 'not-yet') return 'closed'
  if (scheme.bears === 'none') return 'other'
  return fits === 'unknown' || window === 'unknown' || isMaybe ? 'may' : 'nothing'
}

const order: readonly SupportVerdict[] = ['bears', 'may', 'other', 'nothing', 'closed', 'no']

function byVerdict(a: SchemeOfLine, b: SchemeOfLine): number {
  return order.indexOf(a.verdict) - order.indexOf(b.verdict) || b.yen - a.yen
}

function sideOf({ costYen, ownYen }: BorneCost): SideOfPlan {
  return { costYen, borneYen: costYen - ownYen, ownYen }
}

function sumOf(sides: readonly SideOfPlan[]): SideOfPlan {
  const sum = (of: keyof SideOfPlan) => sides.reduce((all, side) => all + side[of], 0)
  return { costYen: sum('costYen'), borneYen: sum('borneYen'), ownYen: sum('ownYen') }
}
