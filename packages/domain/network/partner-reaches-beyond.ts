import { isInUse } from '../assets/index.ts'
import { fact } from '../finding.ts'
import { byId, having, type World } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { draftOfWay, worstWays } from './path-finding.ts'
import type { NetworkNode } from './types.ts'

type Seen = Pick<World, 'networkNodes' | 'remotePaths' | 'vpns' | 'assets' | 'assetZones'>

/** From the network of a vendor or carrier more can be reached than the devices that are worked on from there. */
export const partnerReachesBeyond = defineRule({
  id: 'network/partner-reaches-beyond',
  area: 'network',
  reads: ['forbiddenPaths', 'networkNodes', 'networkEdges', 'remotePaths', 'vpns', 'assets', 'assetZones'],
  evaluate(seen) {
    const carriers = new Set<string | undefined>(seen.networkNodes.flatMap(({ id, line, vpn }) => [line, vpn].filter((way) => way !== id)))
    const zonesFrom = servedZones(seen)
    const ways = worstWays(seen, ['partner-inside'], ({ start, target }) => !carriers.has(start) && !zonesFrom(start).has(target))
    return ways.map(({ path, others }) => {
      const draft = draftOfWay(path, seen, { others })
      const served = fact('remotePaths', byId(seen.networkNodes, path.start)?.remotePath, 'assets')
      const [start, ...rest] = draft.because
      return start ? { ...draft, because: [{ ...start, facts: [...start.facts, served] }, ...rest] } : draft
    })
  },
})

/**
 * Zones of the devices that are worked on from an outside: no further than it has to go. NOTE: what comes over a line or a VPN is told
 * by the way of maintenance that uses it, with the vendor's name.
 */
function servedZones(seen: Seen): (start: string) => ReadonlySet<string> {
  const servers = new Map<string, string[]>()
  for (const { id, kind, systems } of seen.assets) {
    if (kind !== 'server') continue
    for (const system of systems ?? []) servers.set(system, [...(servers.get(system) ?? []), id])
  }
  const known = new Map<string, ReadonlySet<string>>()
  return (start) => {
    const before = known.get(start)
    if (before) return before
    const node = byId(seen.networkNodes, start)
    const paths = node ? pathsOn(node, seen) : []
    const systems = [...paths.flatMap((path) => path.systems ?? []), ...(byId(seen.vpns, node?.vpn)?.systems ?? [])]
    const assets: readonly string[] = [
      ...paths.flatMap((path) => path.assets ?? []),
      ...systems.flatMap((system) => servers.get(system) ?? []),
    ]
    const zones = new Set<string>(assets.flatMap((id) => (byId(seen.assetZones, id)?.zones ?? []).map(({ zone }) => zone)))
    known.set(start, zones)
    return zones
  }
}

function pathsOn({ remotePath, vpn }: NetworkNode, { remotePaths }: Seen): Seen['remotePaths'] {
  if (remotePath !== undefined) return remotePaths.filter(({ id }) => id === remotePath)
  return vpn === undefined ? [] : having(remotePaths, 'vpn', vpn).filter(isInUse)
}
