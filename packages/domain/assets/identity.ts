import type { AssetId } from '../ids.ts'
import { type Components, componentOf, componentsOf, join } from './components.ts'
import { type Node, nodesOf } from './identity-nodes.ts'
import { type IdentityRule, joiningRules, keysFor } from './identity-rules.ts'
import type { Observation } from './observation.ts'
import type { Asset, Claim } from './types.ts'

/** What an observation is held to be of. `observation` is its number; the words of `rule` stand in `assetSentences`. */
export type Decision =
  | {
      readonly kind: 'same'
      readonly observation: number
      readonly asset: AssetId
      readonly rule: IdentityRule
      /** Assets that share a weaker key with it: a clerk may want to look. */
      readonly against?: readonly AssetId[]
    }
  /** A device that the register does not hold; observations of one new device have one `group`. */
  | { readonly kind: 'new'; readonly observation: number; readonly group: number; readonly rule: IdentityRule }
  /** Nobody but a person can tell. */
  | {
      readonly kind: 'conflict'
      readonly observation: number
      readonly rule: IdentityRule
      readonly candidates: readonly AssetId[]
      /** Observations that it may be one device with. */
      readonly others: readonly number[]
    }

export interface Identified {
  /** One for every observation, in their order. */
  readonly decisions: readonly Decision[]
}

const mostShown = 10
const mostNamesPerMac = 2
const mostAddressesPerMac = 8

/**
 * Holds observations against the register, from strong keys to weak: serial number, id of the directory, UUID, asset tag, MAC
 * addresses, name with model, name. Two serial numbers are never one device, an IP address alone never decides, and two assets
 * of the register are never joined: that is for a person, by a merge that can be undone.
 */
export function identify(
  observations: readonly Observation[],
  { assets, claims = [] }: { assets: readonly Asset[]; claims?: readonly Claim[] },
): Identified {
  const nodes = nodesOf(observations, assets, claims)
  const shared = sharedMacs(observations, nodes.slice(assets.length))
  const components = componentsOf(nodes)
  for (const rule of joiningRules) {
    for (const group of groupsBy(nodes, (node) => keysFor(rule, node, shared))) join(components, group, rule)
  }
  const weak = weakIndex(nodes, shared)
  return { decisions: observations.map((_, at) => decisionOf({ nodes, components, weak, shared, first: assets.length }, at)) }
}

/** Numbers of the nodes that share a key. Assets matter only under the keys of observations: among themselves they are never joined. */
function groupsBy(nodes: readonly Node[], keysOf: (node: Node) => Iterable<string>): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>()
  for (const [at, node] of nodes.entries()) {
    if (node.asset !== undefined) continue
    for (const key of keysOf(node)) {
      const group = groups.get(key)
      if (group) group.push(at)
      else groups.set(key, [at])
    }
  }
  if (groups.size > 0) {
    for (const [at, node] of nodes.entries()) if (node.asset !== undefined) for (const key of keysOf(node)) groups.get(key)?.push(at)
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/**
 * MAC addresses that one file gives to several devices: a docking station that goes round, or a router that answers for all
 * behind it.
 */
function sharedMacs(observations: readonly Observation[], nodes: readonly Node[]): ReadonlySet<string> {
  const seen = new Map<string, { names: Set<string>; ips: Set<string> }>()
  const shared = new Set<string>()
  for (const [at, { keys, file }] of nodes.entries()) {
    for (const mac of keys.macs) {
      const key = `${observations[at]?.source} ${file} ${mac}`
      const one = seen.get(key) ?? { names: new Set(), ips: new Set() }
      seen.set(key, one)
      for (const name of keys.names) one.names.add(name)
      for (const ip of keys.ips) one.ips.add(ip)
      if (one.names.size > mostNamesPerMac || one.ips.size > mostAddressesPerMac) shared.add(mac)
    }
  }
  return shared
}

interface Weak {
  readonly byMac: ReadonlyMap<string, readonly number[]>
  readonly byIp: ReadonlyMap<string, readonly number[]>
}

/** Nodes by the keys that never decide alone. */
function weakIndex(nodes: readonly Node[], shared: ReadonlySet<string>): Weak {
  const byMac = new Map<string, number[]>()
  const byIp = new Map<string, number[]>()
  const put = (map: Map<string, number[]>, key: string, at: number) => {
    const list = map.get(key)
    if (list) list.push(at)
    else map.set(key, [at])
  }
  for (const [at, { keys }] of nodes.entries()) {
    for (const mac of keys.weakMacs) put(byMac, mac, at)
    for (const mac of keys.sharedMacs) put(byMac, mac, at)
    for (const mac of keys.macs) if (shared.has(mac)) put(byMac, mac, at)
    for (const ip of keys.ips) put(byIp, ip, at)
  }
  return { byMac, byIp }
}

interface Work {
  readonly nodes: readonly Node[]
  readonly components: Components
  readonly weak: Weak
  readonly shared: ReadonlySet<string>
  /** Number of the node of the first observation. */
  readonly first: number
}

function decisionOf(work: Work, observation: number): Decision {
  const { nodes, components, first } = work
  const at = first + observation
  const component = componentOf(components, at)
  const own = component.asset === undefined ? undefined : nodes[component.asset]?.asset
  if (own !== undefined) {
    const against = assetsOf(
      work,
      [...component.against].filter((asset) => asset !== component.asset),
    )
    return { kind: 'same', observation, asset: own, rule: components.rules.get(at) ?? 'serial', ...(against.length > 0 && { against }) }
  }
  const group = component.members.find((member) => member >= first) ?? at
  const { doubt } = component
  if (doubt?.why === 'other-serial') return { kind: 'new', observation, group: group - first, rule: 'other-serial' }
  if (doubt) return conflict(work, observation, doubt.why, doubt.others)
  return weakly(work, observation) ?? { kind: 'new', observation, group: group - first, rule: 'nothing-known' }
}

/** An observation that has nothing but keys that never decide: a conflict where somebody else has them too. */
function weakly(work: Work, observation: number): Decision | undefined {
  const { components, weak, shared, first } = work
  const at = first + observation
  const { keys } = componentOf(components, at)
  const isSure = [...keys.macs].some((mac) => !shared.has(mac)) || keys.names.size > 0
  if (isSure || keys.serials.size + keys.directoryIds.size + keys.uuids.size + keys.tags.size > 0) return undefined
  const common = [...keys.sharedMacs, ...[...keys.macs].filter((mac) => shared.has(mac))]
  if (common.length > 0) return conflict(work, observation, 'mac-shared', nodesBy(weak.byMac, common))
  const others = (list: readonly number[]) => list.filter((node) => componentOf(components, node) !== componentOf(components, at))
  const byMac = others(nodesBy(weak.byMac, keys.weakMacs))
  if (byMac.length > 0) return conflict(work, observation, 'mac-weak-alone', byMac)
  const byIp = keys.weakMacs.size > 0 ? [] : others(nodesBy(weak.byIp, keys.ips))
  return byIp.length > 0 ? conflict(work, observation, 'ip-alone', byIp) : undefined
}

function nodesBy(index: ReadonlyMap<string, readonly number[]>, keys: Iterable<string>): readonly number[] {
  return [...new Set([...keys].flatMap((key) => (index.get(key) ?? []).slice(0, mostShown + 1)))]
}

function conflict(work: Work, observation: number, rule: IdentityRule, nodes: readonly number[]): Decision {
  const candidates = assetsOf(work, nodes)
  const others = nodes.map((node) => node - work.first).filter((other) => other >= 0 && other !== observation)
  return { kind: 'conflict', observation, rule, candidates, others: others.slice(0, mostShown) }
}

/** The assets that these nodes are held to be of, each once. */
function assetsOf({ nodes, components }: Work, list: readonly number[]): readonly AssetId[] {
  const ids = list.flatMap((node) => {
    const asset = componentOf(components, node).asset
    return (asset === undefined ? undefined : nodes[asset]?.asset) ?? []
  })
  return [...new Set(ids)].slice(0, mostShown)
}
