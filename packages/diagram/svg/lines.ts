import { leaderOf } from '../layout/marks.ts'
import { subSize } from '../layout/sizes.ts'
import type { CutLabel, MapMark, PlacedEdge, Point } from '../layout/types.ts'
import { say } from '../text/index.ts'
import { drawText, type Look } from './boxes.ts'
import { el, escaped, type Markup, together } from './element.ts'
import { arrowAt, pathOf, scissorsPath } from './shapes.ts'

export function drawEdge(edge: PlacedEdge, { colours }: Look): Markup {
  const look = {
    d: pathOf(edge.points),
    fill: 'none',
    stroke: edge.cut ? colours.path : colours.edge,
    'stroke-width': 1.4,
    'stroke-dasharray': dashesOf(edge),
  }
  const arrow = edge.oneWay ? [el('path', { d: arrowAt(edge.points), fill: look.stroke })] : []
  return el('g', { 'data-id': edge.id }, el('title', {}, escaped(edge.label)), el('path', look), ...arrow)
}

/** Told and not seen: dashes; by radio: dots; cut: wide dashes. */
function dashesOf({ told, layer, cut }: PlacedEdge): string | undefined {
  if (cut) return '2 6'
  if (told) return '6 4'
  return layer === 'wireless' ? '2 4' : undefined
}

/** The lit way, with a white rim that parts it from the lines it crosses. */
export function drawLit(lit: readonly (readonly Point[])[], { colours }: Look): Markup {
  const under = { fill: 'none', stroke: colours.surface, 'stroke-width': 9, 'stroke-linejoin': 'round' }
  const over = { fill: 'none', stroke: colours.path, 'stroke-width': 4, 'stroke-linejoin': 'round' }
  const lines = lit.map(pathOf)
  return together([...lines.map((d) => el('path', { d, ...under })), ...lines.map((d) => el('path', { d, ...over }))])
}

export function drawMark(mark: MapMark, look: Look): Markup {
  return mark.kind === 'hop' ? drawHop(mark, look) : drawScissors(mark, look)
}

function drawHop({ x, y, radius, number = 0 }: MapMark, { colours }: Look): Markup {
  const disc = el('circle', { cx: x, cy: y, r: radius, fill: colours.path, stroke: colours.surface, 'stroke-width': 2 })
  return el('g', {}, disc, drawText(String(number), { x, y: y + 4.5, size: subSize, fill: colours.surface, bold: true, anchor: 'middle' }))
}

function drawScissors({ x, y, radius }: MapMark, { colours, lang }: Look): Markup {
  const disc = el('circle', { cx: x, cy: y, r: radius, fill: colours.surface, stroke: colours.path, 'stroke-width': 2 })
  const blades = el('path', {
    d: scissorsPath,
    transform: `translate(${x} ${y})`,
    fill: 'none',
    stroke: colours.path,
    'stroke-width': 1.6,
    'stroke-linecap': 'round',
  })
  return el('g', {}, el('title', {}, escaped(say(lang, 'map.cutHere'))), disc, blades)
}

export function drawCutLabel({ x, y, w, h, text, from }: CutLabel, { colours }: Look): Markup {
  const d = pathOf(leaderOf(from, { x, y, w, h }))
  const leader = el('path', { d, stroke: colours.path, 'stroke-width': 1.4, fill: 'none' })
  const frame = el('rect', { x, y, width: w, height: h, rx: 4, fill: colours.pathTint, stroke: colours.path })
  const words = drawText(text, { x: x + w / 2, y: y + h / 2 + 4.5, size: subSize, fill: colours.pathText, bold: true, anchor: 'middle' })
  return el('g', {}, leader, frame, words)
}
