import type { NetworkView } from '@mimamori/contract'
import { layoutMap, type MapEdge, type MapModel, type PlacedMap } from '@mimamori/diagram'
import type { AssetId, LineId, ZoneId } from '@mimamori/domain'
import { entityId, type MapPlace, type MapPlaceId } from '@mimamori/domain'
import { addRecord, newId, setFields, type Wanted } from '../../data/changes.ts'
import { litOn } from './lit.ts'
import type { Step } from './steps.ts'
import type { Way } from './use-seen.ts'

interface Shown {
  readonly model: MapModel
  readonly places: NetworkView['places']
  readonly way: Pick<Way, 'start' | 'hops'> | undefined
  /** Links to be marked: those to cut, or those that are tried without. */
  readonly cut: ReadonlySet<string>
  readonly steps: readonly Step[]
  readonly previous: PlacedMap | undefined
}

/** The map as it is drawn: the model with one way lit, links that are tried, and everything in its place. */
export function placedMap({ model, places, way, cut, steps, previous }: Shown): PlacedMap {
  const tried = { ...model, edges: [...model.edges, ...movedLines(model, steps)] }
  return layoutMap(litOn(tried, way, cut), { places: places.map(({ record }) => record), ...(previous && { previous }) })
}

/** Links that were put elsewhere, in dashes as what nobody has seen yet. */
function movedLines(model: MapModel, steps: readonly Step[]): readonly MapEdge[] {
  return steps.flatMap((step): readonly MapEdge[] => {
    if (step.kind !== 'move') return []
    const [from, to] = [placeOf(model, step.stays), placeOf(model, step.to)]
    if (from === undefined || to === undefined || from === to) return []
    const { layer, control } = step.edge
    return [{ id: `${from}~${to}`, from, to, label: '', edges: [step.link], layer, control, told: true }]
  })
}

/** The box or zone that stands for a point of the network. */
export function placeOf({ boxes, zones }: MapModel, node: string): string | undefined {
  const box = boxes.find(({ members, unknown, entrance }) => members.includes(node) && !(unknown && entrance))
  return box?.id ?? zones.find(({ members }) => members.includes(node))?.id
}

/** True for what a place of the map can be kept for: a zone, a device or a line of the register. */
export function mayBePut({ nodes, zones }: NetworkView, map: Pick<MapModel, 'boxes'>, id: string): boolean {
  if (zones.some(({ record }) => record.id === id)) return true
  const node = nodes.find((one) => one.id === id)
  if (node) return node.kind === 'device' || node.line === id
  const box = map.boxes.find((one) => one.id === id)
  return box !== undefined && box.role === 'device' && box.members.length === 1 && box.members[0] === id
}

/** Keeps a place: a new record, or another place for one that is there. */
export function putAt({ places, nodes, zones }: NetworkView, id: string, { x, y }: { readonly x: number; readonly y: number }): Wanted {
  const stored = placeRecord(places, id)
  if (stored) return setFields('mapPlaces', stored, { x, y })
  const of = zones.some(({ record }) => record.id === id)
    ? { zone: entityId<ZoneId>(id) }
    : nodes.some((node) => node.id === id && node.line === id)
      ? { line: entityId<LineId>(id) }
      : { asset: entityId<AssetId>(id) }
  return addRecord('mapPlaces', { id: entityId<MapPlaceId>(newId('place')), ...of, x, y })
}

/** Where a person has put it, if anybody has. */
export function placeRecord(
  places: NetworkView['places'],
  id: string,
): { readonly version: number; readonly record: MapPlace } | undefined {
  return places.find(({ record }) => record.zone === id || record.asset === id || record.line === id)
}
