import { margin } from '../layout/sizes.ts'
import type { PlacedMap } from '../layout/types.ts'
import { drawBand, drawBox, drawZone, type Look } from './boxes.ts'
import { el, escaped, type Markup } from './element.ts'
import { drawLegend } from './legend.ts'
import { drawCutLabel, drawEdge, drawLit, drawMark } from './lines.ts'
import { type Colours, fontStack, type MapTheme, themes } from './theme.ts'

export interface SvgOptions {
  readonly theme?: MapTheme
  /** Without it: for a page that has its own legend. */
  readonly legend?: boolean
}

/** The map as a whole SVG: text as text, faces by name, every box with its sentence. */
export function drawSvg(map: PlacedMap, { theme = 'screen', legend = true }: SvgOptions = {}): string {
  const colours = themes[theme]
  const look: Look = { colours, lang: map.lang }
  const key = legend ? drawLegend(map.height, map.width, look) : undefined
  const height = map.height + (key === undefined ? 0 : key.height + margin / 2)
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${map.width} ${height}`,
    width: map.width,
    height,
    role: 'img',
    'aria-labelledby': 'map-title map-desc',
    'font-family': fontStack,
    lang: map.lang,
  }
  return el(
    'svg',
    root,
    el('title', { id: 'map-title' }, escaped(map.title)),
    el('desc', { id: 'map-desc' }, escaped(map.about)),
    patterns(colours),
    el('rect', { width: map.width, height, fill: colours.surface }),
    ...map.bands.map((band) => drawBand(band, look)),
    ...map.zones.map((zone) => drawZone(zone, look)),
    ...map.edges.map((edge) => drawEdge(edge, look)),
    drawLit(map.lit, look),
    ...map.boxes.map((box) => drawBox(box, look)),
    ...(map.cutLabel ? [drawCutLabel(map.cutLabel, look)] : []),
    ...map.marks.map((mark) => drawMark(mark, look)),
    ...(key === undefined ? [] : [key.drawn]),
  )
}

/** Hatching for what is old and dots for what is not new: they are seen without colour too. */
function patterns({ old, hatch }: Colours): Markup {
  const tile = { patternUnits: 'userSpaceOnUse', width: 8, height: 8 }
  const ground = el('rect', { width: 8, height: 8, fill: old })
  const lines = el('path', { d: 'M-2 2L2 -2M0 8L8 0M6 10L10 6', stroke: hatch, 'stroke-width': 1.3 })
  const dots = el('circle', { cx: 4, cy: 4, r: 0.7, fill: hatch })
  return el(
    'defs',
    {},
    el('pattern', { id: 'map-hatch', ...tile }, ground, lines),
    el('pattern', { id: 'map-dots', ...tile }, ground, dots),
  )
}
