import { type Asset, date, lineOfProduct, type Match, type Slices } from '@mimamori/domain'
import { a, ids } from './builders.ts'
import { smallNetwork } from './network.ts'

const made = { role: 'firmware', vendor: '例の通信', name: '例ゲート-40' } as const

/** The line of the gate's firmware in this version. */
export function gateLine(version: string): string {
  return lineOfProduct({ ...made, version })
}

/** What is published of the gate's old version: known to be used in attacks, fixed in 7.2.12. */
export function gateMatch(some: Partial<Match> = {}): Match {
  return a.match({
    id: ids.match('match:gate'),
    line: gateLine('7.2.4'),
    fixedVersion: '7.2.12',
    knownExploitedOn: date('2023-06-13'),
    ransomware: 'yes',
    automatable: 'yes',
    impact: 'total',
    devices: 2,
    ...some,
  })
}

/**
 * The small hospital with a gate behind the always-on line of a vendor for remote reading, and its twin, a spare that lies switched off
 * with the same version. The contract says that the vendor applies updates.
 */
export function gateHospital(some: Partial<Slices> = {}): Partial<Slices> {
  const small = smallNetwork()
  const twin = { kind: 'firewall', maker: made.vendor, model: made.name, firmware: '7.2.4', confirmedOn: date('2026-09-01') } as const
  const gate: Asset = a.asset({
    id: ids.asset('d:gate'),
    name: '読影の入口',
    ...twin,
    vendor: ids.vendor('v:1'),
    contract: ids.contract('c:1'),
    systems: [ids.system('s:chart')],
  })
  const spare: Asset = a.asset({ id: ids.asset('d:gate-spare'), name: '予備の入口', ...twin, use: 'spare', vendor: 'none' })
  return {
    ...small,
    facility: [a.facility()],
    vendors: [a.vendor()],
    contracts: [a.contract({ updateDuty: 'vendor', updatePaidBy: 'fee' })],
    assets: [...small.assets, gate, spare],
    vpns: small.vpns.map((vpn) => (vpn.id === 'vpn:reading' ? { ...vpn, device: gate.id, alwaysOn: 'yes' as const } : vpn)),
    matches: [gateMatch()],
    ...some,
  }
}

/** What the gate says at its console on a day, as a scan has read it. */
export function gateConsole(version: string, on: string): Slices['claims'][number] {
  return a.claim({ id: ids.claim(`cl:gate-${on}`), asset: ids.asset('d:gate'), by: 'device', seenAt: on, firmware: version })
}
