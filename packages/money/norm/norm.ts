import { type Fraction, fraction, over, sumOf, times, truncate } from '../fraction.ts'
import { levelOf } from './gap.ts'
import { countedMean, narrowed, printedMean, spreadOf } from './mean.ts'
import type {
  BudgetNorm,
  GapRule,
  NormAnswers,
  NormChoices,
  NormMean,
  NormProfile,
  NormProfileId,
  NormRate,
  NormReference,
  NormRow,
} from './types.ts'

/**
 * 提言1 (paper 002, slides 32 to 49): what a hospital of each bed class should spend on security, what it spends, and the gap.
 * Need = revenue × IT share × security share. All amounts in thousand yen, exact; what is shown is cut off toward zero.
 * Throws where a named profile or rate is not in the catalogue.
 */
export function budgetNorm(reference: NormReference, id: NormProfileId, choices: NormChoices = {}): BudgetNorm {
  const profile = found(reference.normProfiles, id)
  const rules = rulesOf(reference, profile, choices)
  const answers = reference.normAnswers.filter((one) => one.profile === id).toSorted((a, b) => a.beds.from - b.beds.from)
  return { profile, rows: answers.map((one) => rowOf(reference, one, rules)) }
}

interface Rules {
  readonly it: Fraction
  readonly minimum: Fraction
  readonly sufficient: Fraction
  readonly gapRule: GapRule
  readonly choices: NormChoices
  /** The paper's own rates and rule: only then do its printed gaps say anything about the mean behind them. */
  readonly isAsPublished: boolean
}

function rulesOf({ normRates }: NormReference, profile: NormProfile, choices: NormChoices): Rules {
  const rate = (id: string) => shareOf(found(normRates, id))
  return {
    it: rate(choices.itRate ?? profile.itRate),
    minimum: rate(choices.minimumRate ?? profile.minimumRate),
    sufficient: rate(choices.sufficientRate ?? profile.sufficientRate),
    gapRule: choices.gapRule ?? profile.gapRule,
    choices,
    isAsPublished: Object.values(choices).every((choice) => choice === undefined),
  }
}

/** A rate of the catalogue as an exact share. */
export function shareOf({ numerator, denominator }: NormRate): Fraction {
  return fraction(numerator, denominator)
}

function rowOf(reference: NormReference, answers: NormAnswers, rules: Rules): NormRow {
  const revenue = revenueOf(reference, answers)
  const it = times(revenue, rules.it)
  const needs = { minimum: times(it, rules.minimum), sufficient: times(it, rules.sufficient) }
  const figures = reference.normFigures.find(({ profile, row }) => profile === answers.profile && row === answers.row)
  const printed = rules.isAsPublished ? figures : undefined
  const mean = meanOf(reference, answers, { rules, needs, printed })
  const level = (need: Fraction, gap: number | undefined) => levelOf(need, { mean, rule: rules.gapRule, printed: gap })
  return {
    row: answers.row,
    beds: answers.beds,
    revenue,
    it,
    mean,
    minimum: level(needs.minimum, printed?.gapMinimumThousandYen),
    sufficient: level(needs.sufficient, printed?.gapSufficientThousandYen),
    ...(mean.kind === 'counted' && { spread: spreadOf(reference, answers, { need: needs.minimum, choices: rules.choices }) }),
    ...(printed && { printed }),
  }
}

/** 20–99 beds stand in the survey as one class and in the revenue table as two: their totals are averaged, as the paper does. */
function revenueOf({ normRevenues }: NormReference, { revenues }: NormAnswers): Fraction {
  const totals = revenues.map((id) => {
    const { medicalThousandYen, careThousandYen, otherThousandYen } = found(normRevenues, id)
    return fraction(medicalThousandYen + careThousandYen + otherThousandYen)
  })
  return over(sumOf(totals), fraction(revenues.length))
}

interface MeanContext {
  readonly rules: Rules
  readonly needs: { readonly minimum: Fraction; readonly sufficient: Fraction }
  readonly printed: NormRow['printed']
}

function meanOf(reference: NormReference, answers: NormAnswers, { rules, needs, printed }: MeanContext): NormMean {
  if (answers.counts) return countedMean(reference, answers, rules.choices)
  const mean = printedMean(answers.meanThousandYen ?? 0)
  if (!printed || rules.gapRule !== 'exact') return mean
  return narrowed(mean, [
    { need: needs.minimum, gap: printed.gapMinimumThousandYen },
    { need: needs.sufficient, gap: printed.gapSufficientThousandYen },
  ])
}

/** The mean as it is shown, thousand yen. */
export function displayedMean(mean: NormMean): number {
  return mean.kind === 'counted' ? truncate(mean.exact) : mean.displayed
}

function found<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const entry = list.find((one) => one.id === id)
  if (!entry) throw new RangeError(`the catalogue has no ${id}`)
  return entry
}
