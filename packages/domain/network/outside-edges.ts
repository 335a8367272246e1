import { isInUse, pathsInUse } from '../assets/index.ts'
import type { AssetId } from '../ids.ts'
import { byId, having } from '../picture.ts'
import { known } from '../record.ts'
import { dayOf, type EdgeSet, type Seen } from './edge-set.ts'
import { serversOf } from './equipment.ts'
import type { LinkControl, NetworkFact } from './types.ts'

type Asset = Seen['assets'][number]
type Line = Seen['lines'][number]
type Vpn = Seen['vpns'][number]
type RemotePath = Seen['remotePaths'][number]

/** Lines to their devices. A telephone line carries no network. */
export function addLines(edges: EdgeSet, seen: Seen): void {
  for (const line of seen.lines) {
    const device = deviceOf(line, seen)
    if (line.kind === 'telephone' || !device) continue
    const facts = [{ slice: 'lines', id: line.id, field: 'device' } as const, kindFact(device)]
    const control = isFirewall(device) ? 'filter' : 'unknown'
    edges.add({ from: line.id, to: device.id, layer: 'l3', control, assumed: true, by: 'line', facts, on: dayOf(line, seen) })
  }
}

/** VPNs to the devices on which they end; where nobody knows the device, to what somebody works on through them. */
export function addVpns(edges: EdgeSet, seen: Seen): void {
  for (const vpn of seen.vpns.filter(isInUse)) {
    const device = deviceOf(vpn, seen)
    const on = dayOf(vpn, seen)
    if (device) {
      const facts = [{ slice: 'vpns', id: vpn.id, field: 'device' } as const, kindFact(device)]
      edges.add({ from: vpn.id, to: device.id, layer: 'remote', control: controlAt(device, seen), assumed: true, by: 'vpn', facts, on })
    } else if (vpn.device === undefined) {
      const told: NetworkFact = { slice: 'vpns', id: vpn.id, field: 'device' }
      for (const { asset, fact } of servedBy(vpn, seen))
        edges.add({ from: vpn.id, to: asset, layer: 'remote', control: 'unknown', assumed: true, by: 'vpn', facts: [told, fact], on })
    }
  }
}

/** What a VPN serves: the devices of the remote paths on it, else the servers of its systems. */
function servedBy(vpn: Vpn, seen: Seen): readonly { readonly asset: AssetId; readonly fact: NetworkFact }[] {
  const paths = having(seen.remotePaths, 'vpn', vpn.id).filter(isInUse)
  const worked = paths.flatMap((path) =>
    insideOf(path, seen).map((asset) => ({ asset, fact: { slice: 'remotePaths', id: path.id, field: 'assets' } as const })),
  )
  if (worked.length > 0) return worked
  const systems = new Set<string>(vpn.systems)
  return serversOf(seen.assets)
    .filter(({ systems: of }) => of?.some((system) => systems.has(system)))
    .map(({ id }) => ({ asset: id, fact: { slice: 'vpns', id: vpn.id, field: 'systems' } }))
}

/** Ways of working from outside to where they come in: the VPN's device, the line's, or the devices themselves. */
export function addRemotePaths(edges: EdgeSet, seen: Seen): void {
  for (const path of pathsInUse(seen)) {
    const on = dayOf(path, seen)
    for (const { asset, control, facts } of endsOf(path, seen))
      edges.add({ from: path.id, to: asset, layer: 'remote', control, assumed: true, by: 'remote-path', facts, on })
  }
}

interface End {
  readonly asset: AssetId
  readonly control: LinkControl
  readonly facts: readonly NetworkFact[]
}

/** By these a device inside calls a service outside, and whoever holds the service is on the device: no firewall sees into it. */
const tunnels: ReadonlySet<RemotePath['way']> = new Set(['cloud-tool', 'remote-desktop', 'mobile-router'])

function endsOf(path: RemotePath, seen: Seen): readonly End[] {
  const vpn = byId(seen.vpns, known(path.vpn))
  const device = vpn && deviceOf(vpn, seen)
  const told = (field: string): NetworkFact => ({ slice: 'remotePaths', id: path.id, field })
  if (device) {
    const facts = [told('vpn'), { slice: 'vpns', id: vpn.id, field: 'device' } as const]
    return [{ asset: device.id, control: controlAt(device, seen), facts }]
  }
  const isTunnel = !vpn && tunnels.has(path.way)
  const line = isTunnel || vpn ? undefined : byId(seen.lines, known(path.line))
  const lineDevice = line && deviceOf(line, seen)
  if (lineDevice) {
    const facts = [told('line'), { slice: 'lines', id: line.id, field: 'device' } as const]
    return [{ asset: lineDevice.id, control: isFirewall(lineDevice) ? 'filter' : 'unknown', facts }]
  }
  return insideOf(path, seen).map((asset) => ({ asset, control: isTunnel ? 'none' : 'unknown', facts: [told('assets'), told('way')] }))
}

/** The devices of a path that stand in the house: a cloud service stands outside. */
function insideOf(path: RemotePath, seen: Seen): readonly AssetId[] {
  return (path.assets ?? []).filter((id) => {
    const asset = byId(seen.assets, id)
    return asset !== undefined && asset.kind !== 'cloud-service' && asset.kind !== 'removable-media'
  })
}

function deviceOf({ device }: Line | Vpn, seen: Seen): Asset | undefined {
  return byId(seen.assets, known(device))
}

function isFirewall({ kind }: Asset): boolean {
  return kind === 'firewall'
}

function kindFact({ id }: Asset): NetworkFact {
  return { slice: 'assets', id, field: 'kind' }
}

/** A firewall filters what a VPN brings; a router does so only where somebody has stated its rules. */
function controlAt(device: Asset, seen: Seen): LinkControl {
  if (isFirewall(device)) return 'filter'
  const stated = seen.links.some(
    ({ fromAsset, toAsset, control }) => (fromAsset === device.id || toAsset === device.id) && control === 'router-rules',
  )
  return device.kind === 'router' && stated ? 'router-rules' : 'unknown'
}
