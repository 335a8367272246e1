import { loadCatalogue } from '@mimamori/catalog'
import { type Asset, type AssetZones, addDays, date, type NetworkEdge, type NetworkNode } from '@mimamori/domain'
import { hospitalNetwork } from '@mimamori/testing/network'
import { a, ids } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { layoutMap } from '../layout/layout.ts'
import { ageOfMany, agesAt } from './ages.ts'
import { mostBoxes } from './budget.ts'
import { mapModel } from './model.ts'
import { stemOf } from './names.ts'
import type { MapInput } from './types.ts'

const { trustClasses, assetKinds } = loadCatalogue().reference
const today = date('2026-11-18')

const empty: MapInput = {
  nodes: [],
  edges: [],
  entrances: [],
  zones: [],
  assets: [],
  lines: [],
  vpns: [],
  remotePaths: [],
  assetZones: [],
  trustClasses,
  assetKinds,
  asOf: today,
}

const ward = a.zone({ id: ids.zone('z:ward'), name: '病棟の網', trust: 'clinical' })
const server = a.zone({ id: ids.zone('z:server'), name: 'サーバ室', trust: 'server' })
const wardNode: NetworkNode = { id: ward.id, kind: 'zone', trust: ward.trust, zone: ward.id }
const serverNode: NetworkNode = { id: server.id, kind: 'zone', trust: server.trust, zone: server.id }

function devices(count: number, name: (n: number) => string, some: Partial<Asset> = {}): readonly Asset[] {
  return Array.from({ length: count }, (_, n) => a.asset({ id: ids.asset(`d:${name(0)}${n}`), name: name(n + 1), ...some }))
}

function standIn(
  assets: readonly Asset[],
  ...zones: readonly { readonly id: AssetZones['zones'][number]['zone'] }[]
): readonly AssetZones[] {
  const fact = { slice: 'assets', id: 'd:1', field: 'zones' } as const
  return assets.map(({ id }) => ({ id, zones: zones.map((zone) => ({ zone: zone.id, by: 'stated', fact })) }))
}

function edge(from: string, to: string, some: Partial<NetworkEdge> = {}): NetworkEdge {
  return { id: `${from}~${to}`, from, to, layer: 'physical', control: 'none', by: ['lldp'], facts: [], ...some }
}

function titles(input: Partial<MapInput>): readonly string[] {
  return mapModel({ ...empty, ...input }).boxes.map((box) => (box.count > 1 ? `${box.title}×${box.count}` : box.title))
}

describe('devices of a zone', () => {
  test('stand in stacks by the name that many share, and by their kind where they share none', () => {
    const assets = [
      ...devices(42, (n) => `外来PC-${n}`),
      ...devices(61, (n) => `病棟PC${n}号機`),
      ...devices(3, (n) => `${'甲乙丙丁'[n] ?? ''}の端末`),
    ]
    expect(titles({ zones: [ward], nodes: [wardNode], assets, assetZones: standIn(assets, ward) })).toEqual([
      'PC×3',
      '外来PC×42',
      '病棟PC×61',
    ])
  })

  test('that nobody has listed stand in a stack of their own', () => {
    const assets = [...devices(6, (n) => `PC-${n}`), ...devices(2, (n) => `seen-${n}`, { unlisted: 'yes' })]
    const { boxes } = mapModel({ ...empty, zones: [ward], nodes: [wardNode], assets, assetZones: standIn(assets, ward) })
    expect(boxes.map((box) => [box.title, box.count, box.unlisted])).toEqual([
      ['PC', 6, undefined],
      ['台帳にないPC', 2, true],
    ])
  })

  test('of which nobody has said where they stand are in a zone of the unknown; spares and media are not drawn', () => {
    const assets = [a.asset(), a.asset({ id: ids.asset('d:2'), use: 'spare' }), a.asset({ id: ids.asset('d:3'), kind: 'removable-media' })]
    const model = mapModel({ ...empty, assets })
    expect(model.zones).toMatchObject([{ title: '区画がわからない機器', unknown: true, count: 1 }])
    expect(model.boxes.map((box) => box.id)).toEqual(['d:1'])
  })

  test('are drawn one by one when their stack, or their zone, is unfolded', () => {
    const assets = devices(4, (n) => `PC-${n}`)
    const input = { ...empty, zones: [ward], nodes: [wardNode], assets, assetZones: standIn(assets, ward) }
    const [stack] = mapModel(input).boxes
    expect(mapModel({ ...input, unfolded: [stack?.id ?? ''] }).boxes.map((box) => box.title)).toEqual(['PC-1', 'PC-2', 'PC-3', 'PC-4'])
  })

  test('hang in one stack for each switch where there are several', () => {
    const switches = devices(2, (n) => `フロアスイッチ${n}`, { kind: 'switch' })
    const pcs = devices(4, (n) => `PC-${n}`)
    const nodes = [wardNode, ...[...switches, ...pcs].map((one): NetworkNode => ({ id: one.id, kind: 'device', asset: one.id }))]
    const edges = pcs.map((pc, n) => edge(pc.id, switches[n % 2]?.id ?? '', { by: ['mac-table'] }))
    const assets = [...switches, ...pcs]
    const model = mapModel({ ...empty, zones: [ward], nodes, edges, assets, assetZones: standIn(assets, ward) })
    expect(model.boxes.map((box) => [box.title, box.count])).toEqual([
      ['PC', 2],
      ['PC', 2],
      ['フロアスイッチ1', 1],
      ['フロアスイッチ2', 1],
    ])
    expect(model.edges.length).toBe(2)
  })

  test('whose block two zones claim fold in one of them', () => {
    const assets = devices(40, (n) => `PC-${n}`)
    const assetZones = standIn(assets, ward, server).map((one) => ({
      ...one,
      zones: one.zones.map((zone) => ({ ...zone, shared: true as const })),
    }))
    const model = mapModel({ ...empty, zones: [ward, server], nodes: [wardNode, serverNode], assets, assetZones })
    expect(model.boxes).toMatchObject([{ role: 'stack', count: 40 }])
  })

  test('a device in three zones stands between them, with a line to each', () => {
    const third = a.zone({ id: ids.zone('z:office'), name: '事務の網', trust: 'office' })
    const asset = a.asset({ name: '二股のPC' })
    const zones = [ward, server, third]
    const nodes: readonly NetworkNode[] = [
      wardNode,
      serverNode,
      { id: third.id, kind: 'zone', trust: 'office' },
      { id: asset.id, kind: 'device', asset: asset.id },
    ]
    const edges = zones.map((zone) => edge(asset.id, zone.id, { by: ['zone'] }))
    const model = mapModel({ ...empty, zones, nodes, edges, assets: [asset], assetZones: standIn([asset], ...zones) })
    expect(model.boxes).toMatchObject([{ id: asset.id, role: 'core' }])
    expect(model.edges.map((one) => one.to)).toEqual([third.id, server.id, ward.id])
  })
})

test('an entrance has the device at which it comes in, or a box that says that nobody knows it', () => {
  const utm = a.asset({ id: ids.asset('d:utm'), name: 'UTM', kind: 'firewall' })
  const lines = [a.line({ id: ids.line('ln:1'), name: '光回線' }), a.line({ id: ids.line('ln:2'), name: '検査会社の回線' })]
  const nodes: readonly NetworkNode[] = [
    wardNode,
    { id: utm.id, kind: 'device', asset: utm.id },
    ...lines.map((line): NetworkNode => ({ id: line.id, kind: 'outside', trust: 'internet', line: line.id })),
  ]
  const rest = { exposure: 'internet', guarded: 'unknown', behind: [], facts: [] } as const
  const entrances = [
    { id: 'ln:1', asset: utm.id, ...rest },
    { id: 'ln:2', ...rest },
  ]
  const edges = [edge(utm.id, 'ln:1'), edge('ln:2', ward.id, { by: ['stated'] })]
  const model = mapModel({ ...empty, lines, nodes, entrances, edges, zones: [ward], assets: [utm] })
  const found = model.boxes.filter((box) => box.entrance).map(({ id, title, sub, unknown }) => ({ id, title, sub, unknown }))
  expect(found).toEqual([
    { id: 'entrance:ln:2', title: '機器がわからない', sub: undefined, unknown: true },
    { id: 'd:utm', title: 'UTM', sub: '版:わからない', unknown: undefined },
  ])
  expect(model.edges.map((one) => [one.id, one.told])).toEqual([
    ['d:utm~ln:1', undefined],
    ['entrance:ln:2~ln:2', true],
    ['entrance:ln:2~z:ward', true],
  ])
})

describe('points outside', () => {
  const line = (n: number): NetworkNode => ({ id: `ln:${n}`, kind: 'outside', trust: 'internet', line: ids.line(`ln:${n}`) })
  const vpn = (n: number, by?: number): NetworkNode => ({
    id: `vpn:${n}`,
    kind: 'outside',
    trust: 'partner',
    vpn: ids.vpn(`vpn:${n}`),
    ...(by !== undefined && { line: ids.line(`ln:${by}`) }),
  })
  const many = (count: number, of: (n: number) => NetworkNode) => Array.from({ length: count }, (_, n) => of(n))

  test('stand alone where they are few; where they are many, VPNs are one stack for each line by which they come in', () => {
    expect(titles({ nodes: [...many(2, line), ...many(6, (n) => vpn(n, 0))] }).length).toBe(8)
    const lines = [0, 1].map((n) => a.line({ id: ids.line(`ln:${n}`), name: `回線${n}` }))
    const nodes = [...many(2, line), ...many(6, (n) => vpn(n, n % 2)), ...many(3, (n) => vpn(n + 6))]
    const { boxes } = mapModel({ ...empty, lines, nodes })
    expect(boxes.flatMap((box) => (box.count > 1 ? [[box.title, box.sub, box.count]] : []))).toEqual([
      ['VPN', '回線0', 3],
      ['VPN', '回線1', 3],
      ['VPN', undefined, 3],
    ])
  })

  test('are one stack for each kind where the lines are many too, and lines fold only where they alone are too many', () => {
    const nodes = [...many(7, line), ...many(14, (n) => vpn(n, n % 7))]
    expect(titles({ nodes }).filter((title) => title.includes('×'))).toEqual(['VPN×14'])
    expect(titles({ nodes: many(30, line) })).toEqual(['インターネット×30'])
  })
})

test('a hub that nobody listed says how many hang behind it, in the zone in which they are', () => {
  const assets = devices(2, (n) => `PC-${n}`)
  const hub: NetworkNode = { id: 'hub:d:sw:7', kind: 'hub', asset: ids.asset('d:sw'), port: '7', behind: assets.map((one) => one.id) }
  const model = mapModel({ ...empty, zones: [ward], nodes: [wardNode, hub], assets, assetZones: standIn(assets, ward) })
  expect(model.boxes.find((box) => box.role === 'hub')).toMatchObject({
    title: 'ハブ',
    sub: '台帳にない・先に2台',
    zone: ward.id,
    unlisted: true,
  })
})

test('links between the same two places are one line, with what holds back least', () => {
  const edges = [
    edge(ward.id, server.id, { id: 'l:1', control: 'filter' }),
    edge(ward.id, server.id, { id: 'l:2', control: 'none', layer: 'l3' }),
  ]
  const model = mapModel({ ...empty, zones: [ward, server], nodes: [wardNode, serverNode], edges })
  expect(model.edges).toMatchObject([{ edges: ['l:1', 'l:2'], control: 'none' }])
  expect(model.edges[0]?.label).toBe('サーバ室 と 病棟の網 をつなぐ線(配線・分ける設定なし)')
})

test('the age of a fact turns on the day three months, and a year, after it', () => {
  const ageOf = agesAt(today)
  expect(['2026-08-18', '2026-08-17', '2025-11-18', '2025-11-17'].map((day) => ageOf(date(day)))).toEqual([
    'recent',
    'year',
    'year',
    'older',
  ])
  expect(ageOf(undefined)).toBe('unknown')
  expect(ageOf(addDays(today, 3))).toBe('recent')
  expect(ageOfMany(['recent', 'recent', 'unknown'])).toBe('recent')
  expect(ageOfMany(['recent', 'older', 'unknown'])).toBe('older')
})

test.each([
  ['外来PC-12', '外来PC'],
  ['病棟PC 3号機', '病棟PC'],
  ['プリンター(2)', 'プリンター'],
  ['PC', 'PC'],
  ['10.0.0.12', undefined],
  ['7', undefined],
])('「%s」 without its number is %s', (name, stem) => {
  expect(stemOf(name)).toBe(stem)
})

describe('bad input', () => {
  test('nothing at all is an empty map', () => {
    const map = layoutMap(mapModel(empty))
    expect(map.boxes).toEqual([])
    expect(map.width).toBeGreaterThan(0)
  })

  test('a link to nothing, or from a thing to itself, is not drawn', () => {
    const edges = [edge(ward.id, 'z:gone'), edge('z:gone', 'z:lost'), edge(ward.id, ward.id)]
    expect(mapModel({ ...empty, zones: [ward], nodes: [wardNode], edges }).edges).toEqual([])
  })

  test('zones that lead round in a circle are drawn with their lines', () => {
    const zones = Array.from({ length: 5 }, (_, n) => a.zone({ id: ids.zone(`z:${n}`), name: `区画${n}`, trust: 'clinical' }))
    const nodes = zones.map((zone): NetworkNode => ({ id: zone.id, kind: 'zone', trust: zone.trust, zone: zone.id }))
    const edges = zones.map((zone, n) => edge(zone.id, zones[(n + 1) % zones.length]?.id ?? ''))
    const map = layoutMap(mapModel({ ...empty, zones, nodes, edges }))
    expect(map.edges.map((one) => one.points.length > 1)).toEqual([true, true, true, true, true])
  })

  test('twenty thousand nodes, each joined to the core, end folded', () => {
    const network = hospitalNetwork({ endpoints: 20_000, zones: 40 })
    const nodes = [
      ...network.nodes.filter((node) => node.kind !== 'device'),
      ...network.assets.map((one): NetworkNode => ({ id: one.id, kind: 'device', asset: one.id })),
    ]
    const edges = network.assets.map((one) => edge(one.id, 'n:core', { by: ['mac-table'] }))
    const model = mapModel({ ...network, nodes, edges: [...network.edges, ...edges], trustClasses, assetKinds })
    expect(model.boxes.length).toBeLessThanOrEqual(mostBoxes)
    expect(layoutMap(model).zones.length).toBe(40)
  })

  test('two thousand zones are drawn as one for each class of trust', () => {
    const zones = Array.from({ length: 2_000 }, (_, n) =>
      a.zone({ id: ids.zone(`z:${n}`), name: `区画${n}`, trust: n % 2 ? 'clinical' : 'office' }),
    )
    const assets = devices(4_000, (n) => `PC-${n}`)
    const assetZones = assets.flatMap((one, n) => standIn([one], zones[n % 2_000] ?? ward))
    const nodes = zones.map((zone): NetworkNode => ({ id: zone.id, kind: 'zone', trust: zone.trust, zone: zone.id }))
    const model = mapModel({ ...empty, zones, nodes, assets, assetZones })
    expect(model.zones.map((zone) => zone.title)).toEqual(['診療の区画(区画 1000)', '事務の区画(区画 1000)'])
    expect(model.boxes.length).toBeLessThanOrEqual(mostBoxes)
  })
})

test('where there is too much, zones fold first, and a person can open each again', () => {
  const network = hospitalNetwork({ endpoints: 3_000, zones: 20 })
  const model = mapModel({ ...network, trustClasses, assetKinds })
  expect(model.boxes.length).toBeLessThanOrEqual(mostBoxes)
  const folded = model.zones.filter((zone) => zone.folded)
  const many = hospitalNetwork({ endpoints: 3_000, zones: 40 })
  const crowded = mapModel({ ...many, trustClasses, assetKinds })
  const closed = crowded.zones.find((zone) => zone.folded && zone.count > 20)
  expect(folded.length).toBeLessThan(crowded.zones.filter((zone) => zone.folded).length)
  const opened = mapModel({ ...many, trustClasses, assetKinds, unfolded: [`stack:${closed?.id ?? ''}`] })
  expect(opened.zones.find((zone) => zone.id === closed?.id)?.folded).toBeUndefined()
  expect(opened.boxes.length).toBeGreaterThan(crowded.boxes.length)
})
