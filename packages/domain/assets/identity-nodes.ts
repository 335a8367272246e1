import type { AssetId } from '../ids.ts'
import { directoryKey, hostName, ipKey, macKey, modelKey, serialKey, tagKey, uuidKey } from './keys.ts'
import type { Observation } from './observation.ts'
import type { Asset, Claim } from './types.ts'

/** Everything by which one asset or observation can be told; a device may have several of each. */
export interface Keys {
  serials: ReadonlySet<string>
  directoryIds: ReadonlySet<string>
  uuids: ReadonlySet<string>
  tags: ReadonlySet<string>
  /** Addresses that belong to one device. */
  macs: ReadonlySet<string>
  /** Random and virtual ones. */
  weakMacs: ReadonlySet<string>
  sharedMacs: ReadonlySet<string>
  names: ReadonlySet<string>
  domains: ReadonlySet<string>
  models: ReadonlySet<string>
  kinds: ReadonlySet<string>
  ips: ReadonlySet<string>
}

export interface Node {
  readonly asset?: AssetId
  /** Number of the observation. */
  readonly observation?: number
  readonly file: string
  readonly keys: Keys
}

type Told = Pick<Observation, 'serials' | 'directoryIds' | 'uuids' | 'tags' | 'macs' | 'ips' | 'names' | 'kind' | 'maker' | 'model'>

/** Shared by all that have none: most devices have three keys of twelve. */
const nothing: ReadonlySet<string> = new Set()

function noKeys(): Keys {
  return {
    serials: nothing,
    directoryIds: nothing,
    uuids: nothing,
    tags: nothing,
    macs: nothing,
    weakMacs: nothing,
    sharedMacs: nothing,
    names: nothing,
    domains: nothing,
    models: nothing,
    kinds: nothing,
    ips: nothing,
  }
}

/** NOTE: a set of a component grows in place, so that a thousand sights of one device are not copied a thousand times. */
function add(keys: Keys, name: keyof Keys, key: string | undefined): void {
  if (key === undefined) return
  const set = keys[name]
  if (set === nothing) keys[name] = new Set([key])
  else (set as Set<string>).add(key) // every set but `nothing` was made here
}

function addTold(keys: Keys, told: Told): Keys {
  for (const text of told.serials ?? []) add(keys, 'serials', serialKey(text))
  for (const text of told.directoryIds ?? []) add(keys, 'directoryIds', directoryKey(text))
  for (const text of told.uuids ?? []) add(keys, 'uuids', uuidKey(text))
  for (const text of told.tags ?? []) add(keys, 'tags', tagKey(text))
  for (const text of told.ips ?? []) add(keys, 'ips', ipKey(text))
  for (const text of told.macs ?? []) {
    const mac = macKey(text)
    if (mac) add(keys, mac.worth === 'sure' ? 'macs' : mac.worth === 'shared' ? 'sharedMacs' : 'weakMacs', mac.key)
  }
  for (const text of told.names ?? []) {
    const name = hostName(text)
    add(keys, 'names', name?.label)
    add(keys, 'domains', name?.domain)
  }
  add(keys, 'models', modelKey(told.maker, told.model))
  if (told.kind !== 'other') add(keys, 'kinds', told.kind)
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

const keyNames = Object.keys(noKeys()) as (keyof Keys)[] // keys of our own record

/** Puts the keys of one component into those of another. */
export function addKeys(into: Keys, from: Keys): void {
  for (const name of keyNames) for (const key of from[name]) add(into, name, key)
}
