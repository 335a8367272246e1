import { type PlanSupport, planLinesOf, planSupport, type SchemeOfLine, type SupportStanding, supportHere } from '@mimamori/money'
import type { Call } from '../command.ts'
import type { OpenFolder } from '../open-folder.ts'
import type { LineSupportAnswer, SupportAnswer } from './answers.ts'

/** The schemes of support against a facility, each with the answers to its conditions. */
export function supportPart(folder: OpenFolder, { lang }: Pick<Call, 'lang'>): SupportAnswer {
  return standingsOf(folder).map(({ scheme, fits, window, conditions }) => ({
    ...{ id: scheme.id, name: scheme.name[lang], payer: scheme.payer[lang], kind: scheme.kind, bears: scheme.bears, fits, window },
    ...{ from: scheme.from ?? null, until: scheme.until ?? null, dated: scheme.dated },
    conditions: conditions.map(({ condition, holds }) => ({ text: condition.says[lang], holds })),
    amounts: scheme.amounts.map(({ says }) => says[lang]),
    papers: scheme.papers.map((paper) => paper[lang]),
    controls: [...scheme.serves],
    note: scheme.note[lang],
    confidence: scheme.confidence,
  }))
}

function standingsOf({ assessed, catalogue }: OpenFolder): readonly SupportStanding[] {
  const { riskFacts } = assessed.analysis.world
  const [facility] = assessed.picture.slices.facility
  return supportHere(catalogue.supportSchemes, { facility, riskFacts, asOf: assessed.asOf })
}

/** What the schemes bear of the measures of a plan, in their order. */
export function planSupportOf(folder: OpenFolder, planned: readonly string[]): PlanSupport {
  return planSupport(planLinesOf(folder.assessed.analysis.world, planned), standingsOf(folder))
}

/** One line of it, as it is printed. */
export function lineSupportOf({ lines }: PlanSupport, measure: string, { lang }: Pick<Call, 'lang'>): LineSupportAnswer | undefined {
  const line = lines.find(({ id }) => id === measure)
  return line && { oneOff: line.oneOff, perYear: line.perYear, schemes: line.schemes.map((one) => schemeOf(one, lang)) }
}

function schemeOf(
  { standing, verdict, yen, years, deciding, open }: SchemeOfLine,
  lang: Call['lang'],
): LineSupportAnswer['schemes'][number] {
  const { scheme, fits, window } = standing
  return {
    ...{ id: scheme.id, name: scheme.name[lang], verdict, side: scheme.bears, yen, ...(years !== undefined && { years }) },
    ...{ fits, window, from: scheme.from ?? null, until: scheme.until ?? null },
    ...{ deciding: deciding.map(({ says }) => says[lang]), open: [...open] },
    ...{ amounts: scheme.amounts.map(({ says }) => says[lang]), papers: scheme.papers.map((paper) => paper[lang]) },
    confidence: scheme.confidence,
  }
}
