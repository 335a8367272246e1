import {
  type Asset,
  type AssetKind,
  type AssetZones,
  addDays,
  date,
  type NetworkEdge,
  type NetworkNode,
  type Trust,
  type Zone,
} from '@mimamori/domain'
import { ids } from '../rules/builders.ts'

/** Devices by trust of their zone: name, kind, and share of the zone. */
const devicesOf: Readonly<Partial<Record<Trust, readonly (readonly [name: string, kind: AssetKind, share: number])[]>>> = {
  server: [
    ['電子カルテサーバ', 'server', 2],
    ['画像サーバ', 'server', 2],
    ['検査サーバ', 'server', 2],
    ['バックアップ装置', 'backup-device', 1],
    ['ストレージ', 'storage', 1],
  ],
  clinical: [
    ['外来PC', 'pc', 6],
    ['病棟PC', 'pc', 7],
    ['病棟タブレット', 'tablet', 2],
    ['診療プリンター', 'printer', 2],
  ],
  'medical-device': [
    ['生体情報モニタ', 'medical-device', 5],
    ['透析装置', 'medical-device', 3],
    ['検査機器', 'medical-device', 2],
  ],
  office: [
    ['事務PC', 'pc', 5],
    ['複合機', 'printer', 2],
    ['IP電話', 'phone', 2],
  ],
  guest: [
    ['来訪者用の親機', 'access-point', 2],
    ['案内表示', 'iot', 1],
  ],
  eligibility: [['資格確認端末', 'pc', 1]],
  maintenance: [['保守用PC', 'pc', 1]],
  dmz: [['中継サーバ', 'server', 1]],
}

export const today = date('2026-11-18')

interface Chance {
  readonly whole: (below: number) => number
}

export interface Filled {
  readonly assets: readonly Asset[]
  readonly assetZones: readonly AssetZones[]
}

/** So many devices in these zones, by the shares of each class of trust. */
export function fillZones(zones: readonly Zone[], endpoints: number, random: Chance): Filled {
  const places = zones.flatMap((zone) => (devicesOf[zone.trust] ?? []).map(([name, kind, share]) => ({ zone, name, kind, share })))
  const all = places.reduce((sum, one) => sum + one.share, 0)
  const assets: Asset[] = []
  const assetZones: AssetZones[] = []
  for (const [at, { zone, name, kind, share }] of places.entries()) {
    const isLast = at === places.length - 1
    const count = isLast ? endpoints - assets.length : Math.max(1, Math.round((endpoints * share) / all))
    const usualAge = [20, 200, 500, 30][random.whole(4)] ?? 20
    for (let n = 1; n <= count && assets.length < endpoints; n++) {
      const asset = deviceAt({ zone, name, kind }, n, assets.length)
      const age = random.whole(10) < 8 ? usualAge : random.whole(700)
      assets.push(asset)
      assetZones.push({
        id: asset.id,
        zones: [{ zone: zone.id, by: 'address', fact: { slice: 'zones', id: zone.id, field: 'prefixes' }, on: addDays(today, -age) }],
      })
    }
  }
  return { assets, assetZones }
}

export function deviceAt({ zone, name, kind }: { zone: Zone; name: string; kind: AssetKind }, number: number, serial: number): Asset {
  return { id: ids.asset(`a:${String(serial).padStart(5, '0')}`), name: `${name}${number}`, kind, room: zone.name }
}

/** A point of the graph for an asset. */
export function nodeOf(asset: Asset, ageDays: number): NetworkNode {
  return { id: asset.id, kind: 'device', asset: asset.id, on: addDays(today, -ageDays) }
}

/** An edge in the order of its ends, as the derivation gives it. */
export function edgeOf(a: string, b: string, rest: Partial<NetworkEdge> = {}): NetworkEdge {
  const [from, to] = a < b ? [a, b] : [b, a]
  return { id: `${from}~${to}`, from, to, layer: 'physical', control: 'none', by: ['lldp'], facts: [], on: addDays(today, -10), ...rest }
}
