import type { Text } from '@mimamori/domain'
import { paperTitle } from '../papers/index.ts'
import { fillText } from '../words.ts'

const words = {
  revision: { ja: '第{n}版', en: 'Revision {n}' },
  undone: { ja: '第{n}版の変更を戻した', en: 'Revision {n} undone' },
  findings: { ja: '気づき{n}件', en: '{n} findings' },
  files: { ja: '{n}ファイル', en: '{n} files' },
  records: { ja: '{n}件', en: '{n} records' },
  lines: { ja: '{n}行', en: '{n} lines' },
  made: { ja: '{n}枚', en: '{n} sheets' },
  carried: { ja: '{n}件を引き継いだ', en: '{n} carried over' },
  devices: { ja: '機器{n}台', en: '{n} devices' },
  decisions: { ja: '{n}件を決めた', en: '{n} decided' },
  bytes: { ja: '{n}バイト', en: '{n} bytes' },
  fiscalYear: { ja: '{n}年度', en: 'Fiscal year {n}' },
  until: { ja: '{n}まで', en: 'Until {n}' },
  on: { ja: '{n}', en: '{n}' },
  format: { ja: '形式 {n}', en: 'As {n}' },
} as const satisfies Readonly<Record<string, Text>>

const copies: Readonly<Record<string, Text>> = {
  'on-site': { ja: '見るだけの冊子', en: 'To be seen on site' },
  'hand-over': { ja: 'お渡しする控え', en: 'To hand over' },
}

function countOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return String(value.length)
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined
}

/** The detail of a line for a reader. Ids and hashes are left out: they stand in the export. */
export function detailTexts(detail: Readonly<Record<string, unknown>>): Text[] {
  const paper = paperTitle(detail['kind'])
  const copy = typeof detail['copy'] === 'string' ? copies[detail['copy']] : undefined
  const rest = Object.entries(words).flatMap(([key, text]) => {
    const n = countOf(detail[key])
    return n === undefined ? [] : [fillText(text, { n: key === 'format' ? n.toUpperCase() : n })]
  })
  return [...(paper ? [paper] : []), ...(copy ? [copy] : []), ...rest]
}
