import type { Asset } from '../assets/index.ts'
import { keptEach } from '../kept-by.ts'
import type { Entrance } from '../network/index.ts'
import { byId, inStep, type World } from '../picture.ts'
import { isKnown } from '../record.ts'
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

/** What leads from outside into the house, whatever stands where: by device the worst that ends on it, by zone the worst that reaches it. */
interface WaysIn {
  readonly devices: ReadonlyMap<string, Found>
  readonly zones: ReadonlyMap<string, Start>
}

/** Where one device stands and when it was last seen. */
interface Place {
  readonly zones: World['assetZones'][number] | undefined
  readonly seen: World['lastSeen'][number] | undefined
}

const worse: Readonly<Record<Exposure, number>> = { internet: 0, 'remote-path': 1, unknown: 2, internal: 3, none: 4 }
const keptWays = keptEach<Seen['reach'], WaysIn>()
const kept = keptEach<Asset, AssetExposure>()

/**
 * How every device can be come at, the worst of all ways to it: an entrance stands on it, something outside reaches its zone, it stands
 * inside, or nothing leads to it.
 */
export const exposures = defineDerivation({
  name: 'exposures',
  reads: ['assets', 'assetKinds', 'assetZones', 'entrances', 'reach', 'networkNodes', 'lines', 'vpns', 'remotePaths', 'lastSeen'],
  derive(seen) {
    const { assetKinds, entrances, reach, networkNodes, lines, vpns, remotePaths } = seen
    const ways = keptWays(reach, [entrances, networkNodes, lines, vpns, remotePaths], () => waysInOf(seen))
    const zonesOf = inStep(seen.assetZones)
    const sightOf = inStep(seen.lastSeen)
    return seen.assets.map((asset) => {
      const place: Place = { zones: zonesOf(asset.id), seen: sightOf(asset.id) }
      return kept(asset, [ways, assetKinds, place.zones, place.seen], () => exposureOf(asset, place, { ways, assetKinds }))
    })
  },
})

function exposureOf(asset: Asset, place: Place, { ways, assetKinds }: { ways: WaysIn; assetKinds: Seen['assetKinds'] }): AssetExposure {
  const { id } = asset
  const there = () => worstOf([ways.devices.get(id), ...byZone(place, ways)])
  return { id, ...(byItself(asset, place, assetKinds) ?? there() ?? nowhere(asset)) }
}

/** NOTE: a spare that something has seen since somebody called it a spare is switched on. */
function byItself({ id, kind, use, confirmedOn }: Asset, { seen }: Place, assetKinds: Seen['assetKinds']): Found | undefined {
  if (kind === 'cloud-service') return { exposure: 'internet', because: 'cloud', facts: [{ slice: 'assets', id, field: 'kind' }] }
  const isOff = seen === undefined || (confirmedOn !== undefined && seen.on < confirmedOn)
  if (use === 'spare' && isOff) return { exposure: 'none', because: 'spare', facts: [{ slice: 'assets', id, field: 'use' }] }
  if (byId(assetKinds, kind)?.onNetwork === false)
    return { exposure: 'none', because: 'no-network', facts: [{ slice: 'assets', id, field: 'kind' }] }
  return undefined
}

function waysInOf(seen: Seen): WaysIn {
  const devices = new Map<string, Found>()
  const lead = (id: string, way: Found) => devices.set(id, worstOf([devices.get(id), way]) ?? way)
  for (const entrance of seen.entrances) if (entrance.asset !== undefined) lead(entrance.asset, byEntrance(entrance, seen))
  for (const { id, device } of seen.vpns) if (isKnown(device)) lead(device, maintained({ slice: 'vpns', id, field: 'device' }))
  for (const { id, assets } of seen.remotePaths)
    for (const asset of assets ?? []) lead(asset, maintained({ slice: 'remotePaths', id, field: 'assets' }))
  return { devices, zones: startsByZone(seen) }
}

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

/** A closed line leads to others: the carrier's customers, a vendor's rooms. That of the eligibility check is closed by the state. */
function exposureOfEntrance({ exposure, line }: Entrance, { lines }: Seen): Exposure {
  if (exposure === 'internet' || exposure === 'unknown') return exposure
  return byId(lines, line)?.kind === 'eligibility' ? 'internal' : 'remote-path'
}

/** A VPN ends on a device, or a way of maintenance names it. */
function maintained(way: VulnerabilityFact): Found {
  return { exposure: 'remote-path', because: 'maintenance', from: way.id, facts: [way] }
}

function byZone(place: Place, ways: WaysIn): readonly Found[] {
  return (place.zones?.zones ?? []).map(({ zone, fact }): Found => {
    const start = ways.zones.get(zone)
    const there: VulnerabilityFact = fact
    if (!start) return { exposure: 'internal', because: 'inside', facts: [there, { slice: 'zones', id: zone }] }
    const because = start.exposure === 'internet' ? 'from-internet' : start.exposure === 'unknown' ? 'possible-way' : 'from-remote'
    return { exposure: start.exposure, because, from: start.from, facts: [there, ...start.facts] }
  })
}

function nowhere({ id }: Asset): Found {
  return { exposure: 'unknown', because: 'nowhere', facts: [{ slice: 'assets', id, field: 'zones' }] }
}

/** Of two alike the first. */
function worstOf(found: readonly (Found | undefined)[]): Found | undefined {
  return found.reduce((worst, one) => (one && (!worst || worse[one.exposure] < worse[worst.exposure]) ? one : worst), undefined)
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
