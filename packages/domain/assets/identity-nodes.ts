import type { AssetId } from '../ids.ts'
import { directoryKey, hostName, ipKey, macKey, modelKey, serialKey, tagKey, uuidKey } from './keys.ts'
import type { Observation } from './observation.ts'
import type { Asset, AssetKind, Claim } from './types.ts'

/** Everything by which one asset or observation can be told; sets, since a device may have several of each. */
export interface Keys {
  readonly serials: Set<string>
  readonly directoryIds: Set<string>
  readonly uuids: Set<string>
  readonly tags: Set<string>
  /** Addresses that belong to one device. */
  readonly macs: Set<string>
  /** Random and virtual ones. */
  readonly weakMacs: Set<string>
  readonly sharedMacs: Set<string>
  readonly names: Set<string>
  readonly domains: Set<string>
  readonly models: Set<string>
  readonly kinds: Set<AssetKind>
  readonly ips: Set<string>
}

export interface Node {
  readonly asset?: AssetId
  /** Number of the observation. */
  readonly observation?: number
  readonly file: string
  readonly keys: Keys
}

type Told = Pick<Observation, 'serials' | 'directoryIds' | 'uuids' | 'tags' | 'macs' | 'ips' | 'names' | 'kind' | 'maker' | 'model'>

function noKeys(): Keys {
  return {
    serials: new Set(),
    directoryIds: new Set(),
    uuids: new Set(),
    tags: new Set(),
    macs: new Set(),
    weakMacs: new Set(),
    sharedMacs: new Set(),
    names: new Set(),
    domains: new Set(),
    models: new Set(),
    kinds: new Set(),
    ips: new Set(),
  }
}

function take(into: Set<string>, texts: readonly string[] | undefined, keyOf: (text: string) => string | undefined): void {
  for (const text of texts ?? []) {
    const key = keyOf(text)
    if (key !== undefined) into.add(key)
  }
}

function addTold(keys: Keys, told: Told): Keys {
  take(keys.serials, told.serials, serialKey)
  take(keys.directoryIds, told.directoryIds, directoryKey)
  take(keys.uuids, told.uuids, uuidKey)
  take(keys.tags, told.tags, tagKey)
  take(keys.ips, told.ips, ipKey)
  for (const text of told.macs ?? []) {
    const mac = macKey(text)
    if (mac) (mac.worth === 'sure' ? keys.macs : mac.worth === 'shared' ? keys.sharedMacs : keys.weakMacs).add(mac.key)
  }
  for (const text of told.names ?? []) {
    const name = hostName(text)
    if (name) keys.names.add(name.label)
    if (name?.domain !== undefined) keys.domains.add(name.domain)
  }
  const model = modelKey(told.maker, told.model)
  if (model !== undefined) keys.models.add(model)
  if (told.kind && told.kind !== 'other') keys.kinds.add(told.kind)
  return keys
}

function toldOfAsset(asset: Asset): Told {
  return {
    ...(asset.serial !== undefined && { serials: [asset.serial] }),
    ...(asset.tag !== undefined && { tags: [asset.tag] }),
    ...(asset.macs && { macs: asset.macs }),
    ...(asset.ips && { ips: asset.ips }),
    ...(asset.hostNames && { names: asset.hostNames }),
    ...(asset.kind && { kind: asset.kind }),
    ...(asset.maker !== undefined && { maker: asset.maker }),
    ...(asset.model !== undefined && { model: asset.model }),
  }
}

/** One node per asset, with what earlier sources said of it, then one per observation. NOTE: an old address says nothing: addresses wander. */
export function nodesOf(observations: readonly Observation[], assets: readonly Asset[], claims: readonly Claim[]): readonly Node[] {
  const known = new Map<string, Keys>(assets.map((asset) => [asset.id, addTold(noKeys(), toldOfAsset(asset))]))
  for (const claim of claims) {
    const keys = claim.asset === undefined ? undefined : known.get(claim.asset)
    const { ips: _, ...lasting } = claim
    if (keys) addTold(keys, lasting)
  }
  return [
    ...assets.map((asset): Node => ({ asset: asset.id, file: '', keys: known.get(asset.id) ?? noKeys() })),
    ...observations.map((told, observation): Node => ({ observation, file: told.file, keys: addTold(noKeys(), told) })),
  ]
}

/** Puts the keys of one component into those of another. */
export function addKeys(into: Keys, from: Keys): void {
  for (const name of Object.keys(into) as (keyof Keys)[]) for (const key of from[name]) (into[name] as Set<string>).add(key) // both are the set of this name
}
