import type { Keys, Node } from './identity-nodes.ts'
import type { AssetKind } from './types.ts'

/** By what a device was told: rules that say "the same", strongest first. */
export const joiningRules = [
  'serial',
  'directory-id',
  'uuid',
  'tag',
  'mac-set',
  'mac',
  'weak-mac',
  'name-and-model',
  'name',
  'ip-and-model',
] as const

export type JoiningRule = (typeof joiningRules)[number]

/** Why two were not joined although a rule would have joined them. */
export const doubts = [
  'other-serial',
  'several-assets',
  'other-number',
  'all-else-differs',
  'mac-other-name',
  'name-other-mac',
  'name-other-kind',
] as const

export type Doubt = (typeof doubts)[number]

/** Everything that a decision may rest on; its sentence is `identity:<rule>` of `assetSentences`. */
export const identityRules = [
  ...joiningRules,
  ...doubts,
  'nothing-known',
  'ip-alone',
  'mac-shared',
  'mac-weak-alone',
  'parted',
  'by-hand',
] as const

export type IdentityRule = (typeof identityRules)[number]

/** The keys under which a rule looks for equals; `shared` are MAC addresses that several devices of this import use. */
export function keysFor(rule: JoiningRule, { keys }: Node, shared: ReadonlySet<string>): Iterable<string> {
  switch (rule) {
    case 'serial':
      return keys.serials
    case 'directory-id':
      return keys.directoryIds
    case 'uuid':
      return keys.uuids
    case 'tag':
      return keys.tags
    case 'mac-set':
      return keys.macs.size > 1 ? setOf(unshared(keys, shared)) : none
    case 'mac':
      return unshared(keys, shared)
    case 'weak-mac':
      return both(keys.weakMacs, keys.names)
    case 'name-and-model':
      return both(keys.names, keys.models)
    case 'name':
      return keys.names
    case 'ip-and-model':
      return both(keys.ips, keys.models)
  }
}

const none: readonly string[] = []

function unshared({ macs }: Keys, shared: ReadonlySet<string>): Iterable<string> {
  return shared.size === 0 || macs.size === 0 ? macs : [...macs].filter((mac) => !shared.has(mac))
}

function setOf(macs: Iterable<string>): readonly string[] {
  const sorted = [...macs].sort()
  return sorted.length > 1 ? [sorted.join(' ')] : none
}

function both(first: ReadonlySet<string>, second: ReadonlySet<string>): readonly string[] {
  if (first.size === 0 || second.size === 0) return none
  return [...first].flatMap((one) => [...second].map((other) => `${one} ${other}`))
}

function differ(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false
  for (const key of a) if (b.has(key)) return false
  return true
}

const kindFamilies: readonly (readonly AssetKind[])[] = [
  ['server', 'pc', 'tablet', 'medical-device'],
  ['firewall', 'router', 'mobile-router', 'switch', 'access-point', 'network-device'],
  ['printer', 'fax'],
  ['storage', 'backup-device', 'server'],
  ['phone', 'tablet'],
  ['camera', 'iot'],
  ['medical-device', 'iot'],
]

const families: readonly ReadonlySet<string>[] = kindFamilies.map((family) => new Set(family))

/** Scans guess the kind, so only kinds of different families speak against. */
function otherKind(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (!differ(a, b)) return false
  return ![...a].some((one) => [...b].some((other) => families.some((family) => family.has(one) && family.has(other))))
}

const rank = Object.fromEntries(joiningRules.map((rule, at) => [rule, at])) as Readonly<Record<JoiningRule, number>> // one entry per rule

/**
 * What speaks against joining two by this rule: two serial numbers are two devices, and a number that is stronger than the
 * rule must not differ. `unrelated`: the equal key means nothing here.
 */
export function doubtOf(rule: JoiningRule, a: Keys, b: Keys): Doubt | 'unrelated' | undefined {
  return numbersAgainst(rule, a, b) ?? addressesAgainst(rule, a, b)
}

function numbersAgainst(rule: JoiningRule, a: Keys, b: Keys): Doubt | undefined {
  if (differ(a.serials, b.serials)) return 'other-serial'
  // A machine that joins its domain again gets a new account on the same board.
  if (rank[rule] > rank.uuid && (differ(a.directoryIds, b.directoryIds) || differ(a.uuids, b.uuids))) return 'other-number'
  return rank[rule] > rank.tag && differ(a.tags, b.tags) ? 'other-number' : undefined
}

function addressesAgainst(rule: JoiningRule, a: Keys, b: Keys): Doubt | 'unrelated' | undefined {
  const otherMac = differ(a.macs, b.macs)
  const otherName = differ(a.names, b.names)
  if (rule === 'mac') return otherName ? 'mac-other-name' : undefined
  if (rank[rule] < rank['mac-set']) return rule !== 'directory-id' && otherMac && otherName ? 'all-else-differs' : undefined
  if (rule === 'mac-set' || rule === 'weak-mac') return undefined
  if (rule === 'ip-and-model') return otherName || otherMac || otherKind(a.kinds, b.kinds) ? 'unrelated' : undefined
  if (differ(a.domains, b.domains)) return 'unrelated'
  if (otherMac) return 'name-other-mac'
  return otherKind(a.kinds, b.kinds) || differ(a.models, b.models) ? 'name-other-kind' : undefined
}
