import {
  type Analysis,
  type Asset,
  analyse,
  type CalendarDate,
  type Claim,
  date,
  derivations,
  makeRuleSet,
  type Slices,
  type World,
} from '@mimamori/domain'
import { a, aPicture, ids } from './builders.ts'
import { aReference, inputs, throwFailures } from './check.ts'

const set = makeRuleSet([], derivations, inputs)
const walkOn = date('2026-11-18')

/** Everything derived from these records, in strict mode. */
export function worldOf(slices: Partial<Slices>, asOf: CalendarDate = date('2026-11-20')): World {
  const catalogue = { version: 'test', reference: aReference(), rules: new Map() }
  const analysis: Analysis = analyse(set, { picture: aPicture(slices), catalogue, asOf }, undefined, { strict: true })
  throwFailures(analysis)
  return analysis.world
}

/** What a switch told on a day of what it saw behind a port. */
export function seenBehind(asset: string, [device, port, vlan]: readonly [string, string, string], on = walkOn): Claim {
  const id = ids.claim(`cl:mac-${asset.slice(2)}`)
  return a.claim({ id, asset: ids.asset(asset), by: 'mac-table', file: 'switches.txt', seenAt: on, link: { device, port, vlan } })
}

/** What a switch told of its neighbour. */
export function neighbourOf(asset: string, [device, port]: readonly [string, string], on = walkOn): Claim {
  const id = ids.claim(`cl:lldp-${asset.slice(2)}-${device}`)
  return a.claim({ id, asset: ids.asset(asset), by: 'lldp', file: 'switches.txt', seenAt: on, link: { device, port } })
}

function device(id: string, kind: NonNullable<Asset['kind']>, ip: string, some: Partial<Asset> = {}): Asset {
  return a.asset({
    id: ids.asset(id),
    name: id.slice(2),
    hostNames: [id.slice(2)],
    kind,
    ips: [ip],
    confirmedOn: date('2026-09-01'),
    ...some,
  })
}

/**
 * A small hospital. Its firewall holds apart office, guests and the internet; its core switch joins the clinical zone and that of the
 * servers without rules. In a room of the third floor somebody has put the guests' wireless base on the hub of the ward's PCs.
 */
export function smallNetwork(): Pick<
  Slices,
  'zones' | 'links' | 'assets' | 'claims' | 'lines' | 'vpns' | 'remotePaths' | 'systems' | 'services'
> {
  const zone = (id: string, trust: Slices['zones'][number]['trust'], prefix: string, vlan: string) =>
    a.zone({ id: ids.zone(id), name: id.slice(2), trust, prefixes: [prefix], vlans: [vlan], confirmedOn: date('2026-09-01') })
  const core = ids.asset('d:core')
  const joined = { layer: 'l3', control: 'none', fromAsset: core, confirmedOn: date('2026-09-01') } as const
  return {
    zones: [
      zone('z:clinical', 'clinical', '10.1.20.0/24', '20'),
      zone('z:core', 'core', '10.1.1.0/24', '1'),
      zone('z:eligibility', 'eligibility', '10.1.70.0/24', '70'),
      zone('z:guest', 'guest', '10.1.90.0/24', '90'),
      zone('z:office', 'office', '10.1.18.0/24', '18'),
      zone('z:server', 'server', '10.1.10.0/24', '10'),
    ],
    links: [
      a.link({ id: ids.link('lk:core-clinical'), ...joined, toZone: ids.zone('z:clinical') }),
      a.link({ id: ids.link('lk:core-server'), ...joined, toZone: ids.zone('z:server') }),
      a.link({ id: ids.link('lk:guest-out'), layer: 'l3', control: 'filter', fromAsset: ids.asset('d:fw'), toZone: ids.zone('z:guest') }),
    ],
    systems: [a.system({ id: ids.system('s:chart'), kind: 'chart', services: [ids.service('sv:outpatient')] })],
    services: [a.service({ id: ids.service('sv:outpatient') })],
    assets: [
      device('d:ap', 'access-point', '10.1.90.2', { zones: [ids.zone('z:guest')] }),
      device('d:core', 'switch', '10.1.1.10'),
      device('d:floor', 'switch', '10.1.1.11'),
      device('d:fw', 'firewall', '10.1.18.254'),
      device('d:office-pc', 'pc', '10.1.18.20'),
      device('d:shikaku', 'pc', '10.1.70.11'),
      device('d:server', 'server', '10.1.10.11', { systems: [ids.system('s:chart')] }),
      device('d:vpn-router', 'router', '10.1.10.254'),
      device('d:w1', 'pc', '10.1.20.31', { systems: [ids.system('s:chart')] }),
      device('d:w2', 'pc', '10.1.20.32'),
    ],
    claims: [
      neighbourOf('d:core', ['floor', 'port1.0.52']),
      neighbourOf('d:floor', ['core', 'port1.0.23']),
      seenBehind('d:ap', ['floor', 'port1.0.31', '20']),
      seenBehind('d:server', ['core', 'port1.0.1', '10']),
      seenBehind('d:w1', ['floor', 'port1.0.31', '20']),
      seenBehind('d:w2', ['floor', 'port1.0.31', '20']),
    ],
    lines: [
      a.line({ id: ids.line('line:eligibility'), kind: 'eligibility', device: ids.asset('d:shikaku') }),
      a.line({ id: ids.line('line:internet'), kind: 'internet', device: ids.asset('d:fw') }),
      a.line({ id: ids.line('line:maintenance'), kind: 'closed-vpn', device: ids.asset('d:vpn-router') }),
      a.line({ id: ids.line('line:telephone'), kind: 'telephone' }),
    ],
    vpns: [
      a.vpn({ id: ids.vpn('vpn:chart'), device: ids.asset('d:vpn-router'), line: ids.line('line:maintenance') }),
      a.vpn({ id: ids.vpn('vpn:reading'), purpose: 'images-results' }),
    ],
    remotePaths: [
      a.remotePath({ id: ids.remotePath('remote:chart'), way: 'vpn', vpn: ids.vpn('vpn:chart'), assets: [ids.asset('d:server')] }),
    ],
  }
}
