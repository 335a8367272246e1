import type { VulnerabilitiesView } from '@mimamori/contract'
import { useWords, type Words } from '../../text/words.tsx'
import { monthDay } from '../../ui/show-date.ts'
import { FeedsNote } from './feeds-line.tsx'
import { costWords, deviceWords, isUntold, visitsInOrder } from './row-words.ts'

/** The answer before all lists: what can be come at from outside, what to do first, what nobody knows, what it costs. */
export function Headline({ view }: { view: VulnerabilitiesView }) {
  const words = useWords()
  const { t } = words
  const { openFromOutside, exploited, late, visits, unknown, cost } = view.headline
  const first = firstWords(words, view)
  return (
    <section className={openFromOutside > 0 ? 'card weak-headline reached' : 'card weak-headline'} aria-label={t('weak.headline.label')}>
      <p className="main">{headlineWords(words, view.headline)}</p>
      {first.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {exploited > 0 && <p>{t('weak.exploited', { count: exploited })}</p>}
      {late > 0 && <p>{t('weak.late', { count: late })}</p>}
      {visits > 0 && (
        <p className="small second">
          {unknown > 0 && t('weak.unknownToo', { unknown })} {costWords(words, cost)}
        </p>
      )}
      <FeedsNote toRead={view.feedsToRead} />
    </section>
  )
}

/** Also the line of the director. NOTE: what nobody knows is told apart: no visit of the plan clears it. */
export function headlineWords({ t }: Words, { openFromOutside: open, unknown, visits }: VulnerabilitiesView['headline']): string {
  if (open > 0) return visits > 0 ? t('weak.headline.open', { open, visits }) : t('weak.headline.told', { open })
  if (visits > 0) return t('weak.headline.inside', { visits })
  return unknown > 0 ? t('weak.headline.unknown', { unknown }) : t('weak.headline.calm')
}

/** What to do first: whom to ask, for which device, until when; what is more urgent and under way is told before it. */
export function firstWords(words: Words, view: Pick<VulnerabilitiesView, 'visits'>): readonly string[] {
  const { t, lang } = words
  const visits = visitsInOrder(view)
  const [soonest] = visits
  if (soonest === undefined) return []
  const next = visits.find(isUntold)
  if (next === undefined) return [t('weak.first.told', { date: monthDay(soonest.by, lang) })]
  if (next === soonest) return [todoWords(words, next, { isFirst: true })]
  return [underWayWords(words, soonest), todoWords(words, next, { isFirst: false })]
}

type Visit = VulnerabilitiesView['visits'][number]

function todoWords(words: Words, { by, vendorName: vendor, rows }: Visit, { isFirst }: { isFirst: boolean }): string {
  const { t, lang } = words
  const row = rows.find(({ response }) => response === undefined)
  const named = { date: monthDay(by, lang), device: row ? deviceWords(words, row) : '' }
  if (vendor === undefined) return t(isFirst ? 'weak.first.own' : 'weak.next.own', named)
  return t(isFirst ? 'weak.first.vendor' : 'weak.next.vendor', { ...named, vendor })
}

function underWayWords(words: Words, { by, vendorName: vendor, rows: [row] }: Visit): string {
  const { t, lang } = words
  const named = { date: monthDay(by, lang), device: row ? deviceWords(words, row) : '' }
  return vendor === undefined ? t('weak.underWay.own', named) : t('weak.underWay.vendor', { ...named, vendor })
}
