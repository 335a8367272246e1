import type { ZoneId } from '../ids.ts'
import { byId, having, type World } from '../picture.ts'
import { known } from '../record.ts'
import { defineDerivation } from '../rule.ts'
import type { NetworkCheck } from './check.ts'
import { checkOf } from './check-of.ts'
import type { Entrance, NetworkEdge, NetworkFact, NetworkNode } from './types.ts'
import { walk } from './walk.ts'

type Seen = Pick<World, 'networkNodes' | 'networkEdges' | 'forbiddenPairs' | 'assets' | 'lines' | 'vpns' | 'remotePaths'>

/** Every point at which the facility can be reached from outside. */
export const entrances = defineDerivation({
  name: 'entrances',
  reads: ['networkNodes', 'networkEdges', 'forbiddenPairs', 'assets', 'lines', 'vpns', 'remotePaths'],
  derive: entrancesOf,
})

/**
 * Lines, whether or not somebody knows where they end; VPNs and ways of maintenance that come by no line of the register; mobile
 * routers. What comes by the line of another stands behind the same entrance.
 */
export function entrancesOf(seen: Seen): readonly Entrance[] {
  const check = checkOf(seen)
  const devicesOfLines = new Set(seen.networkNodes.flatMap((node) => (isLine(node) ? (deviceAt(node, seen) ?? []) : [])))
  const own = seen.networkNodes.flatMap((node) => {
    const device = deviceAt(node, seen)
    if (node.mobile === 'yes') return [{ node, device: node.asset }]
    if (node.kind !== 'outside' || (node.line !== undefined && !isLine(node))) return []
    if (isLine(node)) return endsNowhere(node, seen) ? [] : [{ node, device }]
    const isCarried = (device !== undefined && devicesOfLines.has(device)) || comesByVpn(node, seen)
    return isCarried || linksAt(node, seen).length === 0 ? [] : [{ node, device }]
  })
  const taken = new Set<string>(own.flatMap(({ node, device }) => (node.kind === 'outside' && device !== undefined ? [device] : [])))
  return own
    .filter(({ node, device }) => node.kind === 'outside' || !taken.has(device ?? ''))
    .map(({ node, device }) => entranceOf(node, device, { seen, check }))
}

function isLine({ id, line }: NetworkNode): boolean {
  return line === id
}

/** Somebody has said that the line ends on no device, or has taken it off the one on which it ended. */
function endsNowhere(node: NetworkNode, seen: Seen): boolean {
  const device = byId(seen.lines, node.line)?.device
  if (device === 'none' || device === 'not-applicable') return linksAt(node, seen).length === 0
  return byId(seen.assets, device) !== undefined && linksAt(node, seen).length === 0
}

function comesByVpn({ remotePath, vpn }: NetworkNode, { vpns }: Seen): boolean {
  return remotePath !== undefined && byId(vpns, vpn) !== undefined
}

function linksAt({ id }: NetworkNode, { networkEdges }: Pick<Seen, 'networkEdges'>): readonly NetworkEdge[] {
  return [...having(networkEdges, 'from', id), ...having(networkEdges, 'to', id)]
}

/** The device on which a line or a VPN ends: that of its record while it is linked to it, else the first to which somebody has put it. */
function deviceAt(node: NetworkNode, seen: Seen): Entrance['asset'] {
  const { id, line, vpn, remotePath } = node
  if (node.kind !== 'outside' || remotePath !== undefined) return undefined
  const record = line === id ? byId(seen.lines, line) : byId(seen.vpns, vpn)
  const registered = byId(seen.assets, known(record?.device))?.id
  if (line !== id) return registered
  const ends = linksAt(node, seen).flatMap(({ from, to }) => byId(seen.assets, from === id ? to : from)?.id ?? [])
  return ends.find((end) => end === registered) ?? ends[0]
}

const exposures: Readonly<Record<World['lines'][number]['kind'], Entrance['exposure']>> = {
  internet: 'internet',
  mobile: 'internet',
  'closed-vpn': 'closed',
  eligibility: 'closed',
  leased: 'closed',
  telephone: 'unknown',
  other: 'unknown',
}

function entranceOf(node: NetworkNode, device: Entrance['asset'], { seen, check }: { seen: Seen; check: NetworkCheck }): Entrance {
  const line = isLine(node) ? byId(seen.lines, node.line) : undefined
  const record = line ?? byId(seen.vpns, node.vpn) ?? byId(seen.remotePaths, node.remotePath)
  const alwaysOn = record?.alwaysOn
  return {
    id: node.id,
    ...(device && { asset: device }),
    ...(line && { line: line.id }),
    exposure: line ? exposures[line.kind] : node.mobile === 'yes' ? 'internet' : 'remote',
    guarded: guardOf(device, seen),
    ...(alwaysOn && { alwaysOn }),
    behind: behindOf([device ?? node.id, ...broughtBy(node, seen)], check),
    facts: factsOf(node, device, check),
  }
}

function guardOf(device: Entrance['asset'], { assets }: Seen): Entrance['guarded'] {
  const asset = byId(assets, device)
  if (!asset) return 'unknown'
  if (asset.kind === 'firewall') return 'firewall'
  if (asset.kind === 'router' || asset.kind === 'mobile-router') return 'router'
  return asset.kind === undefined || asset.kind === 'network-device' ? 'unknown' : 'none'
}

/** The devices on which VPNs and ways of maintenance end that come by this line; of those whose device nobody knows they themselves. */
function broughtBy({ id, line }: NetworkNode, seen: Seen): readonly string[] {
  if (line !== id) return []
  const tunnels = having(seen.networkNodes, 'line', line).filter((node) => node.id !== id)
  const paths = tunnels.flatMap(({ vpn }) => (vpn === undefined ? [] : having(seen.networkNodes, 'vpn', vpn)))
  return [...new Set([...tunnels, ...paths])].map((node) => deviceAt(node, seen) ?? node.id)
}

/** What can be reached by whoever holds these devices; where nobody knows a device, what can be reached through its way. */
function behindOf(held: readonly string[], { graph, ground }: NetworkCheck): readonly ZoneId[] {
  const nearest = new Map<ZoneId, number>()
  for (const start of held.flatMap((id) => graph.at.get(id) ?? [])) {
    const count = walk(graph, ground, start, { limit: 'possible', fallen: true })
    for (const n of ground.queue.subarray(1, count)) {
      const [zone, hops] = [graph.nodes[n]?.zone, ground.hops[n] ?? 0]
      if (zone !== undefined && hops < (nearest.get(zone) ?? Number.POSITIVE_INFINITY)) nearest.set(zone, hops)
    }
  }
  return [...nearest].sort(([a, hops], [b, more]) => hops - more || (a < b ? -1 : 1)).map(([zone]) => zone)
}

function factsOf({ id, kind, line, vpn }: NetworkNode, device: string | undefined, { graph }: NetworkCheck): readonly NetworkFact[] {
  const own: NetworkFact =
    kind !== 'outside' ? { slice: 'assets', id, field: 'kind' } : { slice: line === id ? 'lines' : vpn === id ? 'vpns' : 'remotePaths', id }
  const told = graph.edges.filter(
    ({ from, to }) => (from === id || to === id) && (device === undefined || from === device || to === device),
  )
  return [own, ...told.flatMap(({ facts }) => facts).slice(0, 5)]
}
