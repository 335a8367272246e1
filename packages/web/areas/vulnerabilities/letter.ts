import type { VulnerabilityRow } from '@mimamori/contract'
import type { Words } from '../../text/words.tsx'
import { longDate } from '../../ui/show-date.ts'
import { stepWords } from './row-words.ts'

interface Request {
  readonly vendor: string
  readonly by: string | undefined
  readonly from: string
  readonly rows: readonly VulnerabilityRow[]
}

/** The words of a request: to whom, which devices and versions, by when, what to tell back. */
export function letterOf(words: Words, { vendor, by, from, rows }: Request): string {
  const { t, lang } = words
  return [
    t('request.letter.to', { vendor }),
    '',
    t(rows.every(({ verdict }) => verdict === 'unknown') ? 'request.letter.ask' : 'request.letter.says'),
    '',
    ...rows.map((row) => t('request.letter.line', { devices: devicesIn(words, row), step: stepWords(words, row) })),
    '',
    ...(by === undefined ? [] : [t('request.letter.by', { date: longDate(by, lang) })]),
    t('request.letter.tell'),
    '',
    from,
  ].join('\n')
}

/** The devices by name; of many that are alike the first ones, and how many more. */
function devicesIn({ t }: Words, { shown, devices }: VulnerabilityRow): string {
  const names = shown.map(({ name }) => name).join(t('list.comma'))
  return devices > shown.length ? t('weak.devices', { name: names, count: devices - shown.length }) : names
}
