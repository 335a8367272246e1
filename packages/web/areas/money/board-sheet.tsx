import type { DamageView } from '@mimamori/contract'
import { bedsOf, fiscalYearName, yenInWords, yenRangeInWords } from '@mimamori/domain'
import { type BoardFigure, type BoardReasons, type Damage, decisionGroups, noteOf, smallPercent } from '@mimamori/money'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Doubt } from '../../ui/marks.tsx'
import { likeCaseOf } from './like-case.ts'
import { costOfLines, type MeasureLine } from './lines.ts'
import type { MoneyNumbers } from './numbers.ts'

/** What the page for the board and its notes are told of. */
export interface BoardTold {
  readonly view: DamageView
  readonly damage: Damage
  /** What is ticked. */
  readonly lines: readonly MeasureLine[]
  /** What the law asks for and is neither in place nor ticked. */
  readonly leftOut: readonly MeasureLine[]
  readonly numbers: MoneyNumbers
}

export interface NotesTold extends BoardTold {
  readonly reasons: BoardReasons
}

/** Opens the note of that number and goes there; nothing where there is none. */
export function openNote(n: number): void {
  const note = document.getElementById(`note-${n}`)
  if (!(note instanceof HTMLDetailsElement)) return
  note.open = true
  note.scrollIntoView()
  note.querySelector('summary')?.focus()
}

/** A figure that leads to its note. */
function Figure({ of, children }: { of: BoardFigure; children: ReactNode }) {
  const { t } = useWords()
  const n = noteOf(of)
  return (
    <a
      href={`#note-${n}`}
      onClick={(event) => {
        event.preventDefault()
        history.replaceState(history.state, '', `#note-${n}`)
        openNote(n)
      }}
    >
      {children} <span className="small">{t('money.board.note', { n })}</span>
    </a>
  )
}

/** The same as on paper: three numbers, what is to be decided, what waiting costs, a like case, how large the cost is. */
export function BoardSheet(told: BoardTold) {
  const { t } = useWords()
  return (
    <section className="card stack" aria-label={t('money.board.sheet')}>
      <Lead {...told} />
      <Numbers numbers={told.numbers} widest={told.damage.widest} />
      <Decisions {...told} />
      <Reasons {...told} />
    </section>
  )
}

function Lead({ lines, numbers: { mean } }: BoardTold) {
  const { t, lang } = useWords()
  if (mean.planned === undefined) return <p>{t('money.board.leadNone')}</p>
  const said = { now: yenInWords(mean.now, lang), planned: yenInWords(mean.planned, lang) }
  return (
    <p>
      <Figure of="cost">{t('money.board.cost', { yen: yenInWords(costOfLines(lines), lang) })}</Figure>{' '}
      <Figure of="mean">{t('money.board.lead', said)}</Figure>
    </p>
  )
}

function Numbers({ numbers: { mean, worst, days }, widest }: { numbers: MoneyNumbers; widest: Damage['widest'] }) {
  const { t, lang } = useWords()
  const yen = (one: { now: number; planned?: number }) =>
    both(yenInWords(one.now, lang), one.planned === undefined ? undefined : yenInWords(one.planned, lang))
  const inDays = (count: number) => t('money.dayCount', { days: count })
  return (
    <dl className="facts">
      <dt>{t('money.mean')}</dt>
      <dd>
        <Figure of="mean">{yen(mean)}</Figure>
        {widest && <span className="source under">{yenRangeInWords({ low: widest.lowYen, high: widest.highYen }, lang)}</span>}
      </dd>
      <dt>{t('money.worst')}</dt>
      <dd>
        <Figure of="worst">{yen(worst)}</Figure>
        {worst.months && <span className="source under">{t('money.months', { now: worst.months.now })}</span>}
      </dd>
      {days && (
        <>
          <dt>{t('money.days')}</dt>
          <dd>
            <Figure of="days">{both(inDays(days.now), days.planned === undefined ? undefined : inDays(days.planned))}</Figure>
            <span className="source under">{t('money.daysRange', { low: days.low, high: days.high })}</span>
          </dd>
        </>
      )}
    </dl>
  )
}

function both(now: string, planned: string | undefined): string {
  return planned === undefined ? now : `${now} → ${planned}`
}

function Decisions({ view, lines, leftOut }: BoardTold) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const groups = decisionGroups(lines)
  const approved = lines.filter(({ isApproved }) => isApproved)
  const named = (group: readonly MeasureLine[]) => group.map(({ name }) => name).join(t('list.comma'))
  const cost = (group: readonly MeasureLine[]) =>
    yenInWords(
      group.reduce((sum, { priceYen }) => sum + priceYen, 0),
      lang,
    )
  return (
    <>
      <h2>{t('money.board.decisions')}</h2>
      <ol className="money-decisions">
        {groups.map((group) => (
          <li key={group[0]?.id}>
            <strong>{named(group)}</strong>{' '}
            <Figure of="cost">{t('money.board.within', { yen: cost(group), year: fiscalYearName(view.fiscalYear, lang) })}</Figure>
          </li>
        ))}
        {lines.length > 0 && leftOut.length > 0 && (
          <li>
            <strong>{named(leftOut)}</strong>{' '}
            <Link to="/f/$facility/money" params={{ facility }}>
              {t('money.board.leftOut', { count: leftOut.length })}
            </Link>
          </li>
        )}
      </ol>
      {approved.length > 0 && (
        <p>
          {t('money.board.approved', { names: named(approved) })} <Figure of="cost">{cost(approved)}</Figure>
        </p>
      )}
      <p className="small">
        <Link to="/f/$facility/findings" params={{ facility }}>
          {t('money.board.findings')}
        </Link>
      </p>
    </>
  )
}

function Reasons({ view, damage, lines, numbers: { mean } }: BoardTold) {
  const { t, lang, say } = useWords()
  const like = likeCaseOf(view)
  const costYen = costOfLines(lines)
  const beds = bedsOf(view.world)
  const yen = (amount: number) => yenInWords(amount, lang)
  return (
    <dl className="facts">
      {mean.planned !== undefined && (
        <>
          <dt>{t('money.board.waiting')}</dt>
          <dd>
            <Figure of="waiting">{t('money.board.month', { yen: yen((mean.now - mean.planned) / 12) })}</Figure>
          </dd>
        </>
      )}
      {like && (
        <>
          <dt>{t('money.board.like')}</dt>
          <dd>
            <Figure of="like">{say(like.name)}</Figure> <Doubt confidence={like.confidence} />
          </dd>
        </>
      )}
      {lines.length > 0 && (
        <>
          <dt>{t('money.board.size')}</dt>
          <dd>
            <Figure of="size">
              {beds ? t('money.board.perBed', { yen: yen(costYen / beds) }) : yen(costYen)}
              {damage.isRevenueOwn && t('money.board.ofRevenue', { percent: smallPercent(costYen / damage.revenueYen) })}
            </Figure>
          </dd>
        </>
      )}
    </dl>
  )
}
