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
import { line, measure } from './measure.ts'

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
export function benchMaps(): readonly string[] {
  return [
    ...sizes.flatMap((size) => benchMap(hospitalNetwork(size), `${size.endpoints} devices in ${size.zones} zones`)),
    ...benchLargest(),
  ]
}

function inputOf(network: HospitalNetwork): MapInput {
  const { trustClasses, assetKinds } = loadCatalogue().reference
  return { ...network, trustClasses, assetKinds }
}

function benchMap(network: HospitalNetwork, name: string): readonly string[] {
  const input = inputOf(network)
  const model = mapModel(input)
  const map = layoutMap(model)
  const rounds = 9
  const lines = [
    line(
      `map of ${name}: boxes and lines`,
      measure(rounds, () => input, mapModel),
    ),
    line(
      `  layout from nothing`,
      measure(rounds, () => model, layoutMap),
    ),
    line(
      `  layout after the one before`,
      measure(
        rounds,
        () => model,
        () => layoutMap(model, { previous: map }),
      ),
    ),
    line(
      `  SVG`,
      measure(rounds, () => map, drawSvg),
    ),
    line(
      `  draw.io`,
      measure(rounds, () => map, drawDrawio),
    ),
  ]
  return [...lines, `  ${sizeInWords(map)}`, `  ${qualityInWords(qualityOf(map))}`, `  ${movementInWords(network, map)}`]
}

function sizeInWords(map: PlacedMap): string {
  const scale = Math.min(pagePoints.w / map.width, pagePoints.h / (map.height + 40))
  return `${map.width} × ${map.height}, ${map.boxes.length} boxes (bar: 60), ${map.edges.length} lines; smallest letters ${smallestPixels} px (bar: 12), ${(smallestPixels * scale).toFixed(1)} pt on A3 (bar: 6)`
}

function qualityInWords(quality: MapQuality): string {
  const { crossings, bends, ...faults } = quality
  const told = Object.entries(faults).map(([what, count]) => `${what} ${count}`)
  return `${told.join(', ')} (bar: 0 each); crossings ${crossings}, bends ${bends}`
}

/** How many boxes and zones stand elsewhere after one device more: of a kind that its zone has, and of one that it has not. */
function movementInWords(network: HospitalNetwork, before: PlacedMap): string {
  const things = before.boxes.length + before.zones.length
  const moved = (kind: 'camera' | undefined) =>
    Array.from({ length: added }, (_, at) => {
      const after = layoutMap(mapModel(inputOf(withOneMore(network, at * 13, kind))), { previous: before })
      return (100 * movedBetween(before, after)) / things
    })
  const [known, unknown] = [moved(undefined), moved('camera')]
  return `moved by one device more: ${Math.max(...known).toFixed(1)} % at most; of a new kind: ${Math.max(...unknown).toFixed(1)} % (bar: 5 %), ${added} tries each`
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
function benchLargest(): readonly string[] {
  const network = hospitalNetwork({ endpoints: 20_000, zones: 40 })
  const devices = network.assets.map(({ id }) => ({ id, kind: 'device', asset: id }) as const)
  const nodes = [...network.nodes.filter((node) => node.kind !== 'device'), ...devices]
  const to = 'n:core'
  const edges = devices.map(
    ({ id }) => ({ id: `${id}~${to}`, from: id, to, layer: 'physical', control: 'none', by: ['mac-table'], facts: [] }) as const,
  )
  const input = inputOf({ ...network, nodes, edges: [...network.edges, ...edges] })
  const model = mapModel(input)
  return [
    line(
      'map of 20,000 nodes and as many links: boxes and lines',
      measure(3, () => input, mapModel),
    ),
    line(
      '  layout from nothing',
      measure(3, () => model, layoutMap),
    ),
    `  ${sizeInWords(layoutMap(model))}`,
  ]
}
