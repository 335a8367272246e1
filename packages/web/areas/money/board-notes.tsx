import { bedsOf, wholeYen, yenInWords } from '@mimamori/domain'
import { type BoardFigure, noteOf, type ScenarioSums, smallPercent, usualRun, valueInWords, yearsInWords } from '@mimamori/money'
import type { ReactNode } from 'react'
import { useWords } from '../../text/words.tsx'
import { Doubt } from '../../ui/marks.tsx'
import { BoardAssumptions, BoardEffects, useScenarioName } from './board-inputs.tsx'
import type { NotesTold } from './board-sheet.tsx'
import { likeCaseOf } from './like-case.ts'
import { costOfLines } from './lines.ts'
import { curvesOf } from './numbers.ts'

/** 注1 …: for each figure how it was made and exactly what went in. Closed until a figure is followed. */
export function BoardNotes(told: NotesTold) {
  const { t } = useWords()
  const { lines, numbers, view } = told
  return (
    <section className="stack" aria-label={t('money.board.notes')}>
      <h2>{t('money.board.notes')}</h2>
      <Note of="mean" name={t('money.mean')} told={told}>
        <MeanNote {...told} />
      </Note>
      <Note of="worst" name={t('money.worst')} told={told}>
        <WorstNote {...told} />
      </Note>
      {numbers.days && (
        <Note of="days" name={t('money.days')} told={told}>
          <DaysNote {...told} />
        </Note>
      )}
      {lines.length > 0 && (
        <>
          <Note of="cost" name={t('money.board.costName')} told={told}>
            <CostNote {...told} />
          </Note>
          <Note of="waiting" name={t('money.board.waiting')} told={told}>
            <WaitingNote {...told} />
          </Note>
        </>
      )}
      {likeCaseOf(view) && (
        <Note of="like" name={t('money.board.like')} told={told}>
          <LikeNote {...told} />
        </Note>
      )}
      {lines.length > 0 && (
        <Note of="size" name={t('money.board.size')} told={told}>
          <SizeNote {...told} />
        </Note>
      )}
    </section>
  )
}

function Note({ of, name, told, children }: { of: BoardFigure; name: string; told: NotesTold; children: ReactNode }) {
  const { t } = useWords()
  return (
    <details className="card money-note" id={`note-${noteOf(of)}`}>
      <summary>{t('money.board.noteNamed', { n: noteOf(of), name })}</summary>
      <div className="stack">
        {children}
        <BoardEffects of={of} told={told} />
        <BoardAssumptions of={of} told={told} />
      </div>
    </details>
  )
}

interface Row {
  readonly name: string
  readonly cells: readonly string[]
}

function Rows({ head, rows }: { head: readonly string[]; rows: readonly Row[] }) {
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            {head.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, n) => (
                <td key={head[n + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function useHeads(isPlanned: boolean): readonly string[] {
  const { t } = useWords()
  return [t('money.curve.now'), ...(isPlanned ? [t('money.curve.planned')] : [])]
}

function MeanNote({ view, reasons: { scenarios }, numbers: { mean } }: NotesTold) {
  const { t, lang } = useWords()
  const isPlanned = mean.planned !== undefined
  const head = [t('money.board.scenario'), ...useHeads(isPlanned)]
  const yen = (amount: number) => yenInWords(amount, lang)
  const said = ({ eventsPerYear, perEventYen, perYearYen }: ScenarioSums) =>
    t('money.board.product', { often: valueInWords(eventsPerYear, 'eventsPerYear', lang), each: yen(perEventYen), year: yen(perYearYen) })
  const nameOf = useScenarioName(view)
  const rows = scenarios.map(({ id, now, planned }) => ({ name: nameOf(id), cells: [said(now), ...(isPlanned ? [said(planned)] : [])] }))
  const total = { name: t('money.heads.sum'), cells: [yen(mean.now), ...(mean.planned === undefined ? [] : [yen(mean.planned)])] }
  return (
    <>
      <p>{t('money.board.meanSays')}</p>
      <Rows head={head} rows={[...rows, total]} />
    </>
  )
}

function WorstNote({ damage, numbers: { worst } }: NotesTold) {
  const { t, lang } = useWords()
  const isPlanned = worst.planned !== undefined
  const head = [t('money.curve.howOften'), ...useHeads(isPlanned)]
  const { oneIn } = curvesOf(damage, isPlanned)
  const rows = oneIn
    .filter(({ years }) => years >= 10)
    .map(({ years, now, planned }) => ({
      name: t('money.curve.once', { years }),
      cells: [yenInWords(now, lang), ...(planned === undefined ? [] : [yenInWords(planned, lang)])],
    }))
  const run = { years: yearsInWords(usualRun.years, lang), seed: usualRun.seed, version: damage.formulaVersion }
  return (
    <>
      <p>{t('money.board.worstSays', run)}</p>
      <Rows head={head} rows={rows} />
    </>
  )
}

function DaysNote({ view, reasons: { scenarios }, numbers: { days } }: NotesTold) {
  const { t, lang } = useWords()
  const isPlanned = days?.planned !== undefined
  const head = [t('money.board.scenario'), ...useHeads(isPlanned)]
  const said = ({ eventsPerYear, days: mean = 0 }: ScenarioSums) =>
    t('money.board.daysOf', { often: valueInWords(eventsPerYear, 'eventsPerYear', lang), days: Math.round(mean) })
  const nameOf = useScenarioName(view)
  const rows = scenarios
    .filter(({ stopsChart }) => stopsChart)
    .map(({ id, now, planned }) => ({ name: nameOf(id), cells: [said(now), ...(isPlanned ? [said(planned)] : [])] }))
  return (
    <>
      <p>{t('money.board.daysSays')}</p>
      <Rows head={head} rows={rows} />
    </>
  )
}

function CostNote({ lines }: NotesTold) {
  const { t, lang } = useWords()
  const rows = lines.map(({ name, priceYen, from, takesYen }) => ({
    name,
    cells: [wholeYen(priceYen, lang), from ?? t('money.measures.usual'), t('money.measures.less', { yen: yenInWords(takesYen, lang) })],
  }))
  const head = [t('money.quotes.measure'), t('money.measures.price'), t('money.assumptions.from'), t('money.measures.takes')]
  return (
    <>
      <p>{t('money.board.costSays')}</p>
      <Rows head={head} rows={[...rows, { name: t('money.heads.sum'), cells: [wholeYen(costOfLines(lines), lang), '', ''] }]} />
    </>
  )
}

function WaitingNote({ numbers: { mean } }: NotesTold) {
  const { t, lang } = useWords()
  const year = mean.now - (mean.planned ?? mean.now)
  const yen = (amount: number) => yenInWords(amount, lang)
  return (
    <p>
      {t('money.board.waitingSays', { now: yen(mean.now), planned: yen(mean.planned ?? mean.now), year: yen(year), month: yen(year / 12) })}
    </p>
  )
}

function LikeNote({ view }: NotesTold) {
  const { t, lang, say } = useWords()
  const like = likeCaseOf(view)
  if (!like) return null
  const sources = like.sources.map((id) => view.names[id]?.[lang] ?? id).join(t('list.comma'))
  return (
    <p>
      {say(like.tells)} <Doubt confidence={like.confidence} /> <span className="source under">{sources}</span>
    </p>
  )
}

function SizeNote({ view, damage, lines }: NotesTold) {
  const { t, lang } = useWords()
  const costYen = costOfLines(lines)
  const cost = wholeYen(costYen, lang)
  const beds = bedsOf(view.world)
  const revenue = { cost, revenue: wholeYen(damage.revenueYen, lang), percent: smallPercent(costYen / damage.revenueYen) }
  return (
    <>
      {beds ? <p>{t('money.board.sizeBeds', { cost, beds, each: wholeYen(costYen / beds, lang) })}</p> : null}
      <p>{damage.isRevenueOwn ? t('money.board.sizeRevenue', revenue) : t('money.months.unknown')}</p>
    </>
  )
}
