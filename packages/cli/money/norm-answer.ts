import type { Lang } from '@mimamori/domain'
import {
  type AidProfile,
  aidOf,
  approximate,
  budgetNorm,
  displayedMean,
  type Fraction,
  minus,
  type NormMean,
  type NormProfileId,
  type NormReference,
  type NormRow,
  reproduceNorm,
  sensitivityToItRate,
  stagedPath,
  truncate,
} from '@mimamori/money'
import type { BudgetNormAnswer } from './answers.ts'

export interface NormAsked {
  readonly lang: Lang
  readonly profile: NormProfileId
  readonly aid: AidProfile
  /** How many years the sufficient level lasts: the paper says 数年 and no number. */
  readonly sufficientYears: number
}

/** Years that the staged path shows beyond the sufficient level. */
const yearsAfter = 2

export function normAnswer(reference: NormReference, asked: NormAsked): BudgetNormAnswer {
  const { lang } = asked
  const norm = budgetNorm(reference, asked.profile)
  const checks = reproduceNorm(reference, asked.profile)
  return {
    profile: asked.profile,
    unit: 'thousand-yen',
    gapRule: norm.profile.gapRule,
    aidRule: asked.aid,
    rates: ratesOf(reference, lang),
    rows: norm.rows.map((row) => ({
      ...rowOf(row, asked.aid),
      reproduced: checks.filter((check) => check.row === row.row).map(({ figure, printed, verdict }) => ({ figure, printed, verdict })),
    })),
    sensitivity: sensitivityToItRate(reference, asked.profile).map(({ rate, rows }) => ({
      rate: rate.id,
      share: rate.numerator / rate.denominator,
      rows: rows.map(({ row, minimum, sufficient }) => ({ beds: row, gap15: minimum.gap, gap30: sufficient.gap })),
    })),
    path: norm.rows.map((row) => ({ beds: row.row, years: pathOf(row, asked) })),
    slips: reference.normSlips
      .toSorted((a, b) => a.order - b.order)
      .map(({ where, page, printed, recomputed, note }) => ({
        ...{ where: where[lang], page, printed: printed[lang], recomputed: recomputed[lang], note: note[lang] },
      })),
  }
}

function ratesOf({ normRates }: NormReference, lang: Lang): BudgetNormAnswer['rates'] {
  return normRates.map(({ id, name, numerator, denominator, dated, range, confidence, sources }) => ({
    ...{ id, name: name[lang], share: numerator / denominator, dated },
    ...(range && { range: [range.low, range.high] as [number, number], note: range.note[lang] }), // a pair, not a list
    ...{ confidence, sources: [...sources] },
  }))
}

function rowOf(row: NormRow, aid: AidProfile): Omit<BudgetNormAnswer['rows'][number], 'reproduced'> {
  const { minimum, sufficient, mean, spread } = row
  return {
    beds: row.row,
    revenue: truncate(row.revenue),
    it: truncate(row.it),
    need15: truncate(minimum.need),
    need30: truncate(sufficient.need),
    estimatedMean: displayedMean(mean),
    gap15: minimum.gap,
    gap30: sufficient.gap,
    aid15: aidOf(row, 'minimum', aid),
    aid30: aidOf(row, 'sufficient', aid),
    exact: {
      ...{ revenue: rounded(row.revenue), it: rounded(row.it), need15: rounded(minimum.need), need30: rounded(sufficient.need) },
      ...exactMean(mean, minimum.need, sufficient.need),
    },
    meanInterval: mean.kind === 'counted' ? [rounded(mean.low), mean.high === null ? null : rounded(mean.high)] : null,
    shortfallOnlyMean15: spread ? rounded(spread.shortfallOnlyMeanMinimum) : null,
    shareBelowNeed15: spread ? approximate(spread.shareBelowMinimum) : null,
  }
}

function exactMean(mean: NormMean, need15: Fraction, need30: Fraction) {
  if (mean.kind === 'printed') return { estimatedMean: null, gap15: null, gap30: null }
  const gap = (need: Fraction) => rounded(minus(mean.exact, need))
  return { estimatedMean: rounded(mean.exact), gap15: gap(need15), gap30: gap(need30) }
}

/** Thousand yen to a hundredth of a yen: for showing only, nothing is reckoned from it. */
function rounded(amount: Fraction): number {
  return Math.round(approximate(amount) * 100_000) / 100_000
}

function pathOf(row: NormRow, { sufficientYears, aid }: NormAsked) {
  return stagedPath(row, { sufficientYears, years: sufficientYears + yearsAfter, aid }).map(
    ({ year, level, needThousandYen, aidThousandYen }) => ({
      ...{ year, level, need: needThousandYen, aid: aidThousandYen },
    }),
  )
}
