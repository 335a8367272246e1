import type { NormReference, QuoteReference, QuoteSource, SupportReference } from '@mimamori/money'
import { dangling, ids, repeated } from './references-kit.ts'
import type { FullCatalogue } from './types.ts'

type MoneyLists = NormReference & QuoteReference & SupportReference & Pick<FullCatalogue, 'reference'>

/** What the lists about money name of one another, and figures that cannot be. */
export function moneyProblems(catalogue: MoneyLists): readonly string[] {
  return [...normNames(catalogue), ...normFigures(catalogue), ...quoteProblems(catalogue), ...supportProblems(catalogue)]
}

function normNames({ normProfiles, normRates, normRevenues, normAnswers, normFigures }: NormReference): readonly string[] {
  const [rates, revenues, answered] = [ids(normRates), ids(normRevenues), ids(normAnswers)]
  return [
    ...normProfiles.flatMap(({ id, itRate, minimumRate, sufficientRate }) =>
      dangling(`normProfiles ${id}`, [itRate, minimumRate, sufficientRate], rates, 'rate'),
    ),
    ...normAnswers.flatMap((one) => dangling(`normAnswers ${one.id}`, one.revenues, revenues, 'revenue')),
    ...dangling('normFigures', [...ids(normFigures)], answered, 'answers'),
  ]
}

function normFigures({ normRates, normBudgetClasses, normAnswers }: NormReference): readonly string[] {
  return [
    ...normRates.filter(({ numerator, denominator }) => numerator > denominator).map(({ id }) => `normRates ${id} is more than the whole`),
    ...normBudgetClasses
      .filter(({ fromYen, belowYen = Number.POSITIVE_INFINITY, valueYen }) => valueYen < fromYen || valueYen > belowYen)
      .map(({ id }) => `normBudgetClasses ${id} has a value outside of the class`),
    ...normAnswers
      .filter(({ counts, meanThousandYen }) => (counts === undefined) === (meanThousandYen === undefined))
      .map(({ id }) => `normAnswers ${id} has either counts or a mean`),
    ...normAnswers
      .filter(({ counts }) => counts !== undefined && counts.length !== normBudgetClasses.length)
      .map(({ id }) => `normAnswers ${id} has another number of counts than there are classes`),
  ]
}

function quoteProblems({ quoteSources, protections, protectionPlaces, reference }: MoneyLists): readonly string[] {
  const known = ids(protections)
  const lines = quoteSources.flatMap((source) => source.lines)
  return [
    ...protections.flatMap((one) => dangling(`protections ${one.id}`, one.controls, ids(reference.controlTypes), 'control')),
    ...protectionPlaces.flatMap((place) => dangling(`protectionPlaces ${place.id}`, place.protections, known, 'protection')),
    ...quoteSources.flatMap(linesOf).flatMap(({ where, covers }) => dangling(where, covers, known, 'protection')),
    ...quoteSources
      .flatMap(linesOf)
      .filter(({ minYen, maxYen }) => minYen > maxYen)
      .map(({ where }) => `${where} costs more at least than at most`),
    ...repeated(lines.map(({ id }) => id)).map((id) => `quoteSources has two lines called ${id}`),
  ]
}

function linesOf(source: QuoteSource) {
  return source.lines.map((line) => ({ ...line, where: `quoteSources ${source.id} ${line.id}` }))
}

function supportProblems({ supportSchemes, reference }: MoneyLists): readonly string[] {
  const [controls, facts] = [ids(reference.controlTypes), ids(reference.riskFactWords)]
  return supportSchemes.flatMap(({ id, serves, conditions, amounts, from, until }) => [
    ...dangling(`supportSchemes ${id}`, serves, controls, 'control'),
    ...dangling(
      `supportSchemes ${id}`,
      conditions.flatMap((one) => (one.by === 'fact' ? [one.fact] : [])),
      facts,
      'fact',
    ),
    ...(from !== undefined && until !== undefined && from > until ? [`supportSchemes ${id} ends before it begins`] : []),
    ...amounts
      .filter((one) => one.by === 'share' && (one.numerator > one.denominator || (one.floorYen ?? 0) > (one.ceilingYen ?? Infinity)))
      .map(() => `supportSchemes ${id} pays a share that cannot be`),
  ])
}
