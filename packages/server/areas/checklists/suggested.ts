import type { SuggestedAnswerView } from '@mimamori/contract'
import { assetSentence, byId, type ChecklistItem, type Entry, isOwnSheet, type Sheet } from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import { inBoth } from '../words.ts'

/** What the register of devices says of an item of the facility's own open sheet; undefined where it says nothing. */
export function suggestedFor(now: Kept, sheet: Sheet, item: ChecklistItem): SuggestedAnswerView | undefined {
  if (!isOwnSheet(sheet) || sheet.closedOn !== undefined) return undefined
  const found = byId(now.analysis.world.suggestedAnswers, item.id)
  if (!found) return undefined
  const sentences = now.catalogue.reference.assetSentences
  return {
    ...(found.answer && { answer: found.answer }),
    because: found.because.map(({ say, with: values, facts }) => ({
      text: inBoth((lang) => assetSentence(sentences, { id: `answer:${say}`, lang, ...(values && { values }) })),
      facts: facts.map(({ slice, id, field }) => ({ slice, id, name: nameOf(now, slice, id), ...(field !== undefined && { field }) })),
    })),
  }
}

function nameOf(now: Kept, slice: SuggestedFact['slice'], id: string): string {
  const record = byId<Entry>(now.picture.slices[slice], id)
  const name: unknown = record && Reflect.get(record, 'name')
  return typeof name === 'string' ? name : ''
}

type SuggestedFact = Kept['analysis']['world']['suggestedAnswers'][number]['because'][number]['facts'][number]
