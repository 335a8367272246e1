import type { MapBand, PlacedBox, PlacedEdge, PlacedMap, PlacedZone, Point, Rect } from '../layout/types.ts'
import { el, type Markup } from '../svg/element.ts'
import { themes } from '../svg/theme.ts'
import { say } from '../text/index.ts'
import { bandStyle, boxStyle, edgeStyle, zoneStyle } from './styles.ts'

/** The attribute by which our records are found again in a drawing that somebody has changed; of a band `band:…`. */
export const drawioIdAttribute = 'mimamoriId'

/** Cells that every drawing has: its root and its one layer. */
const layer = '1'

/** The map as a file that draw.io opens: zones as containers with their boxes in them, lines joined to their ends. */
export function drawDrawio(map: PlacedMap): string {
  const zones = new Map(map.zones.map((zone) => [zone.id, zone]))
  const rects = new Map<string, Rect>([...map.zones, ...map.boxes].map((one) => [one.id, one]))
  const root = el(
    'root',
    {},
    el('mxCell', { id: '0' }),
    el('mxCell', { id: layer, parent: '0' }),
    ...map.bands.filter((band) => band.kind === 'outside').map(bandCell),
    ...map.zones.map(zoneCell),
    ...map.boxes.map((box) => boxCell(box, box.zone === undefined ? undefined : zones.get(box.zone), map.lang)),
    ...map.edges.map((edge) => edgeCell(edge, rects)),
  )
  const page = { page: 1, pageScale: 1, pageWidth: Math.ceil(map.width), pageHeight: Math.ceil(map.height), grid: 1, gridSize: 8 }
  const model = el('mxGraphModel', { ...page, connect: 1, arrows: 0, background: themes.screen.surface }, root)
  const diagram = el('diagram', { id: 'network', name: map.title }, model)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${el('mxfile', { host: 'Mimamori' }, diagram)}\n`
}

function bandCell(band: MapBand): Markup {
  return vertex({ id: `band:${band.kind}`, label: band.titleLine, style: bandStyle(), parent: layer }, band)
}

function zoneCell(zone: PlacedZone): Markup {
  return vertex({ id: zone.id, label: zone.title, style: zoneStyle(zone), parent: layer, tooltip: zone.label }, zone)
}

function boxCell(box: PlacedBox, zone: PlacedZone | undefined, lang: PlacedMap['lang']): Markup {
  const name = box.count > 1 ? say(lang, 'map.many', { name: box.title, count: box.count }) : box.title
  const label = box.sub === undefined ? name : `${name}\n${box.sub}`
  const rect = zone === undefined ? box : { ...box, x: box.x - zone.x, y: box.y - zone.y }
  return vertex({ id: box.id, label, style: boxStyle(box), parent: zone?.id ?? layer, tooltip: box.label }, rect)
}

interface Vertex {
  readonly id: string
  readonly label: string
  readonly style: string
  readonly parent: string
  readonly tooltip?: string
}

function vertex({ id, label, style, parent, tooltip }: Vertex, { x, y, w, h }: Rect): Markup {
  const geometry = el('mxGeometry', { x, y, width: w, height: h, as: 'geometry' })
  const cell = el('mxCell', { style, vertex: 1, parent }, geometry)
  return el('object', { label, tooltip, [drawioIdAttribute]: id, id }, cell)
}

function edgeCell(edge: PlacedEdge, rects: ReadonlyMap<string, Rect>): Markup {
  const { from, to, points } = edge
  const ends = `${portStyle('exit', points[0], rects.get(from))}${portStyle('entry', points.at(-1), rects.get(to))}`
  const corners = points.slice(1, -1).map(({ x, y }) => el('mxPoint', { x, y }))
  const array = corners.length === 0 ? [] : [el('Array', { as: 'points' }, ...corners)]
  const geometry = el('mxGeometry', { relative: 1, as: 'geometry' }, ...array)
  const cell = el('mxCell', { style: `${edgeStyle(edge)}${ends}`, edge: 1, parent: layer, source: from, target: to }, geometry)
  return el('object', { label: '', tooltip: edge.label, [drawioIdAttribute]: edge.id, id: edge.id }, cell)
}

/** Where on its box a line ends, as a share of its width and height. */
function portStyle(which: 'exit' | 'entry', point: Point | undefined, rect: Rect | undefined): string {
  if (point === undefined || rect === undefined) return ''
  const share = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000
  return `${which}X=${share((point.x - rect.x) / rect.w)};${which}Y=${share((point.y - rect.y) / rect.h)};${which}Dx=0;${which}Dy=0;`
}
