import type { FullCatalogue } from '@mimamori/catalog'
import { byId, fillIn, itemWords, type Lang, type OpenQuestion, ownReader, type Picture } from '@mimamori/domain'
import { textOf } from '../text/index.ts'

/** An open question as it is put to whoever may know; one wording for the screen, the letter and the page. */
export function questionWords(
  question: OpenQuestion,
  of: { readonly picture: Picture; readonly catalogue: FullCatalogue; readonly lang: Lang },
): string {
  const { picture, catalogue, lang } = of
  const { slices } = picture
  const words = textOf(lang).open
  const { about } = question
  if (about.kind === 'system') return fillIn(words.facts[about.fact], { system: byId(slices.systems, about.system)?.name ?? '' })
  if (about.kind === 'facility') return words.facts[about.fact]
  if (about.kind === 'question') {
    const own = byId(catalogue.reference.facilityWords, slices.facility[0]?.kind ?? 'other')
    const asked = catalogue.tenQuestions.find((one) => one.number === about.number)?.question[lang] ?? ''
    return fillIn(asked, { us: own?.us[lang] ?? '', head: own?.head[lang] ?? '' })
  }
  const item = byId(catalogue.reference.items, about.item)
  return item ? fillIn(words.item, { number: item.number, question: itemWords(item, ownReader(slices)).question[lang] }) : about.item
}
