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
  const inside = [gridOf(at, chart, { width, height }), linesOf(chart), namesOf(at, chart), marksOf(at, chart, width - 8)].join('')
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
  return `<text x="${x}" y="${y}" text-anchor="${anchor}"${isBold ? ' font-weight="700"' : ''}>${escapeXml(words)}</text>`
}

function gridOf(at: Context, { chances, amounts }: LossChart, { width, height }: { width: number; height: number }): string {
  const [right, floor] = [width - 8, height - 44]
  const lines = chances.map(({ y, probability, years }) =>
    [
      `<path d="M40 ${y}H${right}" stroke="#000000" stroke-width="${probability === 0 ? 1.2 : 0.4}"${probability === 0 ? '' : ' stroke-dasharray="1 2"'}/>`,
      text({ x: 35, y: y + 4 }, `${Math.round(probability * 100)}%`, 'end'),
      onceOf(at, { y, years }, right),
    ].join(''),
  )
  const ticks = amounts.map(
    ({ x, yen }) =>
      `<path d="M${x} ${floor}v5" stroke="#000000" stroke-width="1"/>${text({ x: Math.min(x, right - 24), y: floor + 19 }, yenInWords(yen, at.lang), 'middle')}`,
  )
  return [...lines, ...ticks].join('')
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

function marksOf({ lang }: Context, { marks: { now, planned } }: LossChart, right: number): string {
  const dot = now
    ? `<circle cx="${now.x}" cy="${now.y}" r="5"/>${text({ x: Math.min(now.x + 7, right - 52), y: now.y - 9 }, yenInWords(now.yen, lang), 'start', true)}`
    : ''
  const square = planned
    ? `<rect x="${planned.x - 5}" y="${planned.y - 5}" width="10" height="10"/>${text({ x: planned.x - 7, y: planned.y + 18 }, yenInWords(planned.yen, lang), 'end', true)}`
    : ''
  const arrow =
    now && planned && now.x - planned.x > 26
      ? `<path d="M${now.x - 7} ${now.y}H${planned.x + 9}m6 -4l-6 4l6 4" fill="none" stroke="#000000" stroke-width="1.2"/>`
      : ''
  return `${dot}${square}${arrow}`
}
