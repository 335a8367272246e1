import type { NetworkNode } from '@mimamori/domain'
import { isPlaceholder } from './bands.ts'
import type { Composed } from './compose.ts'
import type { MapFacts } from './facts.ts'
import type { Placement } from './places.ts'
import type { MapBox } from './types.ts'

/** Where each node of the network is to be found on the map. */
export interface Shown {
  readonly boxes: ReadonlyMap<string, MapBox>
  /** The box or zone of a node; undefined for what is not drawn. */
  readonly at: (node: string) => string | undefined
  /** The zone of a box, or the zone itself. */
  readonly zoneOf: (id: string) => string | undefined
  readonly titleOf: (id: string) => string
}

export function shownOf({ boxes, zones }: Composed, placement: Placement, facts: MapFacts): Shown {
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const zoneById = new Map(zones.map((zone) => [zone.id, zone]))
  const places = new Map<string, string>(zones.flatMap((zone) => zone.members.map((member) => [member, zone.id] as const)))
  for (const [asset, outside] of placement.outsideOf) places.set(asset, outside)
  for (const box of boxes) if (!isPlaceholder(box)) for (const member of box.members) places.set(member, box.id)
  const at = (id: string) => places.get(id) ?? placeOfHub(facts.nodes.get(id), places, zoneById)
  return {
    boxes: byId,
    at,
    zoneOf: (id) => byId.get(id)?.zone ?? zoneById.get(id)?.id,
    titleOf: (id) => byId.get(id)?.title ?? zoneById.get(id)?.title ?? id,
  }
}

/** A hub that was folded away is in the zone of what hangs behind it. */
function placeOfHub(
  node: NetworkNode | undefined,
  places: ReadonlyMap<string, string>,
  zones: ReadonlyMap<string, unknown>,
): string | undefined {
  if (node?.kind !== 'hub') return undefined
  const near = [...(node.behind ?? []), ...(node.asset === undefined ? [] : [node.asset])]
  const found = near.flatMap((id) => places.get(id) ?? [])
  return found.find((id) => id.startsWith('stack:') || zones.has(id)) ?? found[0]
}
