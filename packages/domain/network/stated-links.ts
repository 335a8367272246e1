import { byId } from '../picture.ts'
import { dayOf, type EdgeSet, type Seen } from './edge-set.ts'
import type { HubPort } from './hub-ports.ts'
import type { Link } from './types.ts'

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

/** Links that a person has stated. They come last: they settle what else is only assumed of the same pair. */
export function addStated(edges: EdgeSet, seen: Seen, hubs: readonly HubPort[]): void {
  for (const link of seen.links) {
    const ends = endsOfLink(link, seen)
    if (!ends) continue
    if (link.cutOn !== undefined) cut(edges, { ...link, cutOn: link.cutOn }, ends, hubs)
    else state(edges, link, ends, seen)
  }
}

function state(edges: EdgeSet, link: Link, { from, to }: Ends, seen: Seen): void {
  const { id, layer, control } = link
  const facts = [{ slice: 'links', id, field: 'control' } as const]
  const isCable = layer === 'physical' && isSwitch(from, seen) && isSwitch(to, seen)
  edges.state(id, { from, to, layer, control, by: 'stated', facts, on: dayOf(link, seen), trunk: isCable })
}

function isSwitch(id: string, { assets }: Seen): boolean {
  return byId(assets, id)?.kind === 'switch'
}

/**
 * A link that was taken away is none, unless something has seen it since. Between a device and a switch it takes the device off
 * every hub on that switch.
 */
function cut(edges: EdgeSet, { cutOn }: { readonly cutOn: string }, { from, to }: Ends, hubs: readonly HubPort[]): void {
  const pairs = [{ from, to }, ...hubs.flatMap((hub) => pairAtHub(hub, { from, to }))]
  for (const pair of pairs) {
    const edge = edges.get(pair.from, pair.to)
    if (edge && (edge.on === undefined || edge.on <= cutOn)) edges.delete(pair.from, pair.to)
  }
}

function pairAtHub({ id, switch: asset, members }: HubPort, { from, to }: Ends): readonly Ends[] {
  const other = from === asset ? to : to === asset ? from : undefined
  return members.some((member) => member.asset === other) && other !== undefined ? [{ from: id, to: other }] : []
}
