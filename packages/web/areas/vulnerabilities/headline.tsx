import type { VulnerabilitiesView } from '@mimamori/contract'
import { useWords, type Words } from '../../text/words.tsx'
import { costWords } from './row-words.ts'

/** The answer before all lists: what can be come at from outside, what nobody knows, how many visits, what it costs. */
export function Headline({ view: { headline } }: { view: VulnerabilitiesView }) {
  const words = useWords()
  const { t } = words
  const { openFromOutside, exploited, late, visits, cost } = headline
  return (
    <section className={openFromOutside > 0 ? 'card weak-headline reached' : 'card weak-headline'} aria-label={t('weak.headline.label')}>
      <p className="main">{headlineWords(words, headline)}</p>
      {exploited > 0 && <p>{t('weak.exploited', { count: exploited })}</p>}
      {late > 0 && <p>{t('weak.late', { count: late })}</p>}
      {visits > 0 && <p className="small second">{costWords(words, cost)}</p>}
    </section>
  )
}

/** Also the line of the director. */
export function headlineWords({ t }: Words, { openFromOutside: open, unknown, visits }: VulnerabilitiesView['headline']): string {
  if (open > 0 && unknown > 0) return t('weak.headline', { open, unknown, visits })
  if (open > 0) return t('weak.headline.open', { open, visits })
  if (visits > 0) return t('weak.headline.inside', { visits })
  return unknown > 0 ? t('weak.headline.unknown', { unknown }) : t('weak.headline.calm')
}
