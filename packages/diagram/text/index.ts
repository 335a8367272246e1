import { fillIn, type Lang } from '@mimamori/domain'
import { en } from './en.ts'
import { ja } from './ja.ts'

export type MapTextKey = keyof typeof ja

/** The Japanese texts set the keys; English has the same ones by type. */
const texts: Readonly<Record<Lang, Readonly<Record<MapTextKey, string>>>> = { ja, en }

/** A word or sentence of the map. */
export function say(lang: Lang, key: MapTextKey, values: Readonly<Record<string, string | number>> = {}): string {
  const asText = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
  return fillIn(texts[lang][key], asText)
}
