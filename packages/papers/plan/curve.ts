import { yenInWords } from '@mimamori/domain'
import { boxOf, type ChartLabel, type ChartRoom, type LossChart, lossAt, lossChart, lossLabels } from '@mimamori/money'
import type { Context } from '../paper/context.ts'
import { type Drawing, sayPlain } from '../paper/index.ts'
import { escapeXml } from '../render/word-parts.ts'
import type { PlanFacts } from './facts.ts'

/** Units of the drawing to a millimetre of paper. */
const unitsPerMm = 4
const face = "'BIZ UDPGothic', 'Noto Sans JP', sans-serif"
const letters = 12.5

/** The exceedance curve in black: a solid line with ●, a dashed one with ■. */
export function curveDrawing(at: Context, { damage }: PlanFacts, { widthMm, heightMm }: Size): Drawing | undefined {
  const [width, height] = [widthMm * unitsPerMm, heightMm * unitsPerMm]
  const room = { width, height, left: 40, right: 8, top: 14, bottom: 44 }
  const chart = damage && lossChart(damage.curves, room)
  if (!damage || !chart) return undefined
  const inside = [gridOf(chart, room), linesOf(chart), marksOf(chart), wordsOf(at, chart, room)].join('')
  const axis = text({ x: (40 + width - 8) / 2, y: height - 4, text: at.t.plan.curveAxis, anchor: 'middle' })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="${face}" font-size="${letters}" fill="#000000" stroke="none">${inside}${axis}</svg>`
  return { kind: 'drawing', svg, alt: altOf(at, damage.curves), widthMm, heightMm }
}

interface Size {
  readonly widthMm: number
  readonly heightMm: number
}

function altOf({ t, lang }: Context, { now, planned }: NonNullable<PlanFacts['damage']>['curves']): string {
  const said = (points: typeof now) => yenInWords(lossAt(points, 0.01) ?? 0, lang)
  if (!planned) return sayPlain(t.plan.curveAltNow, { now: said(now) })
  return sayPlain(t.plan.curveAlt, { now: said(now), planned: said(planned) })
}

type Words = Pick<ChartLabel, 'x' | 'y' | 'text' | 'anchor'>

function text({ x, y, text: words, anchor }: Words, isBold = false): string {
  // NOTE: a white edge keeps words readable where a line runs under them.
  const edge = 'paint-order="stroke" stroke="#ffffff" stroke-width="3"'
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" ${edge}${isBold ? ' font-weight="700"' : ''}>${escapeXml(words)}</text>`
}

/** All words, none upon another: names and amounts of the lines in bold. */
function wordsOf({ t, lang }: Context, chart: LossChart, room: ChartRoom): string {
  const labels = lossLabels(chart, room, {
    ...{ letters, now: t.plan.curveNow, planned: t.plan.curvePlanned },
    once: (years) => sayPlain(t.plan.curveOnce, { years }),
    yen: (yen) => yenInWords(yen, lang),
  })
  return labels.map((label) => `${backOf(label)}${text(label, !['chance', 'once', 'amount'].includes(label.of))}`).join('')
}

/** White under an amount at its mark: a line between its figures would be read as part of them. */
function backOf(label: ChartLabel): string {
  if (label.of !== 'markNow' && label.of !== 'markPlanned') return ''
  const { left, right, top, bottom } = boxOf(label, letters)
  return `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="#ffffff"/>`
}

interface Box {
  readonly width: number
  readonly height: number
}

function gridOf({ chances, amounts }: LossChart, { width, height }: Box): string {
  const lines = chances.map(
    ({ y, probability }) =>
      `<path d="M40 ${y}H${width - 8}" stroke="#000000" stroke-width="${probability === 0 ? 1.2 : 0.4}"${probability === 0 ? '' : ' stroke-dasharray="1 2"'}/>`,
  )
  const ticks = amounts.map(({ x }) => `<path d="M${x} ${height - 44}v5" stroke="#000000" stroke-width="1"/>`)
  return [...lines, ...ticks].join('')
}

function linesOf({ now, planned }: LossChart): string {
  const line = (d: string, more: string) => `<path d="${d}" fill="none" stroke="#000000" stroke-width="2.2"${more}/>`
  return `${line(now, '')}${planned === undefined ? '' : line(planned, ' stroke-dasharray="6 4"')}`
}

/** NOTE: a white edge tells two marks apart that lie close together. */
function marksOf({ marks: { now, planned } }: LossChart): string {
  const edge = 'stroke="#ffffff" stroke-width="1.6"'
  const dot = now ? `<circle cx="${now.x}" cy="${now.y}" r="5.5" ${edge}/>` : ''
  const square = planned ? `<rect x="${planned.x - 5.5}" y="${planned.y - 5.5}" width="11" height="11" ${edge}/>` : ''
  const arrow =
    now && planned && now.x - planned.x > 26
      ? `<path d="M${now.x - 7} ${now.y}H${planned.x + 9}m6 -4l-6 4l6 4" fill="none" stroke="#000000" stroke-width="1.2"/>`
      : ''
  return `${arrow}${square}${dot}`
}
