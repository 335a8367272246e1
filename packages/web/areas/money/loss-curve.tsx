import { yenInWords } from '@mimamori/domain'
import { type ChartLabel, type ChartRoom, type LossChart, lossChart, lossLabels } from '@mimamori/money'
import { useRef } from 'react'
import { useWords, type Words } from '../../text/words.tsx'
import { useWidth } from '../../ui/use-width.ts'
import type { MoneyCurves } from './numbers.ts'

const narrowPx = 420
/** As in the style of the chart. */
const letters = 13

/** How much, how likely: the chance that a year costs more than an amount, as things are and after the plan. */
export function LossCurve({ curves }: { curves: MoneyCurves }) {
  const words = useWords()
  const { t } = words
  const frame = useRef<HTMLElement>(null)
  const width = useWidth(frame)
  const isNarrow = width < narrowPx
  const room = roomOf(width, isNarrow)
  const chart = width === 0 ? undefined : lossChart(curves, room)
  return (
    <figure className="money-chart" ref={frame}>
      {chart ? (
        <svg width={width} height={room.height} role="img" aria-label={saidOf(words, curves)}>
          <Grid chart={chart} room={room} />
          {chart.between !== undefined && <path className="between" d={chart.between} />}
          {chart.planned !== undefined && <path className="line planned" d={chart.planned} />}
          <path className="line" d={chart.now} />
          <Marks chart={chart} />
          <Labels chart={chart} room={room} />
          <text className="axis" x={(room.left + width - room.right) / 2} y={room.height - 4} textAnchor="middle">
            {isNarrow ? t('money.curve.axis.short') : t('money.curve.axis')}
          </text>
        </svg>
      ) : (
        width > 0 && <p>{t('money.curve.none')}</p>
      )}
      <CurveTable curves={curves} />
    </figure>
  )
}

function roomOf(width: number, isNarrow: boolean): ChartRoom {
  return isNarrow
    ? { width, height: 250, left: 40, right: 6, top: 8, bottom: 46 }
    : { width, height: 270, left: 40, right: 10, top: 10, bottom: 46 }
}

function saidOf({ t, lang }: Words, { oneIn }: MoneyCurves): string {
  const hundred = oneIn.find(({ years }) => years === 100)
  if (!hundred) return t('money.curve.title')
  const now = yenInWords(hundred.now, lang)
  if (hundred.planned === undefined) return t('money.curve.said', { now })
  return t('money.curve.said.both', { now, planned: yenInWords(hundred.planned, lang) })
}

function Grid({ chart, room }: { chart: LossChart; room: ChartRoom }) {
  const right = room.width - room.right
  const floor = room.height - room.bottom
  return (
    <g className="grid">
      {chart.chances.map(({ y, probability }) => (
        <line key={probability} x1={room.left} x2={right} y1={y} y2={y} className={probability === 0 ? 'floor' : undefined} />
      ))}
      {chart.amounts.map(({ x, yen }) => (
        <line key={yen} x1={x} x2={x} y1={floor} y2={floor + 5} className="floor" />
      ))}
    </g>
  )
}

const bold: ReadonlySet<ChartLabel['of']> = new Set(['now', 'planned', 'markNow', 'markPlanned'])
const ofPlan: ReadonlySet<ChartLabel['of']> = new Set(['planned', 'markPlanned'])

/** All words of the drawing, none upon another: names and amounts stand beside their lines, so that no legend is needed. */
function Labels({ chart, room }: { chart: LossChart; room: ChartRoom }) {
  const { t, lang } = useWords()
  const labels = lossLabels(chart, room, {
    ...{ letters, now: t('money.curve.now'), planned: t('money.curve.planned') },
    once: (years) => t('money.curve.once', { years }),
    yen: (yen) => yenInWords(yen, lang),
  })
  return labels.map(({ of, text, x, y, anchor }) => (
    <text
      key={`${of} ${text}`}
      className={`${bold.has(of) ? 'strong' : 'reading'}${ofPlan.has(of) ? ' planned' : ''}`}
      x={x}
      y={y}
      textAnchor={anchor}
    >
      {text}
    </text>
  ))
}

/** ● and ■: the year that comes once in a hundred, on both lines. */
function Marks({ chart: { marks } }: { chart: LossChart }) {
  const { now, planned } = marks
  return (
    <g className="marks">
      {now && planned && now.x - planned.x > 24 && <path className="arrow" d={`M${now.x - 7} ${now.y}H${planned.x + 9}m7 -5l-7 5l7 5`} />}
      {planned && <rect className="planned" x={planned.x - 5.5} y={planned.y - 5.5} width="11" height="11" />}
      {now && <circle cx={now.x} cy={now.y} r="5.5" />}
    </g>
  )
}

/** The same facts as the curve. */
function CurveTable({ curves: { oneIn } }: { curves: MoneyCurves }) {
  const { t, lang } = useWords()
  const isPlanned = oneIn.some(({ planned }) => planned !== undefined)
  return (
    <details className="small">
      <summary>{t('money.inNumbers')}</summary>
      <div className="table-frame">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('money.curve.howOften')}</th>
              <th scope="col" className="right">
                {t('money.curve.now')}
              </th>
              {isPlanned && (
                <th scope="col" className="right">
                  {t('money.curve.planned')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {oneIn.map(({ years, now, planned }) => (
              <tr key={years}>
                <th scope="row">{t('money.curve.once', { years })}</th>
                <td className="right">{yenInWords(now, lang)}</td>
                {isPlanned && <td className="right">{planned === undefined ? '' : yenInWords(planned, lang)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
