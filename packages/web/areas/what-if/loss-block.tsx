import { yenInWords } from '@mimamori/domain'
import type { BeforeAfter, DamageSide } from '@mimamori/money'
import { useWords, type Words } from '../../text/words.tsx'
import { BeforeAfterTable, type Figure } from './before-after.tsx'

interface LossParts {
  /** Absent while it is reckoned. */
  readonly loss: BeforeAfter<DamageSide> | undefined
  /** Mean of a year with the measures that are ticked; absent where none is, or where it is not told. */
  readonly planned?: BeforeAfter<number> | undefined
}

/** Loss: the mean of a year, the curve at once in fifty and in a hundred years, and the days until the electronic chart is back. */
export function LossBlock({ loss, planned }: LossParts) {
  const { t, lang } = useWords()
  const said = (yen: number) => yenInWords(yen, lang)
  return (
    <section className="stack tight what-if-block" aria-label={t('whatIf.loss')} aria-busy={!loss}>
      <h3>{t('whatIf.loss')}</h3>
      {loss ? <Figures loss={loss} /> : <p role="status">{t('whatIf.reckoning')}</p>}
      {planned && <p className="small">{t('money.tried.planned', { before: said(planned.before), after: said(planned.after) })}</p>}
    </section>
  )
}

function Figures({ loss }: { loss: BeforeAfter<DamageSide> }) {
  const words = useWords()
  const { t, lang } = words
  const figures = figuresOf(words, loss)
  const isSame = figures.every(({ before, after }) => before === after)
  if (isSame) return <p className="small second">{t('whatIf.loss.same', { yen: yenInWords(loss.before.meanYen, lang) })}</p>
  return <BeforeAfterTable caption={t('whatIf.loss')} figures={figures} />
}

const middleYears = 50

function figuresOf({ t, lang }: Words, { before, after }: BeforeAfter<DamageSide>): readonly Figure[] {
  const both = (of: (side: DamageSide) => string) => ({ before: of(before), after: of(after) })
  const once = ({ oneIn }: DamageSide) => oneIn.find(({ years }) => years === middleYears)?.lossYen ?? 0
  const days = ({ chartDays }: DamageSide) => (chartDays ? t('money.dayCount', { days: Math.round(chartDays.p50) }) : t('whatIf.daysNone'))
  return [
    { id: 'mean', name: t('money.mean'), ...both(({ meanYen }) => yenInWords(meanYen, lang)) },
    { id: 'middle', name: t('whatIf.oneIn50'), ...both((side) => yenInWords(once(side), lang)) },
    { id: 'worst', name: t('money.worst'), ...both(({ oneIn100Yen }) => yenInWords(oneIn100Yen, lang)) },
    { id: 'days', name: t('money.days'), ...both(days) },
  ]
}
