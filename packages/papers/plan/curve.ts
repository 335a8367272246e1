import { yenInWords } from '@mimamori/domain'
import { type LossChart, lossAt, lossChart } from '@mimamori/money'
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
  const chart = damage && lossChart(damage.curves, { width, height, left: 40, right: 8, top: 14, bottom: 44 })
  if (!damage || !chart) return undefined
  const size = { width, height }
  const inside = [gridOf(chart, size), linesOf(chart), readingsOf(at, chart, size), namesOf(at, chart), marksOf(at, chart)].join('')
  const axis = text({ x: (40 + width - 8) / 2, y: height - 4 }, at.t.plan.curveAxis, 'middle')
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

interface Place {
  readonly x: number
  readonly y: number
}

function text({ x, y }: Place, words: string, anchor: 'start' | 'middle' | 'end', isBold = false): string {
  // NOTE: a white edge keeps words readable where a line runs under them.
  const edge = 'paint-order="stroke" stroke="#ffffff" stroke-width="3"'
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" ${edge}${isBold ? ' font-weight="700"' : ''}>${escapeXml(words)}</text>`
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

/** What the lines of the grid say, over the curves. */
function readingsOf(at: Context, { chances, amounts }: LossChart, { width, height }: Box): string {
  const right = width - 8
  const beside = chances.map(
    ({ y, probability, years }) =>
      `${text({ x: 35, y: y + 4 }, `${Math.round(probability * 100)}%`, 'end')}${onceOf(at, { y, years }, right)}`,
  )
  const below = amounts.map(({ x, yen }) => text({ x: Math.min(x, right - 24), y: height - 25 }, yenInWords(yen, at.lang), 'middle'))
  return [...beside, ...below].join('')
}

/** NOTE: the seldom years are told at the left, where no amount stands beside its mark. */
function onceOf({ t }: Context, { y, years }: { readonly y: number; readonly years?: number | undefined }, right: number): string {
  if (years === undefined) return ''
  const words = sayPlain(t.plan.curveOnce, { years })
  return years >= 50 ? text({ x: 44, y: y - 4 }, words, 'start') : text({ x: right, y: y - 4 }, words, 'end')
}

function linesOf({ now, planned }: LossChart): string {
  const line = (d: string, more: string) => `<path d="${d}" fill="none" stroke="#000000" stroke-width="2.2"${more}/>`
  return `${line(now, '')}${planned === undefined ? '' : line(planned, ' stroke-dasharray="6 4"')}`
}

function namesOf({ t }: Context, { names: { now, planned } }: LossChart): string {
  return `${text(now, t.plan.curveNow, now.anchor, true)}${planned ? text(planned, t.plan.curvePlanned, planned.anchor, true) : ''}`
}

function marksOf({ lang }: Context, { marks: { now, planned } }: LossChart): string {
  const dot = now ? `<circle cx="${now.x}" cy="${now.y}" r="5"/>` : ''
  const square = planned ? `<rect x="${planned.x - 5}" y="${planned.y - 5}" width="10" height="10"/>` : ''
  const amounts = [now, planned].map((mark) => (mark ? text(mark.amount, yenInWords(mark.yen, lang), mark.amount.anchor, true) : ''))
  const arrow =
    now && planned && now.x - planned.x > 26
      ? `<path d="M${now.x - 7} ${now.y}H${planned.x + 9}m6 -4l-6 4l6 4" fill="none" stroke="#000000" stroke-width="1.2"/>`
      : ''
  return `${arrow}${dot}${square}${amounts.join('')}`
}
