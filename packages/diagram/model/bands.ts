import type { Asset, NetworkNode } from '@mimamori/domain'
import { say } from '../text/index.ts'
import { ageOfMany } from './ages.ts'
import type { MapFacts } from './facts.ts'
import { namesOfOutside } from './names.ts'
import { kindOfOutside, type OutsideOptions, outsideGroups, titleOfOutside } from './outside.ts'
import type { Placement } from './places.ts'
import { boxOfDevice, boxOfStack } from './stacks.ts'
import type { MapBox } from './types.ts'

export interface BandOptions extends OutsideOptions {
  /** Equipment of the core by kind. */
  readonly core: boolean
  /** Entrances by kind. */
  readonly entrances: boolean
}

/** The devices at which the outside comes in, and a dashed box for each that nobody knows. */
export function entranceBoxes({ entrances, outside }: Placement, facts: MapFacts, options: BandOptions): readonly MapBox[] {
  const known = groupedBoxes(entrances, facts, { fold: options.entrances, prefix: 'stack:entrances|', unfolded: options.unfolded })
  const open = [...facts.openEntrances].toSorted()
  if (options.entrances && open.length > 1) return [...known.map(asEntrance), unknownEntrance(allUnknown, open, facts)]
  return [...known.map(asEntrance), ...unknownByGroup(outside, facts, options)]
}

/** Points outside that fold together have one box together, whether or not their stack is unfolded. */
function unknownByGroup(outside: Placement['outside'], facts: MapFacts, options: BandOptions): readonly MapBox[] {
  return [...outsideGroups(outside, facts, options.outside)].flatMap(([id, nodes]) => {
    const open = nodes.flatMap((node) => (facts.openEntrances.has(node.id) ? [node.id] : [])).toSorted()
    return open.length === 0 ? [] : [unknownEntrance(`entrance:${nodes.length === 1 ? open[0] : id}`, open, facts)]
  })
}

function asEntrance(box: MapBox): MapBox {
  return { ...box, role: box.role === 'stack' ? 'stack' : 'entrance', entrance: true }
}

const allUnknown = 'stack:entrances|unknown'

/** The box that stands for the device of this outside point while nobody knows it. */
export function placeholderOf(outside: string, boxes: ReadonlyMap<string, MapBox>): string | undefined {
  return [...boxes.values()].find((box) => isPlaceholder(box) && box.members.includes(outside))?.id
}

/** True for a box that stands for a device that nobody knows; its members are points outside. */
export function isPlaceholder({ id }: MapBox): boolean {
  return id.startsWith('entrance:') || id === allUnknown
}

function unknownEntrance(id: string, ids: readonly string[], facts: MapFacts): MapBox {
  const { lang = 'ja' } = facts.input
  const [first = ''] = ids
  const node = facts.nodes.get(first)
  const name = node === undefined ? first : namesOfOutside(node, facts).title
  const way = ids.length === 1 ? name : wayOfMany(ids, facts)
  return {
    id,
    role: 'entrance',
    title: way === undefined ? say(lang, 'map.noDevice') : say(lang, 'map.noDeviceBy', { name: way }),
    label: ids.length === 1 ? say(lang, 'map.noDeviceOf', { name }) : say(lang, 'map.noDeviceOfMany', { count: ids.length }),
    count: ids.length,
    age: 'unknown',
    entrance: true,
    unknown: true,
    members: ids,
    rank: facts.trustRank(node?.trust),
  }
}

/** 遠隔保守 where all that come in are that. */
function wayOfMany(ids: readonly string[], facts: MapFacts): string | undefined {
  const nodes = ids.flatMap((one) => facts.nodes.get(one) ?? [])
  return nodes.some((node) => kindOfOutside(node) === undefined) ? undefined : titleOfOutside(nodes, facts)
}

/** Equipment between the zones, and whatever stands in more than one of them. */
export function coreBoxes({ core }: Placement, facts: MapFacts, options: BandOptions): readonly MapBox[] {
  const hubs = core.filter((node) => node.kind === 'hub')
  const devices = core.filter((node) => node.kind === 'device')
  const { core: fold, unfolded } = options
  const together = Map.groupBy(hubs, (node) => fold && !facts.alone.has(node.id))
  return [
    ...groupedBoxes(devices, facts, { fold, prefix: 'stack:core|', unfolded }),
    ...(together.get(false) ?? []).map((one) => hubBox(one, facts)),
    ...hubBoxes(together.get(true) ?? [], facts, { id: 'stack:core|hub', unfolded }),
  ]
}

interface HubStack {
  readonly id: string
  readonly unfolded: ReadonlySet<string>
  readonly zone?: string
}

/** Hubs of one place: alone, or in a stack until somebody unfolds it. */
export function hubBoxes(hubs: readonly NetworkNode[], facts: MapFacts, { id, unfolded, zone }: HubStack): readonly MapBox[] {
  if (hubs.length < 2 || unfolded.has(id)) return hubs.map((one) => hubBox(one, facts, zone))
  return [hubStack(id, hubs, facts, zone)]
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
  const groups = Map.groupBy(listed, (asset) => (facts.alone.has(asset.id) ? asset.id : `${prefix}${asset.kind ?? ''}`))
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

function hubStack(id: string, hubs: readonly NetworkNode[], facts: MapFacts, zone?: string): MapBox {
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
    ...(zone !== undefined && { zone }),
  }
}
