import type { Confidence } from '@mimamori/domain'
import { type PlainKey, useWords } from '../text/words.tsx'
import { circled } from './item-number.ts'
import { plainDate, shortDate } from './show-date.ts'

const urgencyWords: readonly PlainKey[] = ['urgency.year', 'urgency.month', 'urgency.today']

/** 急ぎ度: ink bars and a word, never a hue. 3 = today, 2 = this month, 1 = within the fiscal year. */
export function Urgency({ level }: { level: number }) {
  const { t } = useWords()
  const rank = Math.min(3, Math.max(1, Math.round(level)))
  return (
    <span className="bars">
      <svg viewBox="0 0 23 14" aria-hidden="true">
        {[0, 1, 2].map((at) => (
          <rect
            key={at}
            x={at * 8 + 0.75}
            y="0.75"
            width="5.5"
            height="12.5"
            rx="1"
            fill={at < rank ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="1.5"
          />
        ))}
      </svg>
      {t(urgencyWords[rank - 1] ?? 'urgency.year')}
    </span>
  )
}

const doubts: Readonly<Record<Confidence, PlainKey | undefined>> = {
  'original-read': undefined,
  secondary: 'doubt.secondary',
  'from-memory': 'doubt.fromMemory',
  conflict: 'doubt.conflict',
  ours: 'doubt.ours',
}

const doubtsInFull: Readonly<Partial<Record<Confidence, PlainKey>>> = { secondary: 'doubt.secondary.full' }

/** 〔要確認〕 and its like, right behind the claim; nothing where the official text was read. */
export function Doubt({ confidence }: { confidence: Confidence }) {
  const { t } = useWords()
  const word = doubts[confidence]
  if (word === undefined) return null
  return (
    <span className="mark-of-doubt">
      <span aria-hidden="true">{t('doubt.brackets', { word: t(word) })}</span>
      <span className="hidden-words">{t('doubt.spoken', { word: t(doubtsInFull[confidence] ?? word) })}</span>
    </span>
  )
}

/** 2-⑤, read out as 「2の5」. */
export function ItemNumber({ number }: { number: string }) {
  const spoken = useSpokenNumber()
  const words = spoken(number)
  if (words === number) return <span className="item-number">{number}</span>
  return (
    <span className="item-number">
      <span aria-hidden="true">{number}</span>
      <span className="hidden-words">{words}</span>
    </span>
  )
}

/** An official number in words, for those who hear the page. */
export function useSpokenNumber(): (number: string) => string {
  const { t } = useWords()
  return (number) => {
    const [section, place] = number.split(/[-\-–]/)
    if (section === undefined || place === undefined) return number
    const index = circled.indexOf(place)
    return t('item.spoken', { section, place: index < 0 ? place : index + 1 })
  }
}

/** R8.11.20, read out as 「令和8年11月20日」. */
export function ShortDate({ day }: { day: string }) {
  const { lang } = useWords()
  const [short, full] = [shortDate(day, lang), plainDate(day, lang)]
  if (lang !== 'ja' || short === full) return <span className="number">{short}</span>
  return (
    <span className="number">
      <span aria-hidden="true">{short}</span>
      <span className="hidden-words">{full}</span>
    </span>
  )
}
