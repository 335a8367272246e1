import {
  type Asset,
  type AssetId,
  type AssetKind,
  type CalendarDate,
  type NetworkEdge,
  type NetworkNode,
  placesOf,
  type Trust,
  type Zone,
  type ZoneId,
} from '@mimamori/domain'
import { agesAt, latest } from './ages.ts'
import type { Age, MapInput } from './types.ts'

export interface Neighbour {
  readonly edge: NetworkEdge
  readonly other: string
}

/** The input by id, and what is asked of it again and again. */
export interface MapFacts {
  readonly input: MapInput
  readonly nodes: ReadonlyMap<string, NetworkNode>
  readonly assets: ReadonlyMap<string, Asset>
  readonly zones: ReadonlyMap<string, Zone>
  readonly neighbours: ReadonlyMap<string, readonly Neighbour[]>
  readonly zonesOf: (asset: AssetId) => readonly ZoneId[]
  readonly seenOn: (asset: Asset) => CalendarDate | undefined
  readonly ageOf: (on: CalendarDate | undefined) => Age
  readonly tierOf: (trust: Trust | undefined) => number
  /** Order of zones and of points outside within their row. */
  readonly trustRank: (trust: Trust | undefined) => number
  readonly trustName: (trust: Trust | undefined) => string | undefined
  readonly kindRank: (kind: AssetKind | undefined) => number
  readonly kindName: (kind: AssetKind | undefined) => string | undefined
  /** Outside points by the device at which they come in. */
  readonly entrancesAt: ReadonlyMap<string, readonly string[]>
  /** Outside points whose device nobody knows. */
  readonly openEntrances: ReadonlySet<string>
}

const innermost = 9

/** Order of boxes in a zone: what care rests on first, what joins them last. */
const kindOrder: readonly AssetKind[] = [
  'server',
  'storage',
  'backup-device',
  'medical-device',
  'pc',
  'tablet',
  'printer',
  'fax',
  'phone',
  'camera',
  'iot',
  'cloud-service',
  'removable-media',
  'other',
  'access-point',
  'network-device',
  'switch',
  'router',
  'firewall',
  'mobile-router',
]

export function factsOf(input: MapInput): MapFacts {
  const lang = input.lang ?? 'ja'
  const nodes = byKey(input.nodes)
  const zones = byKey(input.zones)
  const assetZones = byKey(input.assetZones)
  const trusts = new Map(input.trustClasses.map((one) => [one.id, one]))
  const kinds = new Map(input.assetKinds.map((one) => [one.id, one.name[lang]]))
  const { entrancesAt, openEntrances } = entrancesOf(input, nodes)
  return {
    input,
    nodes,
    assets: byKey(input.assets),
    zones,
    neighbours: neighboursOf(input, nodes),
    zonesOf: (asset) => [...new Set(placesOf(assetZones.get(asset)?.zones ?? []).map((one) => one.zone))].filter((id) => zones.has(id)),
    seenOn: seenOnOf(input, nodes, assetZones),
    ageOf: agesAt(input.asOf),
    tierOf: (trust) => (trust === undefined ? innermost : (trusts.get(trust)?.tier ?? innermost)),
    trustRank: (trust) => (trust === undefined ? undefined : trusts.get(trust)?.order) ?? trusts.size,
    trustName: (trust) => (trust === undefined ? undefined : trusts.get(trust)?.name[lang]),
    kindRank: (kind) => (kind === undefined ? kindOrder.length : kindOrder.indexOf(kind)),
    kindName: (kind) => (kind === undefined ? undefined : kinds.get(kind)),
    entrancesAt,
    openEntrances,
  }
}

function byKey<R extends { readonly id: string }>(list: readonly R[]): ReadonlyMap<string, R> {
  return new Map(list.map((one) => [one.id, one]))
}

/** A link to nothing is passed over: there is nothing to draw it to. */
function neighboursOf({ edges }: MapInput, nodes: ReadonlyMap<string, NetworkNode>): ReadonlyMap<string, readonly Neighbour[]> {
  const found = new Map<string, Neighbour[]>()
  const add = (id: string, neighbour: Neighbour) => {
    const list = found.get(id)
    if (list) list.push(neighbour)
    else found.set(id, [neighbour])
  }
  for (const edge of edges) {
    if (edge.from === edge.to || !nodes.has(edge.from) || !nodes.has(edge.to)) continue
    add(edge.from, { edge, other: edge.to })
    add(edge.to, { edge, other: edge.from })
  }
  return found
}

function seenOnOf(
  { lastSeen = [] }: MapInput,
  nodes: ReadonlyMap<string, NetworkNode>,
  assetZones: ReadonlyMap<string, MapInput['assetZones'][number]>,
): MapFacts['seenOn'] {
  const seen = byKey(lastSeen)
  return ({ id, confirmedOn }) => {
    const inZones = (assetZones.get(id)?.zones ?? []).map((one) => one.on)
    return latest(nodes.get(id)?.on, seen.get(id)?.on, confirmedOn, ...inZones)
  }
}

function entrancesOf({ entrances }: MapInput, nodes: ReadonlyMap<string, NetworkNode>) {
  const entrancesAt = new Map<string, string[]>()
  const openEntrances = new Set<string>()
  for (const { id, asset } of entrances) {
    if (!nodes.has(id)) continue
    if (asset === undefined || !nodes.has(asset)) openEntrances.add(id)
    else entrancesAt.set(asset, [...(entrancesAt.get(asset) ?? []), id])
  }
  return { entrancesAt, openEntrances }
}
