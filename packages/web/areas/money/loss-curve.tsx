import { type Lang, yenInWords } from '@mimamori/domain'
import { type ChartRoom, type LossChart, lossChart } from '@mimamori/money'
import { useRef } from 'react'
import { useWords, type Words } from '../../text/words.tsx'
import { useWidth } from '../../ui/use-width.ts'
import type { MoneyCurves } from './numbers.ts'

const narrowPx = 420

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
          <Grid chart={chart} room={room} isNarrow={isNarrow} />
          {chart.between !== undefined && <path className="between" d={chart.between} />}
          {chart.planned !== undefined && <path className="line planned" d={chart.planned} />}
          <path className="line" d={chart.now} />
          <Names chart={chart} room={room} />
          <Marks chart={chart} lang={words.lang} />
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

/** The plain reading of a chance stands on its line; on a phone only the ones that matter. */
function Grid({ chart, room, isNarrow }: { chart: LossChart; room: ChartRoom; isNarrow: boolean }) {
  const { lang } = useWords()
  const right = room.width - room.right
  const floor = room.height - room.bottom
  return (
    <g className="grid">
      {chart.chances.map(({ y, probability, years }) => (
        <g key={probability}>
          <line x1={room.left} x2={right} y1={y} y2={y} className={probability === 0 ? 'floor' : undefined} />
          {!(isNarrow && years === 50) && (
            <text x={room.left - 6} y={y + 4} textAnchor="end">
              {`${Math.round(probability * 100)}%`}
            </text>
          )}
          {years !== undefined && !(isNarrow && years === 50) && <Once years={years} y={y} left={room.left} right={right} />}
        </g>
      ))}
      {chart.amounts.map(({ x, yen }) => (
        <g key={yen}>
          <line x1={x} x2={x} y1={floor} y2={floor + 5} className="floor" />
          <text x={Math.min(right - 22, Math.max(room.left + 8, x))} y={floor + 19} textAnchor="middle">
            {yenInWords(yen, lang)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** NOTE: the seldom years are told at the left, where no amount stands beside its mark. */
function Once({ years, y, left, right }: { years: number; y: number; left: number; right: number }) {
  const { t } = useWords()
  return (
    <text x={years >= 50 ? left + 4 : right} y={y - 5} textAnchor={years >= 50 ? 'start' : 'end'}>
      {t('money.curve.once', { years })}
    </text>
  )
}

/** The names of the lines beside them, so that no legend is needed. */
function Names({ chart: { names }, room }: { chart: LossChart; room: ChartRoom }) {
  const { t } = useWords()
  const { now, planned } = names
  return (
    <g className="names">
      <text x={Math.min(now.x, room.width - room.right - 90)} y={now.y} textAnchor={now.anchor}>
        {t('money.curve.now')}
      </text>
      {planned && (
        <text className="planned" x={planned.x} y={planned.y} textAnchor={planned.anchor}>
          {t('money.curve.planned')}
        </text>
      )}
    </g>
  )
}

/** ● and ■: the year that comes once in a hundred, on both lines. */
function Marks({ chart: { marks }, lang }: { chart: LossChart; lang: Lang }) {
  const { now, planned } = marks
  return (
    <g className="marks">
      {now && planned && now.x - planned.x > 24 && <path className="arrow" d={`M${now.x - 7} ${now.y}H${planned.x + 9}m7 -5l-7 5l7 5`} />}
      {now && (
        <>
          <circle cx={now.x} cy={now.y} r="5" />
          <text x={now.amount.x} y={now.amount.y} textAnchor={now.amount.anchor}>
            {yenInWords(now.yen, lang)}
          </text>
        </>
      )}
      {planned && (
        <>
          <rect className="planned" x={planned.x - 5} y={planned.y - 5} width="10" height="10" />
          <text className="planned" x={planned.amount.x} y={planned.amount.y} textAnchor={planned.amount.anchor}>
            {yenInWords(planned.yen, lang)}
          </text>
        </>
      )}
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
