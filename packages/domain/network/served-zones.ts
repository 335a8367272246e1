import { isInUse } from '../assets/index.ts'
import type { ZoneId } from '../ids.ts'
import { byId, having, type World } from '../picture.ts'
import { serversOf } from './equipment.ts'
import type { NetworkNode } from './types.ts'

type Seen = Pick<World, 'remotePaths' | 'vpns' | 'assets' | 'assetZones'>

/**
 * Zones of the devices that are worked on from an outside: no further than it has to go. NOTE: what comes over a line or a VPN is told
 * by the way of maintenance that uses it, with the vendor's name.
 */
export function servedZones(seen: Seen): (node: NetworkNode) => readonly ZoneId[] {
  const servers = new Map<string, string[]>()
  for (const { id, systems } of serversOf(seen.assets))
    for (const system of systems ?? []) servers.set(system, [...(servers.get(system) ?? []), id])
  return (node) => {
    const paths = pathsOn(node, seen)
    const systems = [...paths.flatMap((path) => path.systems ?? []), ...(byId(seen.vpns, node.vpn)?.systems ?? [])]
    const assets: readonly string[] = [
      ...paths.flatMap((path) => path.assets ?? []),
      ...systems.flatMap((system) => servers.get(system) ?? []),
    ]
    return [...new Set(assets.flatMap((id) => (byId(seen.assetZones, id)?.zones ?? []).map(({ zone }) => zone)))].sort()
  }
}

function pathsOn({ remotePath, vpn }: NetworkNode, { remotePaths }: Seen): Seen['remotePaths'] {
  if (remotePath !== undefined) return remotePaths.filter(({ id }) => id === remotePath)
  return vpn === undefined ? [] : having(remotePaths, 'vpn', vpn).filter(isInUse)
}
