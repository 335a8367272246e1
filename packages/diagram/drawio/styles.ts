import { subSize, titleSize, zoneHead, zoneTitleSize } from '../layout/sizes.ts'
import type { PlacedBox, PlacedEdge, PlacedZone } from '../layout/types.ts'
import { themes } from '../svg/theme.ts'

const { surface, zone: zoneFill, outside, ink, line, edge: edgeColour, entrance, path, old } = themes.screen

type Style = Readonly<Record<string, string | number | undefined>>

/** NOTE: `html=0`: the labels are text of people and not to be read as HTML. */
function styleOf(first: string, rest: Style): string {
  const pairs = Object.entries({ html: 0, ...rest }).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value};`]))
  return `${first}${pairs.join('')}`
}

export function bandStyle(): string {
  return styleOf('rounded=1;', {
    arcSize: 6,
    dashed: 1,
    fillColor: outside,
    strokeColor: line,
    fontColor: ink,
    fontSize: zoneTitleSize,
    fontStyle: 1,
    align: 'left',
    verticalAlign: 'top',
    spacingLeft: 8,
    connectable: 0,
  })
}

export function zoneStyle(zone: PlacedZone): string {
  return styleOf('swimlane;', {
    container: 1,
    collapsible: 0,
    horizontal: 1,
    rounded: 1,
    arcSize: 6,
    startSize: zoneHead,
    fillColor: zoneFill,
    swimlaneFillColor: zoneFill,
    swimlaneLine: 0,
    strokeColor: zone.lit ? path : line,
    dashed: zone.unknown ? 1 : undefined,
    fontColor: ink,
    fontSize: zoneTitleSize,
    fontStyle: 1,
    align: 'left',
    spacingLeft: 12,
  })
}

export function boxStyle(box: PlacedBox): string {
  const isDashed = box.unlisted || box.unknown || box.age === 'unknown'
  return styleOf('rounded=1;whiteSpace=wrap;', {
    arcSize: 12,
    fillColor: box.age === 'recent' || box.age === 'unknown' ? surface : old,
    // Hatching tells what is older than a year where there is no colour.
    fillStyle: box.age === 'older' ? 'hatch' : undefined,
    strokeColor: box.lit ? path : box.entrance ? entrance : edgeColour,
    strokeWidth: box.entrance || box.lit ? 2 : 1,
    shadow: box.count > 1 ? 1 : undefined,
    dashed: isDashed ? 1 : undefined,
    fontColor: ink,
    fontSize: box.sub === undefined ? titleSize : subSize,
  })
}

export function edgeStyle(edge: PlacedEdge): string {
  return styleOf('edgeStyle=orthogonalEdgeStyle;rounded=1;', {
    strokeColor: edge.lit || edge.cut ? path : edgeColour,
    strokeWidth: edge.lit ? 3 : 1,
    dashed: edge.told || edge.cut || edge.layer === 'wireless' ? 1 : undefined,
    endArrow: edge.oneWay ? 'block' : 'none',
    startArrow: 'none',
    jumpStyle: 'none',
  })
}
