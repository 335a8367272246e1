import type { Asset } from '../assets/index.ts'
import { keptEach } from '../kept-by.ts'
import { byId, type World } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import type { AssetExposure } from './derived/types.ts'
import { type Found, worstOf } from './ways-in.ts'

/** Everything that tells how one device can be come at. */
interface About {
  /** The way that ends on it. */
  readonly way: World['waysToDevices'][number] | undefined
  readonly zones: World['assetZones'][number]['zones']
  /** The ways into its zones, in their order. */
  readonly intoZones: readonly (World['waysToZones'][number] | undefined)[]
  readonly seen: World['lastSeen'][number] | undefined
  readonly traits: World['assetKinds'][number] | undefined
}

const kept = keptEach<Asset, AssetExposure>()
const nowhereKnown: About['zones'] = []

/**
 * How every device can be come at, the worst of all ways to it: an entrance stands on it, something outside reaches its zone, it stands
 * inside, or nothing leads to it.
 */
export const exposures = defineDerivation({
  name: 'exposures',
  reads: ['assets', 'assetKinds', 'assetZones', 'waysToDevices', 'waysToZones', 'lastSeen'],
  each: 'assets',
  derive({ assetKinds, assetZones, waysToDevices, waysToZones, lastSeen }, asset) {
    const { id, kind } = asset
    const zones = byId(assetZones, id)?.zones ?? nowhereKnown
    const intoZones = zones.map(({ zone }) => byId(waysToZones, zone))
    const about: About = { way: byId(waysToDevices, id), zones, intoZones, seen: byId(lastSeen, id), traits: byId(assetKinds, kind) }
    return kept(asset, [about.way, zones, about.seen, about.traits, ...intoZones], () => exposureOf(asset, about))
  },
})

function exposureOf(asset: Asset, about: About): AssetExposure {
  const { id } = asset
  const found = byItself(asset, about) ?? worstOf([about.way, ...byZone(about)]) ?? nowhere(asset)
  return { id, ...found }
}

/** NOTE: a spare that something has seen since somebody called it a spare is switched on. */
function byItself({ id, kind, use, confirmedOn }: Asset, { seen, traits }: About): Found | undefined {
  if (kind === 'cloud-service') return { exposure: 'internet', because: 'cloud', facts: [{ slice: 'assets', id, field: 'kind' }] }
  const isOff = seen === undefined || (confirmedOn !== undefined && seen.on < confirmedOn)
  if (use === 'spare' && isOff) return { exposure: 'none', because: 'spare', facts: [{ slice: 'assets', id, field: 'use' }] }
  if (traits?.onNetwork === false) return { exposure: 'none', because: 'no-network', facts: [{ slice: 'assets', id, field: 'kind' }] }
  return undefined
}

function byZone({ zones, intoZones }: About): readonly Found[] {
  return zones.map(({ zone, fact }, at): Found => {
    const way = intoZones[at]
    if (!way) return { exposure: 'internal', because: 'inside', facts: [fact, { slice: 'zones', id: zone }] }
    const { exposure, because, from } = way
    return { exposure, because, ...(from !== undefined && { from }), facts: [fact, ...way.facts] }
  })
}

function nowhere({ id }: Asset): Found {
  return { exposure: 'unknown', because: 'nowhere', facts: [{ slice: 'assets', id, field: 'zones' }] }
}
