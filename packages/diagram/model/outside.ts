import type { NetworkNode } from '@mimamori/domain'
import type { MapTextKey } from '../text/index.ts'
import { say } from '../text/index.ts'
import { ageOfMany } from './ages.ts'
import type { MapFacts } from './facts.ts'
import { namesOfOutside } from './names.ts'
import type { Placement } from './places.ts'
import { partsOf } from './stacks.ts'
import type { MapBox } from './types.ts'

/** What of the outside is in stacks: nothing, VPNs and remote paths by the way they come in or by kind, or lines by network too. */
export type OutsideFolding = (typeof outsideFoldings)[number]

export interface OutsideOptions {
  readonly unfolded: ReadonlySet<string>
  readonly outside: OutsideFolding
}

const outsideFoldings = ['none', 'way', 'kind', 'network'] as const

/** More points outside than this in one row, nobody reads. */
export const mostOutside = 8

/** At first sight no more than stand side by side. */
const mostAtFirst = 5

/** As little in stacks as fits. NOTE: the networks of the outside are four, the kinds two, and the start of the lit way stands alone. */
export function outsideFoldingWithin({ outside }: Placement, facts: MapFacts): OutsideFolding {
  const most = facts.input.budget?.first ? mostAtFirst : mostOutside
  return outsideFoldings.find((folding) => outsideGroups(outside, facts, folding).size <= most) ?? 'network'
}

/** The points outside by the stack in which they are; one that is in none is alone under its own id. */
export function outsideGroups(
  outside: readonly NetworkNode[],
  facts: MapFacts,
  folding: OutsideFolding,
): ReadonlyMap<string, readonly NetworkNode[]> {
  return Map.groupBy(outside, (node) => groupOf(node, facts, folding) ?? node.id)
}

function groupOf(node: NetworkNode, facts: MapFacts, folding: OutsideFolding): string | undefined {
  if (folding === 'none' || facts.alone.has(node.id)) return undefined
  const kind = kindOfOutside(node)
  if (kind === undefined) return folding === 'network' ? `stack:outside|${node.trust ?? ''}` : undefined
  const way = folding === 'way' ? wayOf(node, facts) : undefined
  return way === undefined ? `stack:outside|${kind}` : `stack:outside|by|${way}`
}

/** VPNs and ways of remote maintenance; lines and networks of others are what they come by. */
export function kindOfOutside(node: NetworkNode): 'vpn' | 'remote' | undefined {
  if (node.remotePath !== undefined) return 'remote'
  return node.vpn === undefined ? undefined : 'vpn'
}

/** The line by which a VPN or remote path comes in, else the device at which it does. */
function wayOf(node: NetworkNode, facts: MapFacts): string | undefined {
  const line = node.line ?? facts.nodes.get(node.vpn ?? '')?.line
  if (line !== undefined) return line
  const ends = (facts.neighbours.get(node.id) ?? []).map((one) => one.other)
  return ends.filter((id) => facts.entrancesAt.has(id)).toSorted()[0]
}

/** The points outside; those that share a group are one stack. */
export function outsideBoxes({ outside }: Placement, facts: MapFacts, options: OutsideOptions): readonly MapBox[] {
  return [...outsideGroups(outside, facts, options.outside)].flatMap(([id, nodes]) =>
    nodes.length === 1 || options.unfolded.has(id) ? nodes.map((node) => outsideBox(node, facts)) : [outsideStack(id, nodes, facts)],
  )
}

function outsideBox(node: NetworkNode, facts: MapFacts): MapBox {
  const { lang = 'ja' } = facts.input
  const { title, sub } = namesOfOutside(node, facts)
  const age = facts.ageOf(node.on)
  return {
    id: node.id,
    role: 'outside',
    title,
    ...(sub !== undefined && { sub }),
    label: say(lang, 'map.label.one', { name: title, about: sub ?? say(lang, 'map.outside'), age: say(lang, `map.age.${age}`) }),
    count: 1,
    age,
    members: [node.id],
    rank: facts.trustRank(node.trust),
  }
}

function outsideStack(id: string, nodes: readonly NetworkNode[], facts: MapFacts): MapBox {
  const { lang = 'ja' } = facts.input
  const age = ageOfMany(nodes.map((node) => facts.ageOf(node.on)))
  const title = titleOfOutside(nodes, facts)
  const sub = nameOfWay(id, facts)
  const names = nodes.map((node) => namesOfOutside(node, facts).title).toSorted()
  const about = partsOf([sub, ...names], lang)
  return {
    id,
    role: 'outside',
    title,
    ...(sub !== undefined && { sub }),
    label: say(lang, 'map.label.points', { name: title, count: nodes.length, about, age: say(lang, `map.age.${age}`) }),
    count: nodes.length,
    age,
    foldable: true,
    members: nodes.map((node) => node.id).toSorted(),
    rank: Math.min(...nodes.map((node) => facts.trustRank(node.trust))),
  }
}

export function titleOfOutside(nodes: readonly NetworkNode[], facts: MapFacts): string {
  const { lang = 'ja' } = facts.input
  const kinds = new Set(nodes.map(kindOfOutside))
  if (kinds.has(undefined)) return facts.trustName(nodes[0]?.trust) ?? say(lang, 'map.outside')
  const key: MapTextKey = kinds.size > 1 ? 'map.vpnsAndRemote' : kinds.has('vpn') ? 'map.vpns' : 'map.remote'
  return say(lang, key)
}

function nameOfWay(id: string, facts: MapFacts): string | undefined {
  const [, by, way] = id.split('|', 3)
  if (by !== 'by' || way === undefined) return undefined
  const node = facts.nodes.get(way)
  return facts.assets.get(way)?.name ?? (node && namesOfOutside(node, facts).title)
}
