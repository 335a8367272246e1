import type { Lang } from '@mimamori/domain'
import { en } from './en.ts'
import { ja } from './ja.ts'

/** The Japanese texts set the keys; English has the same ones by type. */
export type PaperText = typeof ja

const texts: Readonly<Record<Lang, PaperText>> = { ja, en }

export function textOf(lang: Lang): PaperText {
  return texts[lang]
}
