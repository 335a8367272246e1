import { fiscalYearName } from '@mimamori/domain'
import { lacksYear } from '../dates.ts'
import { type Problem, problem } from '../errors.ts'
import { fieldOf, type RawField } from '../folder/draft.ts'

/** How many of these cells of an answer hold a day without a year. */
export function daysWithoutYear(raws: readonly RawField[]): number {
  return raws.filter(
    ({ heading, raw }) => typeof raw === 'string' && fieldOf('answers', heading)?.field.shape.kind === 'date' && lacksYear(raw),
  ).length
}

/** One note for a whole file: which year its days without a year were given. */
export function yearFromForm(count: number, fiscalYear: number | undefined, file: string): readonly Problem[] {
  if (count === 0 || fiscalYear === undefined) return []
  const year = { ja: fiscalYearName(fiscalYear, 'ja'), en: fiscalYearName(fiscalYear, 'en') }
  return [problem('value/year-from-form', { file }, { count, year })]
}
