import type { ZoneId } from '../ids.ts'
import { byId, type World } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import type { Exposure, VulnerabilityFact } from './types.ts'
import { exposureOfEntrance, type Found, isWorse, worstOf } from './ways-in.ts'

type Seen = Pick<World, 'entrances' | 'reach' | 'networkNodes' | 'lines'>

/** The worst point outside from which each zone is reached without a control; only past a link that nobody knows: unknown. */
export const waysToZones = defineDerivation({
  name: 'waysToZones',
  reads: ['entrances', 'reach', 'networkNodes', 'lines'],
  derive(seen) {
    const ways = new Map<ZoneId, Found>()
    for (const { id, zones } of seen.reach) {
      const node = byId(seen.networkNodes, id)
      if (node?.kind !== 'outside') continue
      const entrance = byId(seen.entrances, id)
      const sure = entrance ? exposureOfEntrance(entrance, seen) : node.trust === 'internet' ? 'internet' : 'remote-path'
      const facts: readonly VulnerabilityFact[] = entrance?.facts.slice(0, 1) ?? [factOfOutside(node)]
      for (const { zone, possible } of zones) {
        const exposure = possible && isWorse(sure, 'unknown') ? 'unknown' : sure
        if (exposure === 'internal') continue
        const way: Found = { exposure, because: reasonOf(exposure), from: id, facts }
        ways.set(zone, worstOf([ways.get(zone), way]) ?? way)
      }
    }
    return [...ways].map(([id, way]) => ({ id, ...way }))
  },
})

function reasonOf(exposure: Exposure): Found['because'] {
  return exposure === 'internet' ? 'from-internet' : exposure === 'unknown' ? 'possible-way' : 'from-remote'
}

function factOfOutside({ id, line, vpn }: Seen['networkNodes'][number]): VulnerabilityFact {
  return { slice: line === id ? 'lines' : vpn === id ? 'vpns' : 'remotePaths', id }
}
