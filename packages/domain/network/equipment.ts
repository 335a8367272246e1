import { hostName } from '../assets/index.ts'
import type { AssetId } from '../ids.ts'
import type { World } from '../picture.ts'

type Asset = World['assets'][number]

/** What makes up the network stands on the map whatever zone it is in. */
const equipment: ReadonlySet<Asset['kind']> = new Set(['firewall', 'router', 'mobile-router', 'access-point', 'network-device'])

export function isEquipment({ kind }: Pick<Asset, 'kind'>): boolean {
  return equipment.has(kind)
}

type ByName = (device: string) => AssetId | undefined

const found = new WeakMap<readonly Asset[], ByName>()

/**
 * Equipment by the name or serial number that a session on its console shows; a name that two bear names nobody. Kept by the list of
 * assets, so that it is read once per version of it.
 */
export function equipmentOf(assets: readonly Asset[]): ByName {
  const before = found.get(assets)
  if (before) return before
  const named = namesOf(assets)
  const keys = new Map<string, string>()
  const byName: ByName = (device) => {
    const key = keys.get(device) ?? nameKey(device)
    keys.set(device, key)
    return named.get(key)
  }
  found.set(assets, byName)
  return byName
}

function namesOf(assets: readonly Asset[]): ReadonlyMap<string, AssetId | undefined> {
  const named = new Map<string, AssetId | undefined>()
  for (const asset of assets) {
    if (asset.kind !== undefined && asset.kind !== 'switch' && !isEquipment(asset)) continue
    const { id, name, hostNames, serial } = asset
    for (const key of new Set([name, ...(hostNames ?? []), ...(serial === undefined ? [] : [serial])].map(nameKey)))
      named.set(key, named.has(key) && named.get(key) !== id ? undefined : id)
  }
  return named
}

function nameKey(text: string): string {
  return hostName(text)?.label ?? text.trim().toLowerCase()
}
