import type { FullCatalogue } from '@mimamori/catalog'
import { byId, fillIn, type Lang, type Picture, type Text } from '@mimamori/domain'

type Value = string | number | Text

/** The same sentence in both languages. */
export function inBoth(make: (lang: Lang) => string): Text {
  return { ja: make('ja'), en: make('en') }
}

/** A sentence with its values put in; a value may itself be in both languages. */
export function fillText(text: Text, values: Readonly<Record<string, Value>>): Text {
  return inBoth((lang) =>
    fillIn(
      text[lang],
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'object' ? value[lang] : String(value)])),
    ),
  )
}

/** How the facility calls itself and its head: 当院・院長. */
export function ownWords(picture: Picture, catalogue: FullCatalogue): { readonly us: Text; readonly head: Text } {
  const facility = picture.slices.facility[0]
  const words = byId(catalogue.reference.facilityWords, facility?.kind ?? 'other')
  const name = { ja: facility?.name ?? '', en: facility?.name ?? '' }
  return { us: words?.us ?? name, head: words?.head ?? name }
}

/** Of the lists that are made as Excel. */
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
