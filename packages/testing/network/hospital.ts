import type {
  Asset,
  AssetKind,
  AssetZones,
  CalendarDate,
  Entrance,
  ForbiddenPath,
  Line,
  NetworkEdge,
  NetworkNode,
  RemotePath,
  Trust,
  Vpn,
  Zone,
} from '@mimamori/domain'
import { ids } from '../rules/builders.ts'
import { edgeOf, fillZones, nodeOf, today } from './devices.ts'

export interface NetworkSize {
  readonly endpoints: number
  readonly zones: number
  readonly seed?: number
}

/** A hospital's network as the derivations give it. */
export interface HospitalNetwork {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
  readonly entrances: readonly Entrance[]
  readonly zones: readonly Zone[]
  readonly assets: readonly Asset[]
  readonly lines: readonly Line[]
  readonly vpns: readonly Vpn[]
  readonly remotePaths: readonly RemotePath[]
  readonly assetZones: readonly AssetZones[]
  readonly asOf: CalendarDate
  /** Guests reach the servers by a hub that nobody listed. */
  readonly path: ForbiddenPath
  readonly cut: string
}

/** Zones in the order in which a growing hospital has them. */
const zoneNames: readonly (readonly [string, Trust])[] = [
  ['サーバ室', 'server'],
  ['診療の網', 'clinical'],
  ['医療機器の網', 'medical-device'],
  ['事務の網', 'office'],
  ['来訪者用Wi-Fi', 'guest'],
  ['資格確認の区画', 'eligibility'],
  ['3階スタッフ室', 'clinical'],
  ['手術室', 'medical-device'],
  ['保守用の区画', 'maintenance'],
  ['医事課', 'office'],
  ['救急外来', 'clinical'],
  ['検査室', 'medical-device'],
  ['公開サーバ', 'dmz'],
  ['透析センター', 'medical-device'],
  ['画像診断', 'medical-device'],
  ['4階病棟', 'clinical'],
  ['5階病棟', 'clinical'],
  ['薬剤部', 'clinical'],
  ['職員用Wi-Fi', 'office'],
  ['健診センター', 'clinical'],
]

/** mulberry32, as the generator of the whole hospital uses it. */
function chanceFrom(seed: number): { readonly whole: (below: number) => number } {
  let state = seed >>> 0
  return {
    whole: (below) => {
      state = (state + 0x6d2b79f5) >>> 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
    },
  }
}

/** The same network for the same size and seed, on every machine. */
export function hospitalNetwork({ endpoints, zones: zoneCount, seed = 7 }: NetworkSize): HospitalNetwork {
  const random = chanceFrom(seed)
  const zones = Array.from({ length: zoneCount }, (_, at): Zone => {
    const [name, trust] = zoneNames[at] ?? [`${at + 1}番の区画`, 'clinical' as const]
    return { id: ids.zone(`z:${String(at).padStart(3, '0')}`), name, trust }
  })
  const filled = fillZones(zones, endpoints, random)
  const inside = insideOf(zones, filled.assets)
  const outside = outsideOf()
  const zoneNodes = zones.map((zone): NetworkNode => ({ id: zone.id, kind: 'zone', trust: zone.trust, zone: zone.id, on: today }))
  return {
    nodes: [...zoneNodes, ...inside.nodes, ...outside.nodes].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    edges: [...inside.edges, ...outside.edges].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    entrances: outside.entrances,
    zones,
    assets: [...filled.assets, ...inside.assets, ...outside.assets].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    lines: outside.lines,
    vpns: outside.vpns,
    remotePaths: [],
    assetZones: [...filled.assetZones, ...inside.assetZones].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    asOf: today,
    path: inside.path,
    cut: inside.cut,
  }
}

const core = { id: ids.asset('n:core'), name: 'コアスイッチ', kind: 'switch', room: 'サーバ室', model: 'x930' } as const satisfies Asset
const hub = 'hub:n:access-1:7'

/** The core, a switch in each clinical zone, and a hub between the guests and the ward. */
function insideOf(zones: readonly Zone[], endpoints: readonly Asset[]) {
  const clinical = zones.filter((zone) => zone.trust === 'clinical')
  const access = clinical.map(
    (zone, at): Asset => ({
      id: ids.asset(`n:access-${at}`),
      name: `${zone.name === '診療の網' ? '外来' : zone.name}のスイッチ`,
      kind: 'switch',
      model: 'AT-x230',
      room: zone.name,
    }),
  )
  const assetZones = access.map((asset, at): AssetZones => ({ id: asset.id, zones: zonesAt(clinical[at]) }))
  const withSwitch = new Set(clinical.map((zone) => zone.id))
  const trunks = access.map((asset) => edgeOf(core.id, asset.id, { trunk: true, layer: 'l2' }))
  const toZones = zones.filter((zone) => !withSwitch.has(zone.id) && zone.trust !== 'eligibility' && zone.trust !== 'guest')
  const routed = toZones.map((zone) =>
    edgeOf(core.id, zone.id, { layer: 'l3', control: zone.trust === 'office' ? 'filter' : 'none', by: ['address'] }),
  )
  const members = access.map((asset, at) => edgeOf(asset.id, clinical[at]?.id ?? '', { by: ['zone'] }))
  const way = wayOfGuests(zones, endpoints, access)
  const nodes = [nodeOf(core, 30), ...access.map((asset) => nodeOf(asset, 400)), ...way.nodes]
  return {
    nodes,
    edges: [...trunks, ...routed, ...members, ...way.edges],
    assets: [core, ...access],
    assetZones,
    path: way.path,
    cut: way.cut,
  }
}

function zonesAt(zone: Zone | undefined): AssetZones['zones'] {
  return zone ? [{ zone: zone.id, by: 'stated', fact: { slice: 'assets', id: zone.id, field: 'zones' } }] : []
}

function wayOfGuests(zones: readonly Zone[], endpoints: readonly Asset[], access: readonly Asset[]) {
  const guest = zones.find((zone) => zone.trust === 'guest')
  const server = endpoints.find((one) => one.kind === 'server')
  const point = endpoints.find((one) => one.kind === 'access-point')
  const floor = access[1] ?? access[0]
  const serverZone = zones.find((zone) => zone.trust === 'server')?.id ?? ''
  if (guest === undefined || server === undefined || point === undefined || floor === undefined)
    return { nodes: [], edges: [], path: { id: 'none', pair: '', start: '', target: '', hops: [], facts: [] }, cut: '' }
  const nodes: NetworkNode[] = [
    nodeOf(point, 10),
    nodeOf(server, 200),
    { id: hub, kind: 'hub', asset: floor.id, port: '7', behind: [point.id] },
  ]
  const edges = [
    edgeOf(guest.id, point.id, { by: ['zone'] }),
    edgeOf(point.id, hub, { by: ['mac-table'] }),
    edgeOf(hub, floor.id, { by: ['mac-table'] }),
    edgeOf(server.id, serverZone, { by: ['zone'] }),
  ]
  const steps = [edges[0], edges[1], edges[2], edgeOf(core.id, floor.id), edgeOf(core.id, serverZone), edges[3]]
  const to = [point.id, hub, floor.id, core.id, serverZone, server.id]
  const hops = steps.flatMap((edge, at) => (edge ? [{ edge: edge.id, to: to[at] ?? '' }] : []))
  return {
    nodes,
    edges,
    path: { id: 'guest', pair: 'guest-inside', start: guest.id, target: server.id, hops, facts: [] },
    cut: edges[1]?.id ?? '',
  }
}

interface Way {
  readonly id: string
  readonly name: string
  readonly trust: Trust
  readonly device?: readonly [id: string, name: string, kind: AssetKind, maker: string, model?: string]
  readonly ageDays?: number
}

const ways: readonly Way[] = [
  {
    id: 'l:internet',
    name: 'インターネット回線',
    trust: 'internet',
    device: ['n:utm', 'UTM(事務)', 'firewall', 'YAMAHA', 'UTX200'],
    ageDays: 20,
  },
  {
    id: 'v:carrier',
    name: '例通信 保守拠点',
    trust: 'carrier',
    device: ['n:vpn', '保守用VPN', 'firewall', 'Fortinet', 'FortiGate 60F'],
    ageDays: 40,
  },
  { id: 'v:image', name: '例画像 保守拠点', trust: 'partner' },
  {
    id: 'l:eligibility',
    name: '資格確認の回線',
    trust: 'eligibility',
    device: ['n:eligible', '資格確認ルーター', 'router', 'YAMAHA', 'RTX1210'],
    ageDays: 200,
  },
]

/** Three ways in whose device is known, and one whose device is not. */
function outsideOf() {
  const devices = ways.flatMap(({ device, ageDays = 0 }) => {
    if (device === undefined) return []
    const [id, name, kind, maker, model] = device
    return [{ ageDays, asset: { id: ids.asset(id), name, kind, maker, ...(model !== undefined && { model }) } satisfies Asset }]
  })
  const points = ways.map(({ id, trust }): NetworkNode => ({ id, kind: 'outside', trust, line: ids.line(id), on: today }))
  const edges = ways.flatMap(({ id, device }) => {
    const inside = id === 'l:eligibility' ? 'z:005' : core.id
    return device === undefined
      ? [edgeOf(id, core.id, { by: ['vpn'], layer: 'remote' })]
      : [edgeOf(id, device[0], { by: ['line'] }), edgeOf(device[0], inside)]
  })
  const entrances = ways.map(
    ({ id, device }): Entrance => ({
      id,
      ...(device !== undefined && { asset: ids.asset(device[0]) }),
      exposure: 'unknown',
      guarded: 'unknown',
      behind: [],
      facts: [],
    }),
  )
  const lines = ways.map(({ id, name }): Line => ({ id: ids.line(id), name, kind: 'other' }))
  return {
    nodes: [...points, ...devices.map((one) => nodeOf(one.asset, one.ageDays))],
    edges,
    entrances,
    lines,
    vpns: [],
    assets: devices.map((one) => one.asset),
  }
}
