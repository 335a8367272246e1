import { type MapBand, type PlacedBox, type PlacedEdge, type PlacedMap, type PlacedZone, pathOf, scissorsPath } from '@mimamori/diagram'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useWords } from '../../text/words.tsx'

/** What somebody has pressed on: a box, a zone or a line. */
export interface Pressing {
  readonly chosen: string | undefined
  /** The one box or zone that the Tab key reaches; the arrows lead on from there. */
  readonly tabAt: string | undefined
  readonly press: (id: string) => void
  readonly pressLine: (id: string) => void
  readonly focus: (id: string) => void
  readonly keys: (event: KeyboardEvent<SVGRectElement>, id: string) => void
  /** Begins to move a box or zone with the pointer; absent where nothing may be moved. */
  readonly grab?: ((event: PointerEvent<SVGRectElement>, id: string) => void) | undefined
}

/** For the eyes alone: boxes and zones say in words what they are, and a line is opened from the card of the box at its end. */
const hidden = { 'aria-hidden': true } as const

/** The map as one drawing: its boxes and zones are buttons, its lines can be pressed, and the one lit way lies over them. */
export function MapDrawing({ map, zoom, pressing }: { map: PlacedMap; zoom: number; pressing: Pressing }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing whose parts are buttons is no fieldset
    <svg
      className="map-drawing"
      viewBox={`0 0 ${map.width} ${map.height}`}
      width={Math.round(map.width * zoom)}
      height={Math.round(map.height * zoom)}
      role="group"
      aria-label={map.title}
      aria-describedby="map-about"
    >
      <desc id="map-about">{map.about}</desc>
      <Patterns />
      {map.bands.map((band) => (
        <Band key={band.kind} band={band} />
      ))}
      {map.zones.map((zone) => (
        <Zone key={zone.id} zone={zone} pressing={pressing} />
      ))}
      {map.edges.map((edge) => (
        <Line key={edge.id} edge={edge} pressing={pressing} />
      ))}
      <g className="map-lit" {...hidden}>
        {map.lit.map((points) => (
          <path key={pathOf(points)} className="under" d={pathOf(points)} />
        ))}
        {map.lit.map((points) => (
          <path key={pathOf(points)} className="over" d={pathOf(points)} />
        ))}
      </g>
      {map.boxes.map((box) => (
        <Box key={box.id} box={box} pressing={pressing} />
      ))}
      <Marks map={map} />
    </svg>
  )
}

function Patterns() {
  return (
    <defs>
      <pattern id="map-hatch" patternUnits="userSpaceOnUse" width="8" height="8">
        <rect className="map-old" width="8" height="8" />
        <path className="map-hatching" d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />
      </pattern>
      <marker id="map-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path className="map-arrow" d="M0 0L8 4L0 8Z" />
      </marker>
    </defs>
  )
}

function Band({ band }: { band: MapBand }) {
  const { x, y, w, h, kind, titleLine, titleRect } = band
  return (
    <g {...hidden}>
      {kind === 'outside' && <rect className="map-band" x={x} y={y} width={w} height={h} rx={8} />}
      <text className="map-zone-title" x={titleRect.x} y={titleRect.y + 17}>
        {titleLine}
      </text>
    </g>
  )
}

function Zone({ zone, pressing }: { zone: PlacedZone; pressing: Pressing }) {
  const { id, x, y, w, h, titleRect } = zone
  const looks = ['map-zone', zone.lit && 'lit', zone.unknown && 'unknown', pressing.chosen === id && 'chosen'].filter(Boolean).join(' ')
  return (
    <g className={looks}>
      <title>{zone.label}</title>
      <rect className="face" x={x} y={y} width={w} height={h} rx={8} />
      <text className="map-zone-title" x={titleRect.x} y={titleRect.y + 16} {...hidden}>
        {zone.titleLine}
      </text>
      <Hit of={zone} pressing={pressing} />
    </g>
  )
}

/** What is pressed: it lies over the drawing of its box, and says the whole of what the drawing shows. */
function Hit({ of, expanded, pressing }: { of: PlacedZone | PlacedBox; expanded?: boolean | undefined; pressing: Pressing }) {
  const { chosen, tabAt, press, focus, keys, grab } = pressing
  const { id, x, y, w, h } = of
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing holds no buttons of HTML
    <rect
      className="hit"
      x={x}
      y={y}
      width={w}
      height={h}
      rx={5}
      data-id={id}
      role="button"
      tabIndex={tabAt === id ? 0 : -1}
      aria-label={of.label}
      aria-pressed={chosen === id}
      aria-expanded={expanded}
      onClick={() => press(id)}
      onFocus={() => focus(id)}
      onKeyDown={(event) => keys(event, id)}
      onPointerDown={(event) => grab?.(event, id)}
    />
  )
}

function Line({ edge, pressing }: { edge: PlacedEdge; pressing: Pressing }) {
  const d = pathOf(edge.points)
  const looks = ['map-line', edge.layer, edge.told && 'told', edge.cut && 'cut', pressing.chosen === edge.id && 'chosen']
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone, see `hidden`
    <g className={looks.filter(Boolean).join(' ')} {...hidden} onClick={() => pressing.pressLine(edge.id)}>
      <title>{edge.label}</title>
      <path className="near" d={d} />
      <path className="drawn" d={d} markerEnd={edge.oneWay ? 'url(#map-arrow)' : undefined} />
    </g>
  )
}

const sheetStep = 3
const lineHeight = 16
/** In the lower boxes of the first sight. */
const closeLineHeight = 14
const fullHeight = 40

function Box({ box, pressing }: { box: PlacedBox; pressing: Pressing }) {
  const looks = ['map-box', `age-${box.age}`, box.entrance && 'entrance', box.lit && 'lit', box.unlisted && 'dashed']
  const more = [(box.unknown || box.age === 'unknown') && 'dashed', pressing.chosen === box.id && 'chosen']
  const sheets = box.count > 1 ? [2, 1] : []
  return (
    <g className={[...looks, ...more].filter(Boolean).join(' ')}>
      <title>{box.label}</title>
      {sheets.map((sheet) => (
        <Frame key={sheet} box={box} shift={sheet * sheetStep} className="sheet" />
      ))}
      <Frame box={box} shift={0} className="face" />
      <g {...hidden}>
        <BoxText box={box} />
      </g>
      <Hit of={box} pressing={pressing} {...(box.foldable && { expanded: box.role !== 'stack' })} />
    </g>
  )
}

function Frame({ box: { x, y, w, h }, shift, className }: { box: PlacedBox; shift: number; className: string }) {
  return <rect className={className} x={x + shift} y={y - shift} width={w} height={h} rx={5} />
}

/** The name in the middle of a box, and on a stack at its left with the count at its right. */
function BoxText({ box }: { box: PlacedBox }) {
  const { t } = useWords()
  const { x, y, w, h, lines, subLine, count } = box
  const isStack = count > 1
  const rows = lines.length + (subLine === undefined ? 0 : 1)
  const step = h < fullHeight ? closeLineHeight : lineHeight
  const first = y + h / 2 + 4.5 - ((rows - 1) * step) / 2
  const place = isStack ? { x: x + 10 } : { x: x + w / 2, textAnchor: 'middle' as const }
  return (
    <>
      {lines.map((line, at) => (
        <text key={line} className="map-title" {...place} y={first + at * step}>
          {line}
        </text>
      ))}
      {subLine !== undefined && (
        <text className="map-sub" {...place} y={first + lines.length * step}>
          {subLine}
        </text>
      )}
      {isStack && (
        <text className="map-title count" x={x + w - 10} y={y + h / 2 + 4.5} textAnchor="end">
          {t('network.times', { count })}
        </text>
      )}
    </>
  )
}

function Marks({ map: { marks, cutLabel } }: { map: PlacedMap }) {
  return (
    <g {...hidden} className="map-marks">
      {cutLabel && (
        <g className="map-cut-label">
          <path d={`M${cutLabel.from.x} ${cutLabel.from.y}L${cutLabel.x + cutLabel.w / 2} ${cutLabel.y + cutLabel.h / 2}`} />
          <rect x={cutLabel.x} y={cutLabel.y} width={cutLabel.w} height={cutLabel.h} rx={4} />
          <text x={cutLabel.x + cutLabel.w / 2} y={cutLabel.y + cutLabel.h / 2 + 4.5} textAnchor="middle">
            {cutLabel.text}
          </text>
        </g>
      )}
      {marks.map((mark) => (
        <g key={`${mark.kind} ${mark.x} ${mark.y}`} className={`map-mark ${mark.kind}`} transform={`translate(${mark.x} ${mark.y})`}>
          <circle r={mark.radius} />
          {mark.kind === 'hop' ? (
            <text y={4.5} textAnchor="middle">
              {mark.number}
            </text>
          ) : (
            <path d={scissorsPath} />
          )}
        </g>
      ))}
    </g>
  )
}
