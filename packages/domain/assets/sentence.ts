import { dateInWords, readDate } from '../calendar.ts'
import { fillIn } from '../describe.ts'
import { byId } from '../picture.ts'
import type { Lang, SayValues } from '../record.ts'
import type { AssetSentence } from './types.ts'

/** A sentence of the register by its id (`identity:serial`, `drift:ip`), with days written as people write them. */
export function assetSentence(
  sentences: readonly AssetSentence[],
  { id, lang, values = {} }: { id: string; lang: Lang; values?: SayValues },
): string {
  const words = Object.entries(values).map(([key, value]) => {
    const day = typeof value === 'string' ? readDate(value) : undefined
    return [key, day ? dateInWords(day, lang) : String(value)]
  })
  return fillIn(byId(sentences, id)?.says[lang] ?? id, Object.fromEntries(words))
}
