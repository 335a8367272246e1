import type { Asset, AssetKind } from '@mimamori/domain'
import { say } from '../text/index.ts'
import type { MapFacts } from './facts.ts'

/** What devices are, as whoever looks at the map for the first time tells them apart. */
const classes = {
  server: 'server',
  storage: 'server',
  'backup-device': 'server',
  pc: 'pc',
  tablet: 'pc',
  'medical-device': 'medical',
  printer: 'printer',
  fax: 'printer',
  switch: 'switch',
  router: 'network',
  firewall: 'network',
  'mobile-router': 'network',
  'access-point': 'network',
  'network-device': 'network',
  phone: 'other',
  camera: 'other',
  iot: 'other',
  'cloud-service': 'other',
  'removable-media': 'other',
  other: 'other',
} as const satisfies Readonly<Record<AssetKind, string>>

/** Not in the register comes before what it seems to be; switches stand with those that are called alike. */
export function classOf({ kind, name, unlisted }: Asset): string {
  if (unlisted) return 'unlisted'
  if (kind === undefined) return 'unknown'
  return kind === 'switch' ? `switch|${firstWordOf(name)}` : classes[kind]
}

const kinds: ReadonlySet<string> = new Set<AssetKind>(['server', 'pc', 'printer'])

/** What devices of several kinds but one class are called. */
export function classNameOf(one: string, { kindName, input: { lang = 'ja' } }: MapFacts): string {
  if (kinds.has(one)) return kindName(one as AssetKind) ?? say(lang, 'map.class.other') // the set holds kinds alone
  return say(lang, one === 'unlisted' ? 'map.class.unlisted' : one === 'network' ? 'map.class.network' : 'map.class.other')
}

/** フロアスイッチ 3f → フロアスイッチ. */
export function firstWordOf(name: string): string {
  return name.normalize('NFKC').split(/[\s_.#(:/0-9-]/u, 1)[0] ?? ''
}
