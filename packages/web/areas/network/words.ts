import type { Entrance, LinkEvidence, Trust } from '@mimamori/domain'
import type { PlainKey } from '../../text/words.tsx'

export const evidenceWords = {
  stated: 'network.by.stated',
  line: 'network.by.line',
  vpn: 'network.by.vpn',
  'remote-path': 'network.by.remotePath',
  lldp: 'network.by.neighbour',
  cdp: 'network.by.neighbour',
  'mac-table': 'network.by.macTable',
  address: 'network.by.address',
  zone: 'network.by.zone',
} as const satisfies Readonly<Record<LinkEvidence, PlainKey>>

export const exposureWords = {
  internet: 'network.exposure.internet',
  closed: 'network.exposure.closed',
  remote: 'network.exposure.remote',
  unknown: 'network.exposure.unknown',
} as const satisfies Readonly<Record<Entrance['exposure'], PlainKey>>

export const guardWords = {
  firewall: 'network.guard.firewall',
  router: 'network.guard.router',
  none: 'network.guard.none',
  unknown: 'network.guard.unknown',
} as const satisfies Readonly<Record<Entrance['guarded'], PlainKey>>

/** In the order in which a person chooses, from inside to outside. */
export const trustOrder: readonly Trust[] = [
  'server',
  'clinical',
  'medical-device',
  'office',
  'guest',
  'eligibility',
  'maintenance',
  'dmz',
  'core',
  'partner',
  'carrier',
  'internet',
]
