import type { RisksView } from '@mimamori/contract'
import type { RiskShift, RiskShifts } from '@mimamori/domain'
import { useWords } from '../../text/words.tsx'
import { RiskLink, riskStateWords } from '../risks/index.ts'
import { BeforeAfterTable } from './before-after.tsx'

type Named = Pick<RisksView, 'risks'>

/** In the order in which they need a hand. */
const counted = ['open', 'unknown', 'stand-in', 'covered'] as const

/** リスクの表: the states of which there are more or fewer, and every risk that stands otherwise. */
export function MatrixBlock({ shifts, view }: { shifts: RiskShifts; view: Named }) {
  const { t } = useWords()
  const said = (count: number) => t('whatIf.matrix.count', { count })
  const figures = counted.flatMap((state) => {
    const { before, after } = shifts.counts[state]
    return before === after ? [] : [{ id: state, name: t(riskStateWords[state]), before: said(before), after: said(after) }]
  })
  return (
    <section className="stack tight what-if-block" aria-label={t('whatIf.matrix')}>
      <h3>{t('whatIf.matrix')}</h3>
      {figures.length > 0 && <BeforeAfterTable caption={t('whatIf.matrix')} figures={figures} />}
      <MatrixShifts shifts={shifts} view={view} />
    </section>
  )
}

export function isShifted({ closed, opened, others }: Pick<RiskShifts, 'closed' | 'opened' | 'others'>): boolean {
  return closed.length + opened.length + others.length > 0
}

/** The risks that stand otherwise, by direction, each a way to the risk. */
export function MatrixShifts({ shifts: { closed, opened, others }, view }: { shifts: RiskShifts; view: Named }) {
  const { t } = useWords()
  if (!isShifted({ closed, opened, others })) return <p className="small second">{t('whatIf.matrix.same')}</p>
  return (
    <>
      <Shifts title={t('try.closes')} shifts={closed} view={view} />
      <Shifts title={t('try.opens')} shifts={opened} view={view} />
      <Shifts title={t('try.others')} shifts={others} view={view} />
    </>
  )
}

function Shifts({ title, shifts, view }: { title: string; shifts: readonly RiskShift[]; view: Named }) {
  const { t, say } = useWords()
  if (shifts.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul className="what-if-shifts">
        {shifts.map(({ id, from, to }) => {
          const name = view.risks.find((risk) => risk.id === id)?.name
          return (
            <li key={id}>
              <RiskLink id={id}>{name ? say(name) : id}</RiskLink>
              <span className="small second under">
                {t('try.change', { before: t(riskStateWords[from]), after: t(riskStateWords[to]) })}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
