import { compare, type Fraction, fraction, minus, over, plus, sumOf, times, zero } from '../fraction.ts'
import type { NormAnswers, NormBudgetClass, NormChoices, NormMean, NormReference, NormSpread } from './types.ts'

/** Hospitals that ticked one class, with its ends and its value in thousand yen. */
interface Ticked {
  readonly count: Fraction
  readonly low: Fraction
  readonly value: Fraction
  /** Null: the class has no upper end. */
  readonly high: Fraction | null
}

/** The mean of the classes' values, and the least and most that the same ticks can mean. */
export function countedMean(reference: NormReference, answers: NormAnswers, choices: NormChoices): NormMean {
  const ticked = tickedOf(reference, answers, choices)
  const base = baseOf(answers, ticked, choices)
  const mean = (value: (one: Ticked) => Fraction) => over(sumOf(ticked.map((one) => times(one.count, value(one)))), base)
  const isOpen = ticked.some(({ count, high }) => high === null && compare(count, zero) > 0)
  return {
    kind: 'counted',
    exact: mean(({ value }) => value),
    low: mean(({ low }) => low),
    high: isOpen ? null : mean(({ high }) => high ?? zero),
    base: Number(base.numerator),
  }
}

/** Of the hospitals that ticked a class, each at the value of its class. */
export function spreadOf(
  reference: NormReference,
  answers: NormAnswers,
  { need, choices }: { readonly need: Fraction; readonly choices: NormChoices },
): NormSpread {
  const ticked = tickedOf(reference, answers, choices)
  const base = baseOf(answers, ticked, choices)
  const below = ticked.filter(({ value }) => compare(value, need) < 0)
  const missing = minus(base, sumOf(ticked.map(({ count }) => count)))
  const short = plus(sumOf(below.map(({ count, value }) => times(count, minus(need, value)))), times(missing, need))
  return {
    shortfallOnlyMeanMinimum: over(short, base),
    shareBelowMinimum: over(plus(sumOf(below.map(({ count }) => count)), missing), base),
  }
}

function tickedOf({ normBudgetClasses }: NormReference, { counts = [] }: NormAnswers, { openClassYen }: NormChoices): readonly Ticked[] {
  const classes = normBudgetClasses.toSorted((a, b) => a.order - b.order)
  return classes.map((one, at) => ({
    count: fraction(counts[at] ?? 0),
    low: thousands(one.fromYen),
    value: thousands(one.belowYen === undefined ? (openClassYen ?? one.valueYen) : one.valueYen),
    high: highOf(one),
  }))
}

function highOf({ belowYen }: NormBudgetClass): Fraction | null {
  return belowYen === undefined ? null : thousands(belowYen)
}

function thousands(yen: number): Fraction {
  return fraction(yen, 1000)
}

function baseOf({ respondents }: NormAnswers, ticked: readonly Ticked[], { base }: NormChoices): Fraction {
  return base === 'all' && respondents !== undefined ? fraction(respondents) : sumOf(ticked.map(({ count }) => count))
}

type PrintedMean = Extract<NormMean, { kind: 'printed' }>

/** A mean of which only the whole thousands are known. */
export function printedMean(displayed: number): PrintedMean {
  return { kind: 'printed', displayed, from: fraction(displayed), below: fraction(displayed + 1), agrees: true }
}

/** The part of a printed mean's range from which all the printed gaps follow; the whole range where no part does. */
export function narrowed(mean: PrintedMean, gaps: readonly { readonly need: Fraction; readonly gap: number }[]): PrintedMean {
  const ranges = gaps.map(({ need, gap }) => ({
    from: plus(need, fraction(gap > 0 ? gap : gap - 1)),
    below: plus(need, fraction(gap < 0 ? gap : gap + 1)),
  }))
  const from = ranges.reduce((most, range) => (compare(range.from, most) > 0 ? range.from : most), mean.from)
  const below = ranges.reduce((least, range) => (compare(range.below, least) < 0 ? range.below : least), mean.below)
  return compare(from, below) < 0 ? { ...mean, from, below } : { ...mean, agrees: false }
}
