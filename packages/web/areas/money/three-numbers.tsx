import type { DamageView } from '@mimamori/contract'
import { yenInWords, yenRangeInWords } from '@mimamori/domain'
import type { Damage } from '@mimamori/money'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import type { MoneyNumbers } from './numbers.ts'

interface NumbersParts {
  readonly numbers: MoneyNumbers
  /** What leaves the mean most open: its ends are the range. */
  readonly widest: Damage['widest']
  readonly names: DamageView['names']
}

/** What doing nothing costs, and what the plan makes of it: three numbers, each with its range or its base, and the way to its reasons. */
export function ThreeNumbers({ numbers: { mean, worst, days }, widest, names }: NumbersParts) {
  const { t, lang } = useWords()
  const said = (yen: number) => yenInWords(yen, lang)
  return (
    <div className="money-numbers">
      <NumberCard label={t('money.mean')} now={said(mean.now)} planned={mean.planned === undefined ? undefined : said(mean.planned)}>
        {widest &&
          t('money.range', {
            name: names[widest.id]?.[lang] ?? widest.id,
            range: yenRangeInWords({ low: widest.lowYen, high: widest.highYen }, lang),
          })}
      </NumberCard>
      <NumberCard label={t('money.worst')} now={said(worst.now)} planned={worst.planned === undefined ? undefined : said(worst.planned)}>
        <WorstBase months={worst.months} />
      </NumberCard>
      {days ? (
        <NumberCard
          label={t('money.days')}
          now={t('money.dayCount', { days: days.now })}
          planned={days.planned === undefined ? undefined : t('money.dayCount', { days: days.planned })}
        >
          {t('money.daysRange', { low: days.low, high: days.high })}
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

function WorstBase({ months }: { months: MoneyNumbers['worst']['months'] }) {
  const { t } = useWords()
  if (!months) return t('money.months.unknown')
  if (months.planned === undefined) return t('money.months', { now: months.now })
  return t('money.months.both', { now: months.now, planned: months.planned })
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
  const facility = useFacilityId()
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
      <p className="source no-print">
        <Link to="/f/$facility/money/assumptions" params={{ facility }} aria-label={t('money.reasons.of', { label })}>
          {t('money.reasons')}
        </Link>
      </p>
    </section>
  )
}
