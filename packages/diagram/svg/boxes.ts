import type { Lang } from '@mimamori/domain'
import { boxHeight, subSize, titleSize, zoneTitleSize } from '../layout/sizes.ts'
import { textWidth } from '../layout/text-width.ts'
import type { MapBand, PlacedBox, PlacedZone } from '../layout/types.ts'
import { say } from '../text/index.ts'
import { type Attributes, el, escaped, type Markup, together } from './element.ts'
import { type Colours, fillOf } from './theme.ts'

export interface Look {
  readonly colours: Colours
  readonly lang: Lang
}

const radius = 5
const stackStep = 3
const lineHeight = 16
const closeLineHeight = 14
/** From the middle of a line down to the foot of its letters. */
const baseline = 4.5

export function drawBand(band: MapBand, { colours }: Look): Markup {
  const { x, y, w, h } = band
  const frame = { x, y, width: w, height: h, rx: 8, fill: colours.outside, stroke: colours.line, 'stroke-dasharray': '6 4' }
  const title = drawText(band.titleLine, {
    x: band.titleRect.x,
    y: band.titleRect.y + 17,
    size: zoneTitleSize,
    fill: colours.ink,
    bold: true,
  })
  return band.kind === 'outside' ? el('g', {}, el('rect', frame), title) : title
}

export function drawZone(zone: PlacedZone, { colours }: Look): Markup {
  const frame = {
    x: zone.x,
    y: zone.y,
    width: zone.w,
    height: zone.h,
    rx: 8,
    fill: colours.zone,
    stroke: zone.lit ? colours.path : colours.line,
    'stroke-width': zone.lit ? 2 : 1,
    'stroke-dasharray': zone.unknown ? '6 4' : undefined,
  }
  const text = { x: zone.titleRect.x, y: zone.titleRect.y + 16, size: zoneTitleSize, fill: colours.ink, bold: true }
  return el('g', { 'data-id': zone.id }, el('title', {}, escaped(zone.label)), el('rect', frame), drawText(zone.titleLine, text))
}

export function drawBox(box: PlacedBox, look: Look): Markup {
  const { x, y, w, h } = box
  const frame = (shift: number): Attributes => ({
    x: x + shift,
    y: y - shift,
    width: w,
    height: h,
    rx: radius,
    ...edgeOf(box, look.colours),
  })
  const sheets = box.count > 1 ? [2, 1].map((n) => el('rect', { ...frame(n * stackStep), fill: look.colours.surface })) : []
  const face = el('rect', { ...frame(0), fill: fillOf(box.age, look.colours) })
  const data = { 'data-id': box.id, 'data-foldable': box.foldable ? 'yes' : undefined }
  return el('g', data, el('title', {}, escaped(box.label)), ...sheets, face, ...textsOf(box, look))
}

function edgeOf(box: PlacedBox, colours: Colours): Attributes {
  const dashed = box.unlisted || box.unknown || box.age === 'unknown'
  return {
    stroke: box.lit ? colours.path : box.entrance ? colours.entrance : colours.edge,
    'stroke-width': box.entrance || box.lit ? 2.2 : 1,
    'stroke-dasharray': dashed ? '4 3' : undefined,
  }
}

/** The name in the middle of a box, and on a stack at its left with the count at its right; on a pattern each on a plain ground. */
function textsOf(box: PlacedBox, look: Look): readonly Markup[] {
  const { ink, ink2, old } = look.colours
  const isStack = box.count > 1
  const rows = [
    ...box.lines.map((line) => ({ line, size: titleSize, fill: ink })),
    ...(box.subLine === undefined ? [] : [{ line: box.subLine, size: subSize, fill: ink2 }]),
  ]
  const ground = box.age === 'older' || box.age === 'year' ? { ground: old } : {}
  const step = box.h < boxHeight ? closeLineHeight : lineHeight
  const first = box.y + box.h / 2 + baseline - ((rows.length - 1) * step) / 2
  const texts = rows.map(({ line, size, fill }, at) => {
    const place = isStack ? { x: box.x + 10 } : { x: box.x + box.w / 2, anchor: 'middle' as const }
    return drawText(line, { ...place, y: first + at * step, size, fill, ...ground })
  })
  if (!isStack) return texts
  const count = { x: box.x + box.w - 10, y: box.y + box.h / 2 + baseline, size: titleSize, fill: ink, bold: true, anchor: 'end' as const }
  return [...texts, drawText(say(look.lang, 'map.times', { count: box.count }), { ...count, ...ground })]
}

export interface TextLook {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly fill: string
  readonly bold?: boolean
  readonly anchor?: 'middle' | 'end'
  /** Colour of a plain ground behind it, where it stands on a pattern. */
  readonly ground?: string
}

export function drawText(text: string, { x, y, size, fill, bold, anchor, ground }: TextLook): Markup {
  const weight = bold ? 700 : undefined
  const words = el('text', { x, y, 'font-size': size, fill, 'font-weight': weight, 'text-anchor': anchor }, escaped(text))
  if (ground === undefined) return words
  const w = textWidth(text, size) + 6
  const left = anchor === 'middle' ? x - w / 2 : anchor === 'end' ? x - w + 3 : x - 3
  return together([el('rect', { x: left, y: y - size, width: w, height: size + 4, rx: 3, fill: ground }), words])
}
