import type { FullCatalogue } from '@mimamori/catalog'
import { byId, type ControlSign, type ControlState, type Lang, type Text, type World } from '@mimamori/domain'

export const controlWords: Readonly<Record<ControlState, Text>> = {
  'in-place': { ja: 'できている', en: 'in place' },
  partly: { ja: '一部できている', en: 'partly in place' },
  no: { ja: 'できていない', en: 'not in place' },
  'not-applicable': { ja: '対象外', en: 'not applicable' },
  unknown: { ja: '分からない', en: 'not known' },
}

interface Context {
  readonly world: World
  readonly catalogue: FullCatalogue
  readonly lang: Lang
}

/** Where the state of a control comes from, in one line. */
export function whyOf(sign: ControlSign, context: Context): string {
  const said = controlWords[sign.state][context.lang]
  const where = sourceOf(sign, context)
  return context.lang === 'ja' ? `${where}:${said}` : `${where}: ${said}`
}

function sourceOf(sign: ControlSign, { world, catalogue, lang }: Context): string {
  const ja = lang === 'ja'
  const party = nameOf(sign.party, world, lang)
  switch (sign.by) {
    case 'checklist': {
      const topic = byId(catalogue.topics, sign.of)?.short[lang] ?? sign.of ?? ''
      return ja ? `チェックリスト「${topic}」(${party})` : `Checklist "${topic}" (${party})`
    }
    case 'fact':
    case 'part': {
      const asks = byId(world.riskFactWords, sign.of)?.asks[lang] ?? sign.of ?? ''
      return ja ? `登録されていること「${asks}」` : `What is registered: "${asks}"`
    }
    case 'stated':
      return ja ? `確かめた記録(${party})` : `Statement (${party})`
    case 'ended':
      return ja ? `期限の過ぎた記録(${party})` : `Statement that has ended (${party})`
  }
}

function nameOf(party: ControlSign['party'], { vendors }: World, lang: Lang): string {
  if (party === 'facility') return lang === 'ja' ? '施設' : 'facility'
  if (party === 'vendor') return lang === 'ja' ? '事業者' : 'vendors'
  const id = party.slice('vendor:'.length)
  return byId(vendors, id)?.name ?? id
}
