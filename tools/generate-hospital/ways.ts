import {
  type AccountList,
  type AccountListId,
  type Asset,
  addDays,
  date,
  entityId,
  type FaxFlow,
  type FaxFlowId,
  type InformationSystem,
  isKnown,
  type Line,
  type LineId,
  type RemoteLogEntry,
  type RemoteLogId,
  type RemotePath,
  type RemotePathId,
  type Vpn,
  type VpnId,
} from '@mimamori/domain'
import type { Random } from './random.ts'
import { departments } from './words.ts'

export interface Ways {
  readonly lines: readonly Line[]
  readonly vpns: readonly Vpn[]
  readonly remotePaths: readonly RemotePath[]
  readonly remoteLog: readonly RemoteLogEntry[]
}

const lineKinds = ['internet', 'closed-vpn', 'eligibility', 'telephone', 'mobile', 'leased'] as const

/** Lines, the VPNs on them, the ways in for maintenance, and when these were switched on and off. */
export function waysOf(random: Random, given: { assets: readonly Asset[]; systems: readonly InformationSystem[] }): Ways {
  const routers = given.assets.filter(({ kind, unlisted }) => !unlisted && (kind === 'router' || kind === 'firewall'))
  const vendors = given.systems.filter(({ vendor }) => isKnown(vendor))
  const lines = lineKinds.map((kind, at): Line => {
    const device = routers[at]?.id
    const carrier = vendors[at]?.vendor
    return {
      id: entityId<LineId>(`line:${kind}`),
      name: `回線 ${at + 1}`,
      kind,
      alwaysOn: 'yes',
      ...(carrier && { carrier }),
      ...(device && { device }),
    }
  })
  const served = vendors.filter(({ remoteMaintenance }) => remoteMaintenance === 'yes')
  const vpns = served.slice(0, 18).map((system, at): Vpn => {
    const device = routers[at % Math.max(1, routers.length)]?.id
    return {
      id: entityId<VpnId>(`vpn:${system.id.slice(2)}`),
      name: `${system.name} 保守VPN`,
      purpose: 'maintenance',
      line: entityId<LineId>('line:closed-vpn'),
      ...(system.vendor && { vendor: system.vendor }),
      ...(device && random.isTrue(0.9) && { device }),
      twoFactor: random.pick(['yes', 'no']),
      systems: [system.id],
    }
  })
  const remotePaths = served.map((system, at): RemotePath => pathOf(random, { system, vpn: vpns[at], assets: given.assets }))
  return { lines, vpns, remotePaths, remoteLog: remotePaths.slice(0, 30).flatMap((path, at) => logOf(path, at)) }
}

function pathOf(
  random: Random,
  { system, vpn, assets }: { system: InformationSystem; vpn: Vpn | undefined; assets: readonly Asset[] },
): RemotePath {
  const served = assets.filter((asset) => asset.remoteMaintenance === 'yes' && asset.systems?.includes(system.id)).map(({ id }) => id)
  return {
    id: entityId<RemotePathId>(`remote:${system.id.slice(2)}`),
    name: `${system.name} 遠隔保守`,
    way: vpn ? 'vpn' : 'cloud-tool',
    systems: [system.id],
    ...(served.length > 0 && { assets: served }),
    ...(system.vendor && { vendor: system.vendor }),
    ...(vpn && { vpn: vpn.id }),
    alwaysOn: random.isTrue(0.3) ? 'yes' : 'no',
    declaredOn: random.isTrue(0.8) ? addDays(date('2026-04-01'), random.whole(200)) : 'none',
  }
}

function logOf({ id: path }: RemotePath, at: number): readonly RemoteLogEntry[] {
  const on = addDays(date('2026-10-01'), at)
  return (['on', 'off'] as const).map((turned, part) => ({
    id: entityId<RemoteLogId>(`rlog:${String(at * 2 + part + 1).padStart(3, '0')}`),
    path,
    turned,
    on,
    time: turned === 'on' ? '13:00' : '14:30',
    why: '点検',
  }))
}

export function faxFlowsOf(random: Random, assets: readonly Asset[]): readonly FaxFlow[] {
  const devices = assets.filter(({ kind }) => kind === 'fax')
  return devices.map(({ id: device }, at) => ({
    id: entityId<FaxFlowId>(`fax:${String(at + 1).padStart(2, '0')}`),
    name: `${departments[at % departments.length] ?? ''}のFAX ${at + 1}`,
    device,
    patientData: random.pick(['yes', 'no']),
    numbers: random.pick(['preset', 'preset', 'preset', 'typed']),
    pagesPerMonth: 20 + random.whole(300),
  }))
}

export function accountsOf(random: Random, systems: readonly InformationSystem[]): readonly AccountList[] {
  return systems.slice(0, 12).map(({ id: system, name }, at) => ({
    id: entityId<AccountListId>(`ids:${String(at + 1).padStart(2, '0')}`),
    name: `${name}のID`,
    system,
    countedOn: addDays(date('2026-06-01'), random.whole(120)),
    total: 40 + random.whole(1200),
    leavers: random.isTrue(0.3) ? random.whole(9) : 0,
    unused: random.isTrue(0.4) ? random.whole(30) : 0,
    shared: random.isTrue(0.5) ? random.whole(6) : 0,
    administrators: 1 + random.whole(8),
    twoFactor: random.pick(['all', 'administrators', 'no']),
  }))
}
