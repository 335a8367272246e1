import type { Text } from '@mimamori/domain'

/** Of a change whose records have no words of their own on a list. */
export const historyTexts = {
  records: { ja: '{slice}({count}件)', en: '{slice} ({count})' },
} as const satisfies Record<string, Text>
