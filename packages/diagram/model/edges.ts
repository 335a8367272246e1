import type { LinkControl, LinkLayer, NetworkEdge } from '@mimamori/domain'
import { say } from '../text/index.ts'
import { placeholderOf } from './bands.ts'
import type { MapFacts } from './facts.ts'
import { compareTexts } from './order.ts'
import type { Shown } from './shown.ts'
import type { MapEdge } from './types.ts'

interface Drawn {
  readonly from: string
  readonly to: string
  /** Absent for the line between a point outside and the device that nobody knows. */
  readonly edge?: NetworkEdge
}

/** The lines of the map: network edges between the same two places are one line, and none goes from a box to its own zone. */
export function edgesOf(facts: MapFacts, shown: Shown): readonly MapEdge[] {
  const drawn = facts.input.edges.flatMap((edge) => linesOf(edge, facts, shown))
  const open = [...facts.openEntrances].flatMap((id) => lineToPlaceholder(id, shown))
  const pairs = Map.groupBy([...drawn, ...open], ({ from, to }) => edgeId(from, to))
  return [...pairs].map(([id, same]) => edgeOf(id, same, facts, shown)).toSorted((a, b) => compareTexts(a.id, b.id))
}

export function edgeId(a: string, b: string): string {
  return a < b ? `${a}~${b}` : `${b}~${a}`
}

/** The lines by which an edge of the network is drawn: two where it passes a device that nobody knows, none within a box. */
export function linesOf(edge: NetworkEdge, facts: MapFacts, shown: Shown): readonly Drawn[] {
  const ends = endsOf(edge, facts, shown)
  if (ends === undefined) return []
  const [from, to] = ends
  const middle = [edge.from, edge.to].flatMap((id) => (facts.openEntrances.has(id) ? (placeholderOf(id, shown.boxes) ?? []) : []))[0]
  if (middle === undefined || middle === from || middle === to) return isWithin(from, to, shown) ? [] : [{ from, to, edge }]
  return [
    { from, to: middle, edge },
    { from: middle, to, edge },
  ]
}

/** The places between which an edge is drawn. A device in a stack is reached through its zone from elsewhere. */
export function endsOf(edge: NetworkEdge, facts: MapFacts, shown: Shown): readonly [string, string] | undefined {
  if (!facts.nodes.has(edge.from) || !facts.nodes.has(edge.to)) return undefined
  const from = shown.at(edge.from)
  const to = shown.at(edge.to)
  if (from === undefined || to === undefined) return undefined
  return [throughZone(from, to, shown), throughZone(to, from, shown)]
}

function throughZone(id: string, other: string, shown: Shown): string {
  const zone = shown.boxes.get(id)?.zone
  return shown.boxes.get(id)?.role === 'stack' && zone !== undefined && zone !== shown.zoneOf(other) ? zone : id
}

/** A box and the zone in which it is drawn touch already. */
export function isWithin(from: string, to: string, shown: Shown): boolean {
  return from === to || shown.boxes.get(from)?.zone === to || shown.boxes.get(to)?.zone === from
}

function lineToPlaceholder(outside: string, shown: Shown): readonly Drawn[] {
  const from = shown.at(outside)
  const to = placeholderOf(outside, shown.boxes)
  return from === undefined || to === undefined ? [] : [{ from, to }]
}

function edgeOf(id: string, same: readonly Drawn[], facts: MapFacts, shown: Shown): MapEdge {
  const { cut, lang = 'ja' } = facts.input
  const edges = same.flatMap((one) => one.edge ?? []).toSorted((a, b) => compareTexts(a.id, b.id))
  const control = weakest(edges.map((one) => one.control))
  const oneWay = edges.length > 0 && edges.every((one) => one.control === 'one-way' && one.from === edges[0]?.from)
  const forward = oneWay ? same.find((one) => one.edge === edges[0]) : undefined
  const [from = '', to = ''] = forward ? [forward.from, forward.to] : [same[0]?.from ?? '', same[0]?.to ?? ''].toSorted()
  const layer = layers.find((one) => edges.some((edge) => edge.layer === one)) ?? 'physical'
  const words = { layer: say(lang, `map.layer.${layer}`), control: say(lang, `map.control.${control}`) }
  return {
    id,
    from,
    to,
    label: say(lang, 'map.label.edge', { from: shown.titleOf(from), to: shown.titleOf(to), ...words }),
    edges: [...new Set(edges.map((one) => one.id))],
    layer,
    control,
    ...(edges.every((one) => one.by.every((by) => by === 'stated')) && { told: true as const }),
    ...(oneWay && { oneWay: true as const }),
    ...(edges.some((one) => one.id === cut) && { cut: true as const }),
  }
}

const layers: readonly LinkLayer[] = ['physical', 'l2', 'l3', 'wireless', 'remote']

/** What holds back least decides what a line of several links lets through. */
const controls: readonly LinkControl[] = ['none', 'unknown', 'router-rules', 'filter', 'one-way']

function weakest(all: readonly LinkControl[]): LinkControl {
  return controls.find((one) => all.includes(one)) ?? 'unknown'
}
