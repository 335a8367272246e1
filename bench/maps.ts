import { loadCatalogue } from '@mimamori/catalog'
import {
  drawDrawio,
  drawSvg,
  layoutMap,
  type MapInput,
  type MapQuality,
  mapModel,
  movedBetween,
  type PlacedMap,
  qualityOf,
} from '@mimamori/diagram'
import { type HospitalNetwork, hospitalNetwork } from '@mimamori/testing/network'
import { measure } from './measure.ts'
import { figureRow, heading, type Row, step, timeRow } from './rows.ts'

const sizes = [
  { endpoints: 300, zones: 10 },
  { endpoints: 1_000, zones: 15 },
  { endpoints: 3_000, zones: 20 },
]

/** Devices that are added one at a time, each to another zone. */
const added = 20

/** Smallest letters of the map, in pixels of the screen; and what of an A3 page is left for the drawing, in points. */
const smallestPixels = 12
const pagePoints = { w: 1120, h: 692 }

/** The network map of hospitals of three sizes: how long, how large, what lies on what, and what moves when a device comes in. */
export function* benchMaps(): Generator<Row> {
  for (const size of sizes) yield* benchMap(hospitalNetwork(size), `${size.endpoints} devices in ${size.zones} zones`)
  yield* benchLargest()
}

function inputOf(network: HospitalNetwork): MapInput {
  const { trustClasses, assetKinds } = loadCatalogue().reference
  return { ...network, trustClasses, assetKinds }
}

function* benchMap(network: HospitalNetwork, name: string): Generator<Row> {
  step(`the map of ${name}`)
  const input = inputOf(network)
  const model = mapModel(input)
  const map = layoutMap(model)
  const rounds = 9
  const timed = <T>(of: T, work: (given: T) => unknown) => measure(rounds, () => of, work)
  yield heading(`map of ${name}`)
  yield timeRow('boxes and lines', timed(input, mapModel))
  yield timeRow('layout from nothing', timed(model, layoutMap))
  const previous = timed(model, (now) => layoutMap(now, { previous: map }))
  yield timeRow('layout after the one before', previous)
  yield timeRow('SVG', timed(map, drawSvg))
  yield timeRow('draw.io', timed(map, drawDrawio))
  yield* sizeRows(map)
  yield* qualityRows(qualityOf(map))
  yield* movementRows(network, map)
}

function* sizeRows(map: PlacedMap): Generator<Row> {
  const scale = Math.min(pagePoints.w / map.width, pagePoints.h / (map.height + 40))
  yield heading(`  ${map.width} × ${map.height}, ${map.edges.length} lines, smallest letters ${smallestPixels} px`)
  yield figureRow('boxes before unfolding', map.boxes.length, { unit: 'boxes', bar: { most: 60 } })
  yield figureRow('smallest letters on A3', smallestPixels * scale, { unit: 'pt', digits: 1, bar: { least: 6 } })
}

function* qualityRows({ crossings, bends, ...faults }: MapQuality): Generator<Row> {
  for (const [what, count] of Object.entries(faults)) yield figureRow(what, count, { unit: '', bar: { most: 0 } })
  yield figureRow('crossings', crossings, { unit: '' })
  yield figureRow('bends', bends, { unit: '' })
}

/** How many boxes and zones stand elsewhere after one device more: of a kind that its zone has, and of one that it has not. */
function* movementRows(network: HospitalNetwork, before: PlacedMap): Generator<Row> {
  const things = before.boxes.length + before.zones.length
  const mostMoved = (kind: 'camera' | undefined) => {
    const tries = Array.from({ length: added }, (_, at) => {
      const after = layoutMap(mapModel(inputOf(withOneMore(network, at * 13, kind))), { previous: before })
      return (100 * movedBetween(before, after)) / things
    })
    return Math.max(...tries)
  }
  const held = { unit: '%', digits: 1, bar: { most: 5 } }
  yield figureRow(`moved by one device more, most of ${added} tries`, mostMoved(undefined), held)
  yield figureRow('the same with a device of a new kind', mostMoved('camera'), held)
}

function withOneMore(network: HospitalNetwork, at: number, kind: 'camera' | undefined): HospitalNetwork {
  const like = network.assets[at % network.assets.length]
  const zones = network.assetZones.find((one) => one.id === like?.id)
  if (like === undefined || zones === undefined) return network
  const id = `new:${at}` as typeof like.id // ids of a bench are plain text
  const asset = kind === undefined ? { ...like, id } : { ...like, id, kind, name: '見守りカメラ' }
  return { ...network, assets: [...network.assets, asset], assetZones: [...network.assetZones, { ...zones, id }] }
}

/** Every device a point of the graph: all must end folded. */
function* benchLargest(): Generator<Row> {
  step('the map of 20,000 nodes')
  const network = hospitalNetwork({ endpoints: 20_000, zones: 40 })
  const devices = network.assets.map(({ id }) => ({ id, kind: 'device', asset: id }) as const)
  const nodes = [...network.nodes.filter((node) => node.kind !== 'device'), ...devices]
  const to = 'n:core'
  const edges = devices.map(
    ({ id }) => ({ id: `${id}~${to}`, from: id, to, layer: 'physical', control: 'none', by: ['mac-table'], facts: [] }) as const,
  )
  const input = inputOf({ ...network, nodes, edges: [...network.edges, ...edges] })
  const model = mapModel(input)
  yield heading('map of 20,000 nodes and as many links')
  yield timeRow(
    'boxes and lines',
    measure(3, () => input, mapModel),
  )
  yield timeRow(
    'layout from nothing',
    measure(3, () => model, layoutMap),
  )
  yield* sizeRows(layoutMap(model))
}
