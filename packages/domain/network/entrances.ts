import type { ZoneId } from '../ids.ts'
import { byId, type World } from '../picture.ts'
import { known } from '../record.ts'
import { defineDerivation } from '../rule.ts'
import type { NetworkCheck } from './check.ts'
import { checkOf } from './check-of.ts'
import type { Entrance, NetworkFact, NetworkNode } from './types.ts'
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
  const devicesOfLines = new Set<string>(seen.lines.flatMap(({ kind, device }) => (kind === 'telephone' ? [] : (known(device) ?? []))))
  const own = seen.networkNodes.flatMap((node) => {
    const device = deviceAt(node, seen)
    if (node.mobile === 'yes') return [{ node, device: node.asset }]
    if (node.kind !== 'outside' || (node.line !== undefined && !isLine(node))) return []
    if (isLine(node)) return endsNowhere(node, seen) ? [] : [{ node, device }]
    const isCarried = (device !== undefined && devicesOfLines.has(device)) || comesByVpn(node, seen)
    return isCarried || !hasWay(node, check) ? [] : [{ node, device }]
  })
  const taken = new Set<string>(own.flatMap(({ node, device }) => (node.kind === 'outside' && device !== undefined ? [device] : [])))
  return own
    .filter(({ node, device }) => node.kind === 'outside' || !taken.has(device ?? ''))
    .map(({ node, device }) => entranceOf(node, device, { seen, check }))
}

function isLine({ id, line }: NetworkNode): boolean {
  return line === id
}

/** Somebody has said that the line ends on no device. */
function endsNowhere({ line }: NetworkNode, { lines }: Seen): boolean {
  const device = byId(lines, line)?.device
  return device === 'none' || device === 'not-applicable'
}

function comesByVpn({ remotePath, vpn }: NetworkNode, { vpns }: Seen): boolean {
  return remotePath !== undefined && byId(vpns, vpn) !== undefined
}

function hasWay({ id }: NetworkNode, { graph }: NetworkCheck): boolean {
  return graph.edges.some(({ from, to }) => from === id || to === id)
}

/** The device on which a line or a VPN ends. */
function deviceAt({ id, line, vpn, remotePath }: NetworkNode, seen: Seen): Entrance['asset'] {
  if (remotePath !== undefined) return undefined
  const record = line === id ? byId(seen.lines, line) : byId(seen.vpns, vpn)
  return byId(seen.assets, known(record?.device))?.id
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
    behind: behindOf(node, device, check),
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

/** What can be reached by whoever holds the device; where nobody knows it, what can be reached through it. */
function behindOf(node: NetworkNode, device: string | undefined, { graph, ground }: NetworkCheck): readonly ZoneId[] {
  const start = graph.at.get(device ?? node.id)
  if (start === undefined) return []
  const count = walk(graph, ground, start, { limit: 'possible', fallen: true })
  const zones = Array.from(ground.queue.subarray(1, count), (n) => ({ zone: graph.nodes[n]?.zone, hops: ground.hops[n] ?? 0 }))
  return zones
    .flatMap(({ zone, hops }) => (zone === undefined ? [] : [{ zone, hops }]))
    .sort((a, b) => a.hops - b.hops || (a.zone < b.zone ? -1 : 1))
    .map(({ zone }) => zone)
}

function factsOf({ id, kind, line, vpn }: NetworkNode, device: string | undefined, { graph }: NetworkCheck): readonly NetworkFact[] {
  const own: NetworkFact =
    kind !== 'outside' ? { slice: 'assets', id, field: 'kind' } : { slice: line === id ? 'lines' : vpn === id ? 'vpns' : 'remotePaths', id }
  const told = graph.edges.filter(
    ({ from, to }) => (from === id || to === id) && (device === undefined || from === device || to === device),
  )
  return [own, ...told.flatMap(({ facts }) => facts).slice(0, 5)]
}
