import type { Asset, NetworkNode } from '@mimamori/domain'
import { say } from '../text/index.ts'
import { ageOfMany } from './ages.ts'
import type { MapFacts } from './facts.ts'
import { namesOfOutside } from './names.ts'
import type { Placement } from './places.ts'
import { boxOfDevice, boxOfStack, partsOf } from './stacks.ts'
import type { MapBox } from './types.ts'

export interface BandOptions {
  readonly unfolded: ReadonlySet<string>
  /** Most outside points of one network behind one device before they are one stack. */
  readonly outside: number
  /** Equipment of the core by kind. */
  readonly core: boolean
  /** Entrances by kind. */
  readonly entrances: boolean
}

/** The points outside: those of one network that lead to the same place are one stack where they are many. */
export function outsideBoxes({ outside }: Placement, facts: MapFacts, options: BandOptions): readonly MapBox[] {
  const groups = Map.groupBy(outside, (node) => {
    const ends = options.outside === 0 ? '' : waysOf(node, facts).join(',')
    return `stack:outside|${node.trust ?? ''}|${ends}`
  })
  return [...groups].flatMap(([id, nodes]) => {
    if (nodes.length <= Math.max(1, options.outside) || options.unfolded.has(id)) return nodes.map((node) => outsideBox(node, facts))
    return [outsideStack(id, nodes, facts)]
  })
}

function waysOf(node: NetworkNode, facts: MapFacts): readonly string[] {
  const ends = new Set((facts.neighbours.get(node.id) ?? []).map((one) => one.other))
  return ends.size === 0 ? [node.id] : [...ends].toSorted()
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
  const title = facts.trustName(nodes[0]?.trust) ?? say(lang, 'map.outside')
  const names = nodes.map((node) => namesOfOutside(node, facts).title).toSorted()
  return {
    id,
    role: 'outside',
    title,
    label: say(lang, 'map.label.many', { name: title, count: nodes.length, about: partsOf(names, lang), age: say(lang, `map.age.${age}`) }),
    count: nodes.length,
    age,
    foldable: true,
    members: nodes.map((node) => node.id).toSorted(),
    rank: facts.trustRank(nodes[0]?.trust),
  }
}

/** The devices at which the outside comes in, and a dashed box for each that nobody knows. */
export function entranceBoxes({ entrances }: Placement, facts: MapFacts, options: BandOptions): readonly MapBox[] {
  const known = groupedBoxes(entrances, facts, { fold: options.entrances, prefix: 'stack:entrances|', unfolded: options.unfolded })
  const open = [...facts.openEntrances].toSorted()
  if (options.entrances && open.length > 1) return [...known.map(asEntrance), unknownEntrance(open, facts)]
  return [...known.map(asEntrance), ...open.map((id) => unknownEntrance([id], facts))]
}

function asEntrance(box: MapBox): MapBox {
  return { ...box, role: box.role === 'stack' ? 'stack' : 'entrance', entrance: true }
}

const allUnknown = 'stack:entrances|unknown'

/** The box that stands for the device of this outside point while nobody knows it. */
export function placeholderOf(outside: string, boxes: ReadonlyMap<string, MapBox>): string | undefined {
  return [`entrance:${outside}`, allUnknown].find((id) => boxes.get(id)?.members.includes(outside))
}

/** True for a box that stands for a device that nobody knows; its members are points outside. */
export function isPlaceholder({ id }: MapBox): boolean {
  return id.startsWith('entrance:') || id === allUnknown
}

function unknownEntrance(ids: readonly string[], facts: MapFacts): MapBox {
  const { lang = 'ja' } = facts.input
  const [first = ''] = ids
  const node = facts.nodes.get(first)
  const name = node === undefined ? first : namesOfOutside(node, facts).title
  return {
    id: ids.length === 1 ? `entrance:${first}` : allUnknown,
    role: 'entrance',
    title: say(lang, 'map.noDevice'),
    label: say(lang, 'map.noDeviceOf', { name }),
    count: ids.length,
    age: 'unknown',
    entrance: true,
    unknown: true,
    members: ids,
    rank: facts.trustRank(node?.trust),
  }
}

/** Equipment between the zones, and whatever stands in more than one of them. */
export function coreBoxes({ core }: Placement, facts: MapFacts, options: BandOptions): readonly MapBox[] {
  const hubs = core.filter((node) => node.kind === 'hub')
  const devices = core.filter((node) => node.kind === 'device')
  const id = 'stack:core|hub'
  const shown =
    options.core && hubs.length > 1 && !options.unfolded.has(id) ? [hubStack(id, hubs, facts)] : hubs.map((one) => hubBox(one, facts))
  return [...groupedBoxes(devices, facts, { fold: options.core, prefix: 'stack:core|', unfolded: options.unfolded }), ...shown]
}

interface Grouping {
  readonly fold: boolean
  readonly prefix: string
  readonly unfolded: ReadonlySet<string>
}

function groupedBoxes(nodes: readonly NetworkNode[], facts: MapFacts, { fold, prefix, unfolded }: Grouping): readonly MapBox[] {
  const listed = nodes.flatMap((node): readonly Asset[] => {
    const asset = facts.assets.get(node.id)
    return asset ? [asset] : node.asset === undefined ? [] : [{ id: node.asset, name: node.id }]
  })
  if (!fold) return listed.map((asset) => boxOfDevice(asset, facts, undefined))
  const groups = Map.groupBy(listed, (asset) => `${prefix}${asset.kind ?? ''}`)
  return [...groups].flatMap(([id, group]) =>
    group.length === 1 || unfolded.has(id)
      ? group.map((asset) => boxOfDevice(asset, facts, undefined))
      : [boxOfStack(id, group, facts, {})],
  )
}

export function hubBox(node: NetworkNode, facts: MapFacts, zone?: string): MapBox {
  const { lang = 'ja' } = facts.input
  const age = facts.ageOf(node.on)
  const behind = node.behind?.length ?? 0
  const sub = behind === 0 ? say(lang, 'map.unlisted') : say(lang, 'map.unlistedBehind', { count: behind })
  return {
    id: node.id,
    role: 'hub',
    title: say(lang, 'map.hub'),
    sub,
    label: say(lang, 'map.label.one', { name: say(lang, 'map.hub'), about: sub, age: say(lang, `map.age.${age}`) }),
    count: 1,
    age,
    unlisted: true,
    members: [node.id],
    rank: facts.kindRank(undefined) + 1,
    ...(zone !== undefined && { zone }),
  }
}

function hubStack(id: string, hubs: readonly NetworkNode[], facts: MapFacts): MapBox {
  const { lang = 'ja' } = facts.input
  const age = ageOfMany(hubs.map((node) => facts.ageOf(node.on)))
  const about = say(lang, 'map.unlisted')
  return {
    id,
    role: 'stack',
    title: say(lang, 'map.hub'),
    sub: about,
    label: say(lang, 'map.label.many', { name: say(lang, 'map.hub'), count: hubs.length, about, age: say(lang, `map.age.${age}`) }),
    count: hubs.length,
    age,
    unlisted: true,
    foldable: true,
    members: hubs.map((node) => node.id).toSorted(),
    rank: facts.kindRank(undefined) + 1,
  }
}
