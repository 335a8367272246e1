import { yenInWords, yenRangeInWords } from '@mimamori/domain'
import type { ReactNode } from 'react'
import { useWords } from '../../text/words.tsx'
import type { MoneyNumbers } from './numbers.ts'

/** What doing nothing costs, and what the plan makes of it: three numbers, each with its range or its base. */
export function ThreeNumbers({ numbers: { mean, worst, days } }: { numbers: MoneyNumbers }) {
  const { t, lang } = useWords()
  const said = (yen: number) => yenInWords(yen, lang)
  return (
    <div className="money-numbers">
      <NumberCard label={t('money.mean')} now={said(mean.now)} planned={mean.planned === undefined ? undefined : said(mean.planned)}>
        {t('money.range', { range: yenRangeInWords(mean.range, lang) })}
      </NumberCard>
      <NumberCard label={t('money.worst')} now={said(worst.now)} planned={worst.planned === undefined ? undefined : said(worst.planned)}>
        <WorstBase worst={worst} />
      </NumberCard>
      {days ? (
        <NumberCard
          label={t('money.days')}
          now={t('money.dayCount', { days: days.now })}
          planned={days.planned === undefined ? undefined : t('money.dayCount', { days: days.planned })}
        >
          {t('money.daysRange', days.range)}
        </NumberCard>
      ) : (
        <section className="card" aria-label={t('money.days')}>
          <h2>{t('money.days')}</h2>
          <p className="small second">{t('money.days.none')}</p>
        </section>
      )}
    </div>
  )
}

function WorstBase({ worst: { monthsNow, monthsPlanned } }: { worst: MoneyNumbers['worst'] }) {
  const { t } = useWords()
  if (monthsNow === undefined) return t('money.months.unknown')
  if (monthsPlanned === undefined) return t('money.months', { now: monthsNow })
  return t('money.months.both', { now: monthsNow, planned: monthsPlanned })
}

interface CardParts {
  readonly label: string
  readonly now: string
  /** Absent where nothing is ticked. */
  readonly planned: string | undefined
  readonly children: ReactNode
}

function NumberCard({ label, now, planned, children }: CardParts) {
  const { t } = useWords()
  return (
    <section className="card" aria-label={label}>
      <h2>{label}</h2>
      <p className="money-number">
        {planned === undefined ? (
          <strong>{now}</strong>
        ) : (
          <>
            <span className="hidden-words">{t('money.curve.now')} </span>
            {now} <span aria-hidden="true">→</span> <span className="hidden-words">{t('money.curve.planned')} </span>
            <strong>{planned}</strong>
          </>
        )}
      </p>
      <p className="small second">{children}</p>
    </section>
  )
}
