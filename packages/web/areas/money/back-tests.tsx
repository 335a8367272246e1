import type { DamageView } from '@mimamori/contract'
import { yenInWords, yenRangeInWords } from '@mimamori/domain'
import { useWords } from '../../text/words.tsx'
import { Doubt } from '../../ui/marks.tsx'

/** What the values of the class say of cases that happened. A miss stands there as a miss. */
export function BackTests({ tests }: { tests: DamageView['backTests'] }) {
  const { t, lang, say } = useWords()
  return (
    <section className="stack" aria-label={t('money.tests.title')}>
      <h2>{t('money.tests.title')}</h2>
      {tests.length === 0 && <p className="card">{t('money.tests.none')}</p>}
      {tests.length > 0 && <p>{t('money.tests.says')}</p>}
      {tests.map(({ case: one, test: { p10, p50, p90, inside, observedDays, days } }) => (
        <article key={one.id} className="card stack">
          <h3>{say(one.name)}</h3>
          <p>
            {say(one.tells)} <Doubt confidence={one.confidence} />
          </p>
          <dl className="facts">
            <dt>{t('money.tests.observed')}</dt>
            <dd>{yenRangeInWords(one.observedYen, lang)}</dd>
            <dt>{t('money.tests.reckoned')}</dt>
            <dd>{t('money.tests.range', { range: yenRangeInWords({ low: p10, high: p90 }, lang), middle: yenInWords(p50, lang) })}</dd>
            <dt>{t('money.tests.result')}</dt>
            <dd>
              <Result isInside={inside} />
            </dd>
            {observedDays !== undefined && days && (
              <>
                <dt>{t('money.tests.days')}</dt>
                <dd>
                  {t('money.tests.daysSaid', { observed: observedDays, low: Math.round(days.p10), high: Math.round(days.p90) })}{' '}
                  <Result isInside={days.inside} />
                </dd>
              </>
            )}
          </dl>
        </article>
      ))}
    </section>
  )
}

function Result({ isInside }: { isInside: boolean }) {
  const { t } = useWords()
  return isInside ? t('money.tests.inside') : <strong className="money-miss">{t('money.tests.miss')}</strong>
}
