import type { CalendarDate } from '../ids.ts'
import { byId } from '../picture.ts'
import { dayOf, type EdgeSet, latest, type Seen } from './edge-set.ts'
import type { HubPort, Link, NetworkEdge, NetworkNode } from './types.ts'

interface Ends {
  readonly from: string
  readonly to: string
}

/** The two ends of a link that are there; a link to nothing is none. */
export function endsOfLink(link: Link, seen: Pick<Seen, 'zones' | 'assets' | 'lines'>): Ends | undefined {
  const from = byId(seen.zones, link.fromZone)?.id ?? byId(seen.assets, link.fromAsset)?.id ?? byId(seen.lines, link.fromLine)?.id
  const to = byId(seen.zones, link.toZone)?.id ?? byId(seen.assets, link.toAsset)?.id
  return from === undefined || to === undefined || from === to ? undefined : { from, to }
}

/**
 * Links that a person has stated. They come last: they settle what else is only assumed of the same pair. What was stated on the day on
 * which somebody took it away, or later, stands.
 */
export function addStated(edges: EdgeSet, seen: Seen, hubs: readonly HubPort[]): void {
  const stated = new Map<string, CalendarDate>()
  for (const link of seen.links) {
    const ends = endsOfLink(link, seen)
    if (!ends || link.cutOn !== undefined) continue
    state(edges, link, ends, seen)
    const on = latest(dayOf(link, seen), stated.get(pairOf(ends)))
    if (on !== undefined) stated.set(pairOf(ends), on)
  }
  for (const link of seen.links) {
    const ends = endsOfLink(link, seen)
    const { cutOn } = link
    if (ends && cutOn !== undefined && (stated.get(pairOf(ends)) ?? '') < cutOn) cut(edges, { cutOn }, ends, hubs)
  }
}

function pairOf({ from, to }: Ends): string {
  return [from, to].sort().join('~')
}

function state(edges: EdgeSet, link: Link, { from, to }: Ends, seen: Seen): void {
  const { id, layer, control } = link
  const facts = [{ slice: 'links', id } as const]
  const isCable = layer === 'physical' && isSwitch(from, seen) && isSwitch(to, seen)
  edges.state(id, { from, to, layer, control, by: 'stated', facts, on: dayOf(link, seen), trunk: isCable })
}

function isSwitch(id: string, { assets }: Seen): boolean {
  return byId(assets, id)?.kind === 'switch'
}

/**
 * A link that was taken away is none, unless something has seen it since. Between a device or a zone and a switch it takes the device
 * or the zone off every hub on that switch.
 */
function cut(edges: EdgeSet, { cutOn }: { readonly cutOn: string }, { from, to }: Ends, hubs: readonly HubPort[]): void {
  const pairs = [{ from, to }, ...hubs.flatMap((hub) => pairAtHub(hub, { from, to }))]
  for (const pair of pairs) {
    const edge = edges.get(pair.from, pair.to)
    if (edge && (edge.on === undefined || edge.on <= cutOn)) edges.delete(pair.from, pair.to)
  }
}

function pairAtHub({ id, switch: asset, members, zones }: HubPort, { from, to }: Ends): readonly Ends[] {
  const other = from === asset ? to : to === asset ? from : undefined
  const isOnHub = zones.some((zone) => zone === other) || members.some((member) => member.asset === other)
  return isOnHub && other !== undefined ? [{ from: id, to: other }] : []
}

/** The two ends by which a person states something of a link of the map, or takes it away; of a hub its switch. */
export type LinkEnds = Pick<Link, 'fromZone' | 'fromAsset' | 'fromLine' | 'toZone' | 'toAsset'>

/**
 * Undefined for a VPN or a way of maintenance, which are changed where they are registered, and for the cable of a hub to its switch: what
 * the hub reaches is the zone of the port.
 */
export function endsToState({ from, to }: Pick<NetworkEdge, 'from' | 'to'>, nodes: readonly NetworkNode[]): LinkEnds | undefined {
  const [one, other] = [byId(nodes, from), byId(nodes, to)]
  if (!one || !other || (one.asset !== undefined && one.asset === other.asset)) return undefined
  if (other.kind === 'outside') return endsToState({ from: to, to: from }, nodes)
  const target = other.zone !== undefined ? { toZone: other.zone } : other.asset !== undefined ? { toAsset: other.asset } : undefined
  if (!target) return undefined
  if (one.kind === 'outside') return one.line !== undefined && one.line === one.id ? { fromLine: one.line, ...target } : undefined
  if (one.zone !== undefined) return { fromZone: one.zone, ...target }
  return one.asset === undefined ? undefined : { fromAsset: one.asset, ...target }
}
