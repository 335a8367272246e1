import type { Asset } from '../assets/index.ts'
import type { Entrance } from '../network/index.ts'
import { byId, having, type World } from '../picture.ts'
import { known } from '../record.ts'
import { defineDerivation } from '../rule.ts'
import type { AssetExposure } from './derived/types.ts'
import type { Exposure, VulnerabilityFact } from './types.ts'

type Seen = Pick<
  World,
  'assets' | 'assetKinds' | 'assetZones' | 'entrances' | 'reach' | 'networkNodes' | 'lines' | 'vpns' | 'remotePaths' | 'lastSeen'
>

/** How a device can be come at, without its id. */
type Found = Omit<AssetExposure, 'id'>

/** From where the devices of a zone can be come at. */
interface Start {
  readonly exposure: Exposure
  readonly from: string
  readonly facts: readonly VulnerabilityFact[]
}

const worse: Readonly<Record<Exposure, number>> = { internet: 0, 'remote-path': 1, unknown: 2, internal: 3, none: 4 }

/**
 * How every device can be come at, the worst of all ways to it: an entrance stands on it, something outside reaches its zone, it stands
 * inside, or nothing leads to it.
 */
export const exposures = defineDerivation({
  name: 'exposures',
  reads: ['assets', 'assetKinds', 'assetZones', 'entrances', 'reach', 'networkNodes', 'lines', 'vpns', 'remotePaths', 'lastSeen'],
  derive(seen) {
    const zones = startsByZone(seen)
    return seen.assets.map((asset) => ({ id: asset.id, ...exposureOf(asset, seen, zones) }))
  },
})

function exposureOf(asset: Asset, seen: Seen, zones: ReadonlyMap<string, Start>): Found {
  const ways = () => worstOf([...atEntrance(asset, seen), ...byRemotePath(asset, seen), ...byZone(asset, seen, zones)])
  return byItself(asset, seen) ?? ways() ?? nowhere(asset)
}

/** NOTE: a spare that something has seen since somebody called it a spare is switched on. */
function byItself({ id, kind, use, confirmedOn }: Asset, { assetKinds, lastSeen }: Seen): Found | undefined {
  if (kind === 'cloud-service') return { exposure: 'internet', because: 'cloud', facts: [{ slice: 'assets', id, field: 'kind' }] }
  const seenOn = byId(lastSeen, id)?.on
  const isOff = seenOn === undefined || (confirmedOn !== undefined && seenOn < confirmedOn)
  if (use === 'spare' && isOff) return { exposure: 'none', because: 'spare', facts: [{ slice: 'assets', id, field: 'use' }] }
  if (byId(assetKinds, kind)?.onNetwork === false)
    return { exposure: 'none', because: 'no-network', facts: [{ slice: 'assets', id, field: 'kind' }] }
  return undefined
}

/** The entrances that stand on the device. */
function atEntrance({ id }: Asset, seen: Seen): readonly Found[] {
  return having(seen.entrances, 'asset', id).map((entrance): Found => {
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
  })
}

/** A closed line leads to others: the carrier's customers, a vendor's rooms. That of the eligibility check is closed by the state. */
function exposureOfEntrance({ exposure, line }: Entrance, { lines }: Seen): Exposure {
  if (exposure === 'internet' || exposure === 'unknown') return exposure
  return byId(lines, line)?.kind === 'eligibility' ? 'internal' : 'remote-path'
}

/** A VPN ends on it, or a way of maintenance names it. */
function byRemotePath({ id }: Asset, { vpns, remotePaths }: Seen): readonly Found[] {
  const vpn = vpns.find(({ device }) => known(device) === id)
  const path = remotePaths.find(({ assets }) => assets?.includes(id))
  return [
    ...(vpn ? [maintained({ slice: 'vpns', id: vpn.id, field: 'device' })] : []),
    ...(path ? [maintained({ slice: 'remotePaths', id: path.id, field: 'assets' })] : []),
  ]
}

function maintained(way: VulnerabilityFact): Found {
  return { exposure: 'remote-path', because: 'maintenance', from: way.id, facts: [way] }
}

function byZone({ id }: Asset, { assetZones }: Seen, starts: ReadonlyMap<string, Start>): readonly Found[] {
  const zones = byId(assetZones, id)?.zones ?? []
  return zones.map(({ zone, fact }): Found => {
    const start = starts.get(zone)
    const there: VulnerabilityFact = fact
    if (!start) return { exposure: 'internal', because: 'inside', facts: [there, { slice: 'zones', id: zone }] }
    const because = start.exposure === 'internet' ? 'from-internet' : start.exposure === 'unknown' ? 'possible-way' : 'from-remote'
    return { exposure: start.exposure, because, from: start.from, facts: [there, ...start.facts] }
  })
}

function nowhere({ id }: Asset): Found {
  return { exposure: 'unknown', because: 'nowhere', facts: [{ slice: 'assets', id, field: 'zones' }] }
}

function worstOf(found: readonly Found[]): Found | undefined {
  return found.toSorted((a, b) => worse[a.exposure] - worse[b.exposure])[0]
}

/** The worst point outside from which each zone is reached without a control; only past a link that nobody knows: unknown. */
function startsByZone(seen: Seen): ReadonlyMap<string, Start> {
  const starts = new Map<string, Start>()
  for (const { id, zones } of seen.reach) {
    const node = byId(seen.networkNodes, id)
    if (node?.kind !== 'outside') continue
    const entrance = byId(seen.entrances, id)
    const sure = entrance ? exposureOfEntrance(entrance, seen) : node.trust === 'internet' ? 'internet' : 'remote-path'
    const facts: readonly VulnerabilityFact[] = entrance?.facts.slice(0, 1) ?? [factOfOutside(node)]
    for (const { zone, possible } of zones) {
      const start: Start = { exposure: possible && worse[sure] < worse.unknown ? 'unknown' : sure, from: id, facts }
      const before = starts.get(zone)
      if (start.exposure !== 'internal' && (!before || worse[start.exposure] < worse[before.exposure])) starts.set(zone, start)
    }
  }
  return starts
}

function factOfOutside({ id, line, vpn }: World['networkNodes'][number]): VulnerabilityFact {
  return { slice: line === id ? 'lines' : vpn === id ? 'vpns' : 'remotePaths', id }
}
