import type { Text } from '@mimamori/domain'
import type { RecordRead } from './json/records.ts'

/** What a record must have, by the words of messages. */
const wanted = {
  cve: { ja: 'CVE番号', en: 'a CVE number' },
  'added-on': { ja: '載った日', en: 'the day on which it was added' },
  id: { ja: '番号', en: 'its number' },
  product: { ja: '製品', en: 'a product' },
  version: { ja: '数字の版', en: 'a version line in digits' },
  'ends-on': { ja: '終わる日', en: 'the day on which it ends' },
  share: { ja: '0から1までの数', en: 'a number from 0 to 1' },
  document: { ja: '文書の番号と発行者', en: 'the number and publisher of the document' },
} as const satisfies Record<string, Text>

export type Wanted = keyof typeof wanted

/** A record that lacks what makes it one. */
export function lacks(what: Wanted): Extract<RecordRead, { kind: 'lacks' }> {
  return { kind: 'lacks', what: wanted[what] }
}
