import { margin, subSize } from '../layout/sizes.ts'
import { textWidth } from '../layout/text-width.ts'
import type { Age } from '../model/types.ts'
import { say } from '../text/index.ts'
import { drawText, type Look } from './boxes.ts'
import { type Attributes, el, type Markup, together } from './element.ts'
import { fillOf } from './theme.ts'

const swatch = { w: 24, h: 16 }
const rowHeight = 26
const ages: readonly Age[] = ['recent', 'year', 'older', 'unknown']

interface Item {
  readonly text: string
  readonly bold?: true
  readonly sign?: (x: number, y: number) => Markup
}

/** The legend below the map, in as many rows as its width needs. */
export function drawLegend(top: number, width: number, look: Look): { readonly drawn: Markup; readonly height: number } {
  let x = margin
  let row = 0
  const parts: Markup[] = []
  for (const item of itemsOf(look)) {
    const room = (item.sign ? swatch.w + 8 : 0) + textWidth(item.text, subSize)
    if (x > margin && x + room > width - margin) {
      x = margin
      row++
    }
    const y = top + row * rowHeight
    if (item.sign) parts.push(item.sign(x, y))
    const at = x + (item.sign ? swatch.w + 8 : 0)
    parts.push(drawText(item.text, { x: at, y: y + 13, size: subSize, fill: look.colours.ink, bold: item.bold ?? false }))
    x += room + 20
  }
  return { drawn: together(parts), height: (row + 1) * rowHeight }
}

function itemsOf(look: Look): readonly Item[] {
  const { colours, lang } = look
  const box = (more: Attributes) => (x: number, y: number) =>
    el('rect', { x, y, width: swatch.w, height: swatch.h, rx: 3, fill: colours.surface, stroke: colours.edge, ...more })
  const stack = (x: number, y: number) => together([box({})(x + 3, y - 2), box({})(x, y + 1)])
  const dashes = (x: number, y: number) =>
    el('path', { d: `M${x} ${y + 8}h${swatch.w}`, stroke: colours.edge, 'stroke-width': 1.4, 'stroke-dasharray': '6 4' })
  return [
    { text: say(lang, 'map.legend.age'), bold: true },
    ...ages.map((age) => ({
      text: say(lang, `map.age.${age}`),
      sign: box({ fill: fillOf(age, colours), 'stroke-dasharray': age === 'unknown' ? '4 3' : undefined }),
    })),
    { text: say(lang, 'map.legend.entrance'), sign: box({ stroke: colours.entrance, 'stroke-width': 2.2 }) },
    { text: say(lang, 'map.legend.stack'), sign: stack },
    { text: say(lang, 'map.legend.unlisted'), sign: box({ 'stroke-dasharray': '4 3' }) },
    { text: say(lang, 'map.legend.stated'), sign: dashes },
  ]
}
