import { loadCatalogue } from '@mimamori/catalog'
import { type Asset, addDays, type MapPlace } from '@mimamori/domain'
import { type HospitalNetwork, hospitalNetwork } from '@mimamori/testing/network'
import { a, ids } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { firstSight, type MapInput, mapModel, mostBoxes } from '../index.ts'
import { layoutMap } from './layout.ts'
import { movedBetween, placesIn, qualityOf } from './quality.ts'

const { trustClasses, assetKinds } = loadCatalogue().reference

function inputOf(network: HospitalNetwork, more: Partial<MapInput> = {}): MapInput {
  return { ...network, trustClasses, assetKinds, ...more }
}

const sizes = [
  { endpoints: 30, zones: 3 },
  { endpoints: 214, zones: 6 },
  { endpoints: 300, zones: 10 },
  { endpoints: 1_000, zones: 15 },
  { endpoints: 3_000, zones: 20 },
]

const none = { zoneOverlaps: 0, boxOverlaps: 0, labelOverlaps: 0, throughBoxes: 0, throughTitles: 0, sharedStretches: 0 }

/** A device like the first of its zone, which is seen today. */
function withOneMore(network: HospitalNetwork, some: Partial<Asset> = {}, at = 0): HospitalNetwork {
  const like = network.assets[at % network.assets.length]
  const zones = network.assetZones.find((one) => one.id === like?.id)?.zones ?? []
  const { id, ...rest } = { ...like, ...some }
  const asset: Asset = { name: '新しい機器', ...rest, id: ids.asset(`new:${at}`) }
  return {
    ...network,
    assets: [...network.assets, asset],
    assetZones: [...network.assetZones, { id: asset.id, zones: zones.map((one) => ({ ...one, on: addDays(network.asOf, -1) })) }],
  }
}

describe.each(sizes)('the map of $endpoints devices in $zones zones', (size) => {
  const network = hospitalNetwork(size)

  test('has nothing on top of anything, and no line through a box or a title', () => {
    for (const lang of ['ja', 'en'] as const) {
      const map = layoutMap(mapModel(inputOf(network, { lang, path: network.path, cut: network.cut })))
      expect(qualityOf(map)).toMatchObject(none)
      expect(map.boxes.length).toBeLessThanOrEqual(mostBoxes)
      expect(map.edges.filter((edge) => edge.points.length < 2)).toEqual([])
    }
  })

  test('shows the lit way hop by hop, and the link to cut', () => {
    const map = layoutMap(mapModel(inputOf(network, { path: network.path, cut: network.cut })))
    expect(map.marks.flatMap((mark) => mark.number ?? []).toSorted((one, other) => one - other)).toEqual(
      network.path.hops.map((_, at) => at + 1),
    )
    expect(map.marks.filter((mark) => mark.kind === 'cut').length).toBe(network.path.hops.length === 0 ? 0 : 1)
    expect(map.cutLabel?.text).toBe(network.path.hops.length === 0 ? undefined : 'ここを外す')
  })

  test('can be read on A3: no letter is under 6 points', () => {
    const map = layoutMap(mapModel(inputOf(network)))
    const [pageWidthPoints, pageHeightPoints] = [1134, 730]
    const scale = Math.min(pageWidthPoints / map.width, pageHeightPoints / map.height)
    expect(12 * scale).toBeGreaterThanOrEqual(6)
  })

  test('is the same whatever the order of the records', () => {
    const map = layoutMap(mapModel(inputOf(network)))
    const reversed = {
      ...network,
      nodes: network.nodes.toReversed(),
      edges: network.edges.toReversed(),
      assets: network.assets.toReversed(),
    }
    const other = layoutMap(
      mapModel(inputOf({ ...reversed, zones: network.zones.toReversed(), assetZones: network.assetZones.toReversed() })),
    )
    expect(placesIn(other)).toEqual(placesIn(map))
    expect(other).toEqual(map)
  })

  test('moves nothing when a device comes in of a kind that is there', () => {
    const before = layoutMap(mapModel(inputOf(network)))
    for (const at of [0, 17, 100]) {
      const after = layoutMap(mapModel(inputOf(withOneMore(network, {}, at))), { previous: before })
      expect(movedBetween(before, after)).toBe(0)
    }
  })

  test('moves at most one in twenty when a device of a new kind comes into a zone', () => {
    const before = layoutMap(mapModel(inputOf(network)))
    for (const at of [0, 17, 100]) {
      const after = layoutMap(mapModel(inputOf(withOneMore(network, { kind: 'camera', name: '見守りカメラ' }, at))), { previous: before })
      expect(movedBetween(before, after)).toBeLessThanOrEqual((before.boxes.length + before.zones.length) / 20)
      expect(qualityOf(after)).toMatchObject(none)
    }
  })
})

/** What may stand alone beside the boxes of the budget: what the way leads through. */
const mostAtFirstSight = 30

describe.each(sizes)('the first sight of $endpoints devices in $zones zones', (size) => {
  const network = hospitalNetwork(size)
  const first = (more: Partial<MapInput> = {}, of = network) =>
    inputOf(of, { budget: firstSight, path: network.path, cut: network.cut, ...more })

  test('has few boxes in the width of a screen, and nothing on top of anything', () => {
    for (const lang of ['ja', 'en'] as const) {
      const map = layoutMap(mapModel(first({ lang })))
      expect(qualityOf(map)).toMatchObject(none)
      expect(map.boxes.length).toBeLessThanOrEqual(mostAtFirstSight)
      expect(map.width).toBeLessThanOrEqual(1_024)
      expect(map.edges.filter((edge) => edge.points.length < 2)).toEqual([])
    }
  })

  test('shows the lit way hop by hop with every mark on the page, and the link to cut', () => {
    const map = layoutMap(mapModel(first()))
    const numbers = map.marks.flatMap((mark) => mark.number ?? []).toSorted((one, other) => one - other)
    expect(numbers).toEqual(network.path.hops.map((_, at) => at + 1))
    expect(map.marks.filter((mark) => mark.kind === 'cut').length).toBe(network.path.hops.length === 0 ? 0 : 1)
    for (const { x, y, radius } of map.marks) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(radius)
      expect([x + radius <= map.width, y + radius <= map.height]).toEqual([true, true])
    }
  })

  test('shows what the way leads through, and every entrance that is known, as a box of its own', () => {
    const { boxes } = mapModel(first())
    const alone = new Set(boxes.filter((box) => box.count === 1).flatMap((box) => box.members))
    const links = network.edges.filter(({ id }) => network.path.hops.some(({ edge }) => edge === id))
    const through = links.flatMap(({ from, to }) => [from, to]).filter((id) => network.zones.every((zone) => zone.id !== id))
    expect(through.filter((id) => !alone.has(id))).toEqual([])
    expect(network.entrances.flatMap(({ asset }) => asset ?? []).filter((id) => !alone.has(id))).toEqual([])
  })

  test('moves nothing when a device comes in of a kind that is there', () => {
    const before = layoutMap(mapModel(first()))
    for (const at of [0, 17, 100]) {
      const after = layoutMap(mapModel(first({}, withOneMore(network, {}, at))), { previous: before })
      expect(movedBetween(before, after)).toBe(0)
      const ids = new Set(after.boxes.map(({ id }) => id))
      expect(before.boxes.filter((box) => box.role === 'stack' && !ids.has(box.id))).toEqual([])
    }
  })
})

test('a stack of the first sight opens in place into stacks by name, which open again', () => {
  const network = hospitalNetwork({ endpoints: 214, zones: 6 })
  const open = (unfolded: readonly string[]) => mapModel(inputOf(network, { budget: firstSight, unfolded }))
  const folded = open([])
  const stack = folded.boxes.find((box) => box.role === 'stack' && box.title === 'PC')
  const opened = open([stack?.id ?? ''])
  expect(opened.boxes.length).toBeGreaterThan(folded.boxes.length)
  const part = opened.boxes.find((box) => box.role === 'stack' && box.zone === stack?.zone && !box.id.includes('|class|'))
  const again = open([stack?.id ?? '', part?.id ?? ''])
  expect(again.boxes.length).toBe(opened.boxes.length + (part?.count ?? 0) - 1)
  const before = layoutMap(folded)
  const after = layoutMap(again, { previous: before })
  expect(qualityOf(after)).toMatchObject(none)
})

describe('what a person has placed', () => {
  const network = hospitalNetwork({ endpoints: 300, zones: 10 })
  const model = mapModel(inputOf(network))
  const place = (some: Partial<MapPlace>): MapPlace => ({ id: ids.mapPlace('mp:1'), x: 0, y: 0, ...some })

  test('stays there, and the rest keeps out of its way', () => {
    const zone = network.zones[1]?.id
    const places = [
      place({ ...(zone && { zone }), x: 640, y: 640 }),
      place({ id: ids.mapPlace('mp:2'), asset: ids.asset('n:core'), x: 64, y: 320 }),
    ]
    const map = layoutMap(model, { places })
    expect(map.zones.find((one) => one.id === zone)).toMatchObject({ x: 640, y: 640 })
    expect(map.boxes.find((box) => box.id === 'n:core')).toMatchObject({ x: 64, y: 320 })
    expect(qualityOf(map)).toMatchObject({ zoneOverlaps: 0, boxOverlaps: 0, throughBoxes: 0 })
  })

  test('stays there when the zone of a box is elsewhere: a line joins the two', () => {
    const switchId = ids.asset('n:access-0')
    const map = layoutMap(model, { places: [place({ asset: switchId, x: 40, y: 1_600 })] })
    expect(map.boxes.find((box) => box.id === switchId)).toMatchObject({ x: 40, y: 1_600 })
    expect(map.edges.some((edge) => edge.from === switchId && edge.edges.length === 0)).toBe(true)
    expect(qualityOf(map)).toMatchObject({ zoneOverlaps: 0, boxOverlaps: 0, throughBoxes: 0 })
  })

  test('on one spot, or nowhere at all, ends no drawing', () => {
    const on = network.zones.map((zone, at) => place({ id: ids.mapPlace(`mp:${at}`), zone: zone.id, x: 100, y: 100 }))
    expect(layoutMap(model, { places: on }).zones.every((zone) => zone.x === 104 && zone.y === 104)).toBe(true)
    const wild = network.zones.map((zone, at) =>
      place({ id: ids.mapPlace(`mp:${at}`), zone: zone.id, x: at % 2 ? Number.NaN : -1e9, y: 1e12 }),
    )
    expect(Number.isFinite(layoutMap(model, { places: wild }).height)).toBe(true)
  })
})

test('a new zone finds a place of its own and moves nothing', () => {
  const network = hospitalNetwork({ endpoints: 300, zones: 10 })
  const before = layoutMap(mapModel(inputOf(network)))
  const zone = a.zone({ id: ids.zone('z:new'), name: '新しい区画' })
  const node = { id: zone.id, kind: 'zone', trust: zone.trust, zone: zone.id } as const
  const more = { ...network, zones: [...network.zones, zone], nodes: [...network.nodes, node] }
  const after = layoutMap(mapModel(inputOf(more)), { previous: before })
  expect(movedBetween(before, after)).toBe(0)
  expect(qualityOf(after)).toMatchObject(none)
})

test('a stack unfolds where its zone stands, the boxes in the order in which people count', () => {
  const network = hospitalNetwork({ endpoints: 300, zones: 10 })
  const model = mapModel(inputOf(network))
  const before = layoutMap(model)
  const stack = model.boxes.find((box) => box.title === '病棟PC')
  const after = layoutMap(mapModel(inputOf(network, { unfolded: [stack?.id ?? ''] })), { previous: before })
  expect(qualityOf(after)).toMatchObject(none)
  expect(after.zones.find((zone) => zone.id === stack?.zone)).toMatchObject({ x: before.zones.find((zone) => zone.id === stack?.zone)?.x })
  const names = after.boxes.filter((box) => box.zone === stack?.zone && /^病棟PC\d/.test(box.title)).map((box) => box.title)
  expect(names.slice(0, 3)).toEqual(['病棟PC1', '病棟PC2', '病棟PC3'])
  expect(names.at(-1)).toBe(`病棟PC${names.length}`)
})

test('a zone that is folded again is as small as it was', () => {
  const network = hospitalNetwork({ endpoints: 300, zones: 10 })
  const model = mapModel(inputOf(network))
  const before = layoutMap(model)
  const stack = model.boxes.find((box) => box.title === '病棟PC')
  const unfolded = layoutMap(mapModel(inputOf(network, { unfolded: [stack?.id ?? ''] })), { previous: before })
  const again = layoutMap(model, { previous: unfolded })
  const size = (map: typeof before) => map.zones.find((zone) => zone.id === stack?.zone)?.w
  expect(size(again)).toBe(size(before))
})

test('the words at the link to cut find a place wherever the link is', () => {
  const network = hospitalNetwork({ endpoints: 300, zones: 10 })
  for (const edge of network.edges) {
    const { path: _, ...rest } = inputOf(network, { cut: edge.id })
    const map = layoutMap(mapModel(rest))
    if (map.marks.length === 0) continue
    expect([edge.id, map.cutLabel?.text]).toEqual([edge.id, 'ここを外す'])
    expect(qualityOf(map)).toMatchObject(none)
  }
})

/** A source of chance with a seed. */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'whatever is joined to what, nothing lies on anything, and a second layout changes nothing (%i)',
  (seed) => {
    const random = chanceFrom(seed)
    const network = hospitalNetwork({ endpoints: 20 + random(800), zones: 1 + random(18), seed })
    const anyNode = () => network.nodes[random(network.nodes.length)]?.id ?? ''
    const edges = Array.from({ length: random(25) }, () => {
      const [from = '', to = ''] = [anyNode(), anyNode()].toSorted()
      return { id: `${from}~${to}`, from, to, layer: 'l3', control: 'none', by: ['stated'], facts: [] } as const
    })
    const model = mapModel(inputOf({ ...network, edges: [...network.edges, ...edges] }))
    const map = layoutMap(model)
    expect(qualityOf(map)).toMatchObject(none)
    expect(placesIn(layoutMap(model, { previous: map }))).toEqual(placesIn(map))
  },
)
