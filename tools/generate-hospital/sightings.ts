import { type Asset, addDays, type Claim, type ClaimId, date, entityId, type InstalledSoftware, type SoftwareId } from '@mimamori/domain'
import { vlanOf } from './network.ts'
import type { Random } from './random.ts'

/** What the scans of October and November said: most devices of a network are seen by two sources. */
export function claimsOf(random: Random, assets: readonly Asset[]): readonly Claim[] {
  const found: Claim[] = []
  const add = (claim: Omit<Claim, 'id'>) =>
    found.push({ id: entityId<ClaimId>(`claim:${String(found.length + 1).padStart(6, '0')}`), ...claim })
  for (const [at, asset] of assets.entries()) {
    if (!asset.macs || random.isTrue(0.04)) continue
    const told = { asset: asset.id, macs: asset.macs, row: at + 2, rule: asset.unlisted ? 'nothing-known' : 'mac' }
    const day = addDays(date('2026-10-15'), random.whole(32))
    add({ ...told, by: 'nmap', file: 'scans/nmap.xml', seenAt: `${day}T01:00:00Z`, ...(asset.ips && { ips: asset.ips }) })
    const vlan = vlanOf(asset)
    const link = { ...placeOf(at), ...(vlan !== undefined && { vlan }) }
    if (random.isTrue(0.7)) add({ ...told, by: 'mac-table', file: 'scans/switches.txt', link })
    if (asset.kind === 'pc' && asset.hostNames)
      add({
        asset: asset.id,
        row: at + 2,
        rule: 'name',
        by: 'directory',
        file: 'scans/ad-computers.csv',
        seenAt: day,
        names: asset.hostNames,
      })
  }
  return found
}

const portsPerSwitch = 40
const devicesPerHub = 300

/** Each device has a port of its own, but now and then three hang on one. */
function placeOf(at: number): { readonly device: string; readonly port: string } {
  const onHub = at % devicesPerHub
  const place = onHub < 3 ? at - onHub : at
  return {
    device: `sw-${String(1 + Math.floor(place / portsPerSwitch)).padStart(4, '0')}`,
    port: `port1.0.${1 + (place % portsPerSwitch)}`,
  }
}

const programs = [
  ['例カルテ 端末', '8.2'],
  ['Microsoft Office 2024', '16.0'],
  ['Google Chrome', '142.0'],
  ['例ウイルス対策', '5.3'],
  ['例リモート', '2.0'],
  ['7-Zip', '24.08'],
  ['例ビュー', '6.4'],
] as const

/** A handful of programs on every server and PC; some that nobody has gone through yet. */
export function softwareOf(random: Random, assets: readonly Asset[]): readonly InstalledSoftware[] {
  const computers = assets.filter(({ kind, unlisted }) => !unlisted && (kind === 'pc' || kind === 'server'))
  const all = computers.flatMap(({ id: asset }) =>
    programs.filter(() => random.isTrue(0.65)).map(([name, version]) => ({ asset, name, version, isChecked: random.isTrue(0.95) })),
  )
  return all.map(({ isChecked, ...program }, at) => ({
    id: entityId<SoftwareId>(`sw:${String(at + 1).padStart(6, '0')}`),
    ...program,
    ...(isChecked && { needed: program.name === '例リモート' && at % 9 === 0 ? ('no' as const) : ('yes' as const) }),
  }))
}
