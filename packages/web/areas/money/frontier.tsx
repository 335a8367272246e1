import { yenInWords } from '@mimamori/domain'
import { type ChartRoom, type FrontierPoint, frontierChart } from '@mimamori/money'
import { useRef } from 'react'
import { useWords } from '../../text/words.tsx'
import { useWidth } from '../../ui/use-width.ts'

interface FrontierParts {
  readonly points: readonly FrontierPoint[]
  readonly budgetYen: number
  readonly mostYen: number
  readonly lossYen: number
}

const narrowPx = 420

/** Each step is the least that can be left of the loss under a budget. */
export function Frontier(parts: FrontierParts) {
  const { t, lang } = useWords()
  const frame = useRef<HTMLElement>(null)
  const width = useWidth(frame)
  const room: ChartRoom = { width, height: 150, left: 76, right: 14, top: 12, bottom: 28 }
  const chart = width === 0 ? undefined : frontierChart(parts, room)
  const there = parts.points.findLast(({ costYen }) => costYen <= parts.budgetYen)?.remainingLossYen ?? parts.lossYen
  const said = { budget: yenInWords(parts.budgetYen, lang), left: yenInWords(there, lang) }
  return (
    <figure className="money-chart" ref={frame}>
      {chart && (
        <svg width={width} height={room.height} role="img" aria-label={t('money.frontier.said', said)}>
          <g className="grid">
            {chart.losses.map(({ y, yen }) => (
              <g key={yen}>
                <line x1={room.left} x2={width - room.right} y1={y} y2={y} className={yen === 0 ? 'floor' : undefined} />
                <text x={room.left - 6} y={y + 4} textAnchor="end">
                  {yenInWords(yen, lang)}
                </text>
              </g>
            ))}
            {(width < narrowPx ? chart.budgets.filter((_, at) => at % 2 === 0) : chart.budgets).map(({ x, yen }) => (
              <text key={yen} x={Math.min(x, width - 30)} y={room.height - 6} textAnchor="middle">
                {yenInWords(yen, lang)}
              </text>
            ))}
          </g>
          <line className="budget" x1={chart.budget.x} x2={chart.budget.x} y1={room.top} y2={room.height - room.bottom} />
          <path className="line steps" d={chart.path} />
          {chart.points.map(({ x, y, point }) => (
            <circle key={point.costYen} className="planned" cx={x} cy={y} r="3.5" />
          ))}
        </svg>
      )}
      <figcaption className="small">{t('money.frontier.said', said)}</figcaption>
      <details className="small">
        <summary>{t('money.inNumbers')}</summary>
        <div className="table-frame">
          <table className="table">
            <thead>
              <tr>
                <th scope="col" className="right">
                  {t('money.frontier.cost')}
                </th>
                <th scope="col" className="right">
                  {t('money.frontier.left')}
                </th>
              </tr>
            </thead>
            <tbody>
              {parts.points.map(({ costYen, remainingLossYen }) => (
                <tr key={costYen}>
                  <td className="right">{yenInWords(costYen, lang)}</td>
                  <td className="right">{yenInWords(remainingLossYen, lang)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
