import { fact } from '../finding.ts'
import { byId, having, type World } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { draftOfWay, worstWays } from './path-finding.ts'
import type { ForbiddenPath, NetworkNode } from './types.ts'

type Seen = Pick<World, 'networkNodes' | 'remotePaths' | 'vpns' | 'assets' | 'assetZones'>

/** From the network of a vendor or carrier more can be reached than the devices that are worked on from there. */
export const partnerReachesBeyond = defineRule({
  id: 'network/partner-reaches-beyond',
  area: 'network',
  reads: ['forbiddenPaths', 'networkNodes', 'networkEdges', 'remotePaths', 'vpns', 'assets', 'assetZones'],
  evaluate(seen) {
    const ways = worstWays(seen, ['partner-inside'], (path) => !isCarrierOfOthers(path, seen) && !isServed(path, seen))
    return ways.map(({ path, others }) => {
      const draft = draftOfWay(path, seen, { others })
      const served = fact('remotePaths', byId(seen.networkNodes, path.start)?.remotePath, 'assets')
      const [start, ...rest] = draft.because
      return start ? { ...draft, because: [{ ...start, facts: [...start.facts, served] }, ...rest] } : draft
    })
  },
})

/** What comes over a line or a VPN is told by the way of maintenance that uses it, with the vendor's name. */
function isCarrierOfOthers({ start }: ForbiddenPath, { networkNodes }: Seen): boolean {
  return networkNodes.some(({ id, line, vpn }) => id !== start && (line === start || vpn === start))
}

/** A zone with a device that is worked on by this way is no further than it has to go. */
function isServed({ start, target }: ForbiddenPath, seen: Seen): boolean {
  const node = byId(seen.networkNodes, start)
  const paths = node ? pathsOn(node, seen) : []
  const systems = new Set<string>([...paths.flatMap((path) => path.systems ?? []), ...(byId(seen.vpns, node?.vpn)?.systems ?? [])])
  const assets = new Set<string>([
    ...paths.flatMap((path) => path.assets ?? []),
    ...seen.assets.filter(({ kind, systems: of }) => kind === 'server' && of?.some((system) => systems.has(system))).map(({ id }) => id),
  ])
  return [...assets].some((id) => byId(seen.assetZones, id)?.zones.some(({ zone }) => zone === target))
}

function pathsOn({ remotePath, vpn }: NetworkNode, { remotePaths }: Seen): Seen['remotePaths'] {
  if (remotePath !== undefined) return remotePaths.filter(({ id }) => id === remotePath)
  return vpn === undefined ? [] : having(remotePaths, 'vpn', vpn)
}
