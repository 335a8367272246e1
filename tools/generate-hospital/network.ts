import { type Asset, date, entityId, type Link, type LinkId, type SourceId, type Trust, type Zone, type ZoneId } from '@mimamori/domain'

/** Numbers of networks by the first part of a device's host name; a fleet has one of its own, and PCs one for every 256 of them. */
const networks: Readonly<Record<string, number>> = {
  pc: 50,
  tab: 58,
  pump: 60,
  monitor: 61,
  modality: 62,
  sv: 70,
  nas: 71,
  bk: 72,
  mfp: 80,
  tel: 81,
  cam: 82,
  plc: 83,
  ap: 90,
  sw: 91,
  rt: 92,
  fw: 93,
}

function networkOf(host: string, at: number): number {
  const first = networks[host] ?? 99
  return host === 'pc' ? first + (at >> 8) : first
}

export function addressOf(host: string, at: number): string {
  const number = host === 'pc' ? at & 255 : at
  return `10.${networkOf(host, at)}.${(number + 1) >> 8}.${(number + 1) & 255}`
}

/** VLAN of the port on which a device is seen: the number of its network. */
export function vlanOf(asset: Asset): string | undefined {
  return asset.ips?.[0]?.split('.')[1]
}

const wholes: readonly (readonly [string, string, Trust, readonly number[]])[] = [
  ['z:tablets', '診療の無線', 'clinical', [58]],
  ['z:pumps', 'ポンプの網', 'medical-device', [60]],
  ['z:monitors', '生体情報モニタの網', 'medical-device', [61]],
  ['z:modalities', '検査・画像装置の網', 'medical-device', [62]],
  ['z:servers', 'サーバ室', 'server', [70, 71, 72]],
  ['z:office', '事務の網', 'office', [80, 81]],
  ['z:building', '設備の網', 'office', [82, 83]],
  ['z:core', '基幹の網', 'core', [90, 91, 92, 93]],
  ['z:guest', '来訪者用Wi-Fi', 'guest', [95]],
  ['z:eligibility', '資格確認の網', 'eligibility', [96]],
]

const pcNetworks = 8

/** Zones by what stands in them: of the PCs one for each network. */
export function zonesOf(source: SourceId): readonly Zone[] {
  const zone = (id: string, name: string, trust: Trust, numbers: readonly number[]): Zone => ({
    id: entityId<ZoneId>(id),
    name,
    trust,
    prefixes: numbers.map((number) => `10.${number}.0.0/16`),
    vlans: numbers.map(String),
    source,
    confirmedOn: date('2026-09-01'),
  })
  const clinical = Array.from({ length: pcNetworks }, (_, at) => zone(`z:clinical-${at + 1}`, `診療の網 ${at + 1}`, 'clinical', [50 + at]))
  return [...clinical, ...wholes.map(([id, name, trust, numbers]) => zone(id, name, trust, numbers))]
}

/** The core switch joins care and servers without rules and medical devices by rules; a firewall holds office and guests apart. */
export function linksOf(assets: readonly Asset[], zones: readonly Zone[], source: SourceId): readonly Link[] {
  const first = (kind: Asset['kind']) => assets.find((asset) => asset.kind === kind && !asset.unlisted)?.id
  const [core, firewall] = [first('switch'), first('firewall')]
  return zones.flatMap(({ id: toZone, trust }): readonly Link[] => {
    const isHeld = trust === 'office' || trust === 'guest'
    const from = isHeld ? firewall : core
    if (!from || trust === 'eligibility' || trust === 'core') return []
    const control = isHeld ? 'filter' : trust === 'medical-device' ? 'router-rules' : 'none'
    const id = entityId<LinkId>(`link:${toZone.slice(2)}`)
    return [{ id, fromAsset: from, toZone, layer: 'l3', control, source, confirmedOn: date('2026-09-01') }]
  })
}
