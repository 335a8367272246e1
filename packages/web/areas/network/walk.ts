import type { PlacedMap, Rect } from '@mimamori/diagram'

export type Direction = 'up' | 'down' | 'left' | 'right'

interface Neighbour {
  readonly id: string
  /** Joined by a line; others only stand beside it in the same zone. */
  readonly linked: boolean
}

/** Where an arrow leads from here: along a line where one goes that way, else to what stands beside it. */
export function stepFrom(map: PlacedMap, id: string, direction: Direction): string | undefined {
  const from = rectOf(map, id)
  if (!from) return undefined
  const ranked = neighboursOf(map, id).flatMap(({ id: to, linked }) => {
    const rect = rectOf(map, to)
    const far = rect && distance(centre(from), centre(rect), direction)
    return far === undefined ? [] : [{ to, far: linked ? far : far + 10_000 }]
  })
  return ranked.toSorted((a, b) => a.far - b.far || (a.to < b.to ? -1 : 1))[0]?.to
}

export function rectOf(map: PlacedMap, id: string): Rect | undefined {
  return map.boxes.find((box) => box.id === id) ?? map.zones.find((zone) => zone.id === id)
}

/** The first of the map as it is read: outermost, then from the left. */
export function firstOf({ boxes }: PlacedMap): string | undefined {
  return boxes.toSorted((a, b) => a.y - b.y || a.x - b.x)[0]?.id
}

function neighboursOf({ boxes, edges }: PlacedMap, id: string): readonly Neighbour[] {
  const linked = edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
  const zone = boxes.find((box) => box.id === id)?.zone
  const inside = boxes.filter((box) => box.zone === id || (zone !== undefined && box.zone === zone && box.id !== id)).map((box) => box.id)
  const around = zone === undefined ? [] : [zone]
  const beside = [...inside, ...around].filter((one) => !linked.includes(one))
  return [...linked.map((one) => ({ id: one, linked: true })), ...beside.map((one) => ({ id: one, linked: false }))]
}

function centre({ x, y, w, h }: Rect): readonly [number, number] {
  return [x + w / 2, y + h / 2]
}

/** How far it is that way, what lies aside counting double; undefined where it lies another way. */
function distance([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number], direction: Direction): number | undefined {
  const [dx, dy] = [bx - ax, by - ay]
  const along = direction === 'left' ? -dx : direction === 'right' ? dx : direction === 'up' ? -dy : dy
  const aside = Math.abs(direction === 'left' || direction === 'right' ? dy : dx)
  return along <= 0 || aside > along * 3 ? undefined : along + aside * 2
}
