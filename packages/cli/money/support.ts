import { supportHere } from '@mimamori/money'
import type { Call } from '../command.ts'
import type { OpenFolder } from '../open-folder.ts'
import type { SupportAnswer } from './answers.ts'

/** The schemes of support against a facility, each with the answers to its conditions. */
export function supportPart({ assessed, catalogue }: OpenFolder, { asOf, lang }: Pick<Call, 'asOf' | 'lang'>): SupportAnswer {
  const { riskFacts } = assessed.analysis.world
  const [facility] = assessed.picture.slices.facility
  return supportHere(catalogue.supportSchemes, { facility, riskFacts, asOf }).map(({ scheme, fits, window, conditions }) => ({
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
