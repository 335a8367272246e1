import { isInUse, pathsInUse } from '../assets/index.ts'
import type { AssetId, CalendarDate } from '../ids.ts'
import { keptBy } from '../kept-by.ts'
import { byId, type World } from '../picture.ts'
import { known } from '../record.ts'
import { defineDerivation } from '../rule.ts'
import { dayOf, latest } from './edge-set.ts'
import { isEquipment } from './equipment.ts'
import { mobileRouters } from './mobile-routers.ts'
import { servedZones } from './served-zones.ts'
import type { NetworkEdge, NetworkNode, Trust } from './types.ts'

type Seen = Pick<
  World,
  'assets' | 'zones' | 'lines' | 'vpns' | 'remotePaths' | 'sources' | 'assetZones' | 'networkEdges' | 'claims' | 'mobileRouterMakers'
>

/** Every point of the map: what is outside, the zones, the devices that join them, and the hubs that nobody listed. */
export const networkNodes = defineDerivation({
  name: 'networkNodes',
  reads: ['assets', 'zones', 'lines', 'vpns', 'remotePaths', 'sources', 'assetZones', 'networkEdges', 'claims', 'mobileRouterMakers'],
  derive: nodesOf,
})

export function nodesOf(seen: Seen): readonly NetworkNode[] {
  const days = new Map<string, CalendarDate>()
  for (const { from, to, on } of seen.networkEdges)
    for (const id of [from, to]) if (on !== undefined && on > (days.get(id) ?? '')) days.set(id, on)
  const nodes = [...outsides(seen), ...zones(seen), ...devices(seen), ...hubs(seen)]
  const dated = nodes.map((node): NetworkNode => {
    const on = latest(node.on, days.get(node.id))
    return { ...node, ...(on !== undefined && { on }) }
  })
  return dated.sort((a, b) => (a.id < b.id ? -1 : 1))
}

const trustOfLine: Readonly<Record<World['lines'][number]['kind'], Trust>> = {
  internet: 'internet',
  mobile: 'internet',
  'closed-vpn': 'carrier',
  leased: 'carrier',
  other: 'carrier',
  eligibility: 'eligibility',
  telephone: 'carrier',
}

/**
 * NOTE: behind a VPN for maintenance, images or telework stand computers that somebody else keeps; other houses of the facility
 * and the regional network come over the closed network of a carrier.
 */
const trustOfVpn: Readonly<Record<World['vpns'][number]['purpose'], Trust>> = {
  maintenance: 'partner',
  'images-results': 'partner',
  telework: 'partner',
  other: 'partner',
  sites: 'carrier',
  'regional-link': 'carrier',
}

function outsides(seen: Seen): readonly NetworkNode[] {
  const day = (record: { readonly id: string }) => {
    const on = dayOf(record, seen)
    return on === undefined ? {} : { on }
  }
  const lines = seen.lines.filter(({ kind }) => kind !== 'telephone')
  const nodes = [
    ...lines.map((line): NetworkNode => ({ id: line.id, kind: 'outside', trust: trustOfLine[line.kind], line: line.id, ...day(line) })),
    ...seen.vpns.filter(isInUse).map((vpn): NetworkNode => {
      const line = known(vpn.line)
      return { id: vpn.id, kind: 'outside', trust: trustOfVpn[vpn.purpose], vpn: vpn.id, ...(line && { line }), ...day(vpn) }
    }),
    ...pathsInUse(seen)
      .filter((path) => !isWholeOutside(path, seen))
      .map((path): NetworkNode => {
        const [vpn, line] = [known(path.vpn), known(path.line)]
        const ways = { ...(vpn && { vpn }), ...(line && { line }) }
        return { id: path.id, kind: 'outside', trust: 'partner', remotePath: path.id, ...ways, ...day(path) }
      }),
  ]
  return withUse(nodes, seen)
}

/** What each point outside is there for, and by which others come in. */
function withUse(nodes: readonly NetworkNode[], seen: Seen): readonly NetworkNode[] {
  const zonesFrom = servedZones(seen)
  const carrying = new Set<string | undefined>(nodes.flatMap(({ id, line, vpn }) => [line, vpn].filter((way) => way !== id)))
  return nodes.map((node): NetworkNode => {
    const serves = zonesFrom(node)
    return { ...node, ...(serves.length > 0 && { serves }), ...(carrying.has(node.id) && { carries: 'yes' as const }) }
  })
}

/** Work on a service in the cloud alone, which comes into the house by nothing. */
function isWholeOutside({ assets, vpn, line }: World['remotePaths'][number], seen: Seen): boolean {
  const kinds = (assets ?? []).map((id) => byId(seen.assets, id)?.kind)
  return kinds.length > 0 && kinds.every((kind) => kind === 'cloud-service') && known(vpn) === undefined && known(line) === undefined
}

function zones(seen: Seen): readonly NetworkNode[] {
  const { counts, days } = heldBy(seen.assetZones)
  return seen.zones.map((zone): NetworkNode => {
    const on = latest(days.get(zone.id), dayOf(zone, seen))
    return { id: zone.id, kind: 'zone', trust: zone.trust, zone: zone.id, count: counts.get(zone.id) ?? 0, ...(on && { on }) }
  })
}

/** Of each zone how many devices stand in it, and the latest day on which one was seen there. */
const heldBy = keptBy((assetZones: Seen['assetZones']) => {
  const counts = new Map<string, number>()
  const days = new Map<string, CalendarDate>()
  for (const { zones: of } of assetZones)
    for (const { zone, on } of of) {
      counts.set(zone, (counts.get(zone) ?? 0) + 1)
      if (on !== undefined && on > (days.get(zone) ?? '')) days.set(zone, on)
    }
  return { counts, days }
})

/** Devices at an end of a link, and what makes up a network even where nothing is known of its links. */
function devices(seen: Seen): readonly NetworkNode[] {
  const ends = new Set(seen.networkEdges.flatMap(({ from, to }) => [from, to]))
  const isMobile = mobileRouters(seen)
  const isStanding = (asset: World['assets'][number]) =>
    ends.has(asset.id) || (asset.use !== 'spare' && (isEquipment(asset) || isMobile(asset)))
  return seen.assets.filter(isStanding).map((asset): NetworkNode => {
    const on = dayOf(asset, seen)
    const marks = { ...(isMobile(asset) && { mobile: 'yes' as const }), ...(asset.unlisted && { unlisted: asset.unlisted }) }
    return { id: asset.id, kind: 'device', asset: asset.id, ...marks, ...(on && { on }) }
  })
}

function hubs(seen: Seen): readonly NetworkNode[] {
  const byHub = new Map<string, NetworkEdge[]>()
  for (const edge of seen.networkEdges) {
    const hub = [edge.from, edge.to].find((id) => id.startsWith('hub:'))
    if (hub !== undefined) byHub.set(hub, [...(byHub.get(hub) ?? []), edge])
  }
  return [...byHub].map(([id, edges]): NetworkNode => {
    const asset = edges.flatMap((edge) => (edge.trunk ? assetAt(edge, id, seen) : []))[0]
    const behind = edges.flatMap((edge) => (edge.trunk ? [] : assetAt(edge, id, seen))).sort()
    const port = edges.flatMap(({ facts }) => facts.flatMap((fact) => byId(seen.claims, fact.id)?.link?.port ?? []))[0]
    return { id, kind: 'hub', ...(asset && { asset }), ...(port !== undefined && { port }), behind }
  })
}

function assetAt({ from, to }: NetworkEdge, hub: string, { assets }: Seen): readonly AssetId[] {
  const asset = byId(assets, from === hub ? to : from)
  return asset ? [asset.id] : []
}
