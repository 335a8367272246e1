import type { Text } from '@mimamori/domain'

export interface Says {
  readonly message: Text
  readonly action: Text
}

/** What happened, in Japanese and English; then what to do now, in the same order. */
export function says(ja: string, en: string, doJa: string, doEn: string): Says {
  return { message: { ja, en }, action: { ja: doJa, en: doEn } }
}
