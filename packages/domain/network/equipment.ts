import { hostName } from '../assets/index.ts'
import type { AssetId } from '../ids.ts'
import { keptBy } from '../kept-by.ts'
import type { World } from '../picture.ts'

type Asset = World['assets'][number]

/** What makes up the network stands on the map whatever zone it is in. */
const equipment: ReadonlySet<Asset['kind']> = new Set(['firewall', 'router', 'mobile-router', 'access-point', 'network-device'])

export function isEquipment({ kind }: Pick<Asset, 'kind'>): boolean {
  return equipment.has(kind)
}

/** The servers among these devices. */
export const serversOf = keptBy((assets: readonly Asset[]) => assets.filter(({ kind }) => kind === 'server'))

type ByName = (device: string) => AssetId | undefined

/**
 * Equipment by the name or serial number that a session on its console shows; a name that two bear names nobody. Kept by the list of
 * assets, so that it is read once per version of it.
 */
export const equipmentOf = keptBy((assets: readonly Asset[]): ByName => {
  const named = namesOf(assets)
  const keys = new Map<string, string>()
  return (device) => {
    const key = keys.get(device) ?? nameKey(device)
    keys.set(device, key)
    return named.get(key)
  }
})

function namesOf(assets: readonly Asset[]): ReadonlyMap<string, AssetId | undefined> {
  const named = new Map<string, AssetId | undefined>()
  for (const asset of assets) {
    if (asset.kind !== undefined && asset.kind !== 'switch' && !isEquipment(asset)) continue
    for (const key of keysOf(asset)) named.set(key, named.has(key) && named.get(key) !== asset.id ? undefined : asset.id)
  }
  return named
}

const keysOf = keptBy(
  ({ name, hostNames, serial }: Asset) => new Set([name, ...(hostNames ?? []), ...(serial === undefined ? [] : [serial])].map(nameKey)),
)

function nameKey(text: string): string {
  return hostName(text)?.label ?? text.trim().toLowerCase()
}
