import { isInUse, pathsInUse } from '../assets/index.ts'
import type { AssetId } from '../ids.ts'
import type { Entrance } from '../network/index.ts'
import { byId, type World } from '../picture.ts'
import { isKnown } from '../record.ts'
import { defineDerivation } from '../rule.ts'
import type { VulnerabilityFact } from './types.ts'
import { exposureOfEntrance, type Found, worstOf } from './ways-in.ts'

type Seen = Pick<World, 'entrances' | 'networkNodes' | 'lines' | 'vpns' | 'remotePaths'>

/** What ends on a device itself: an entrance stands on it, a VPN in use ends on it, or a way of maintenance in use names it. */
export const waysToDevices = defineDerivation({
  name: 'waysToDevices',
  reads: ['entrances', 'networkNodes', 'lines', 'vpns', 'remotePaths'],
  derive(seen) {
    const ways = new Map<AssetId, Found>()
    const lead = (id: AssetId, way: Found) => ways.set(id, worstOf([ways.get(id), way]) ?? way)
    for (const entrance of seen.entrances) if (entrance.asset !== undefined) lead(entrance.asset, byEntrance(entrance, seen))
    for (const { id, device } of seen.vpns.filter(isInUse))
      if (isKnown(device)) lead(device, maintained({ slice: 'vpns', id, field: 'device' }))
    for (const { id, assets } of pathsInUse(seen))
      for (const asset of assets ?? []) lead(asset, maintained({ slice: 'remotePaths', id, field: 'assets' }))
    return [...ways].map(([id, way]) => ({ id, ...way }))
  },
})

function byEntrance(entrance: Entrance, seen: Seen): Found {
  const isMobile = byId(seen.networkNodes, entrance.id)?.mobile === 'yes'
  const exposure = exposureOfEntrance(entrance, seen)
  const because = isMobile
    ? 'mobile'
    : entrance.exposure === 'closed'
      ? 'closed-line'
      : exposure === 'remote-path'
        ? 'maintenance'
        : 'entrance'
  return { exposure, because, from: entrance.id, facts: entrance.facts }
}

function maintained(way: VulnerabilityFact): Found {
  return { exposure: 'remote-path', because: 'maintenance', from: way.id, facts: [way] }
}
