import type { LitHop, MapModel } from '@mimamori/diagram'
import type { ForbiddenPath, NetworkEdge } from '@mimamori/domain'

type Way = Pick<ForbiddenPath, 'start' | 'hops'>

/** The map with one way lit and the links to cut marked; the boxes and lines stay those of the model. */
export function litOn(model: MapModel, way: Way | undefined, cut: ReadonlySet<string>): MapModel {
  const edges = model.edges.map((edge) => (edge.edges.some((id) => cut.has(id)) ? { ...edge, cut: true as const } : edge))
  return { ...model, edges, hops: way ? hopsOn(model, way, cut) : [] }
}

function hopsOn(model: MapModel, { start, hops }: Way, cut: ReadonlySet<string>): readonly LitHop[] {
  const at = placesOf(model)
  let node = start
  return hops.flatMap(({ edge, to }, index): readonly LitHop[] => {
    const [before, after] = [at(node), at(to)]
    node = to
    const mark = { number: index + 1, ...(cut.has(edge) && { cut: true as const }) }
    const lines = model.edges.filter((line) => line.edges.includes(edge))
    if (lines.length === 0) {
      const isWithin = before !== undefined && after !== undefined && before !== after
      return isWithin ? [{ ...mark, from: before, to: after }] : []
    }
    return inOrder(lines, [before, zoneOf(model, before)]).map((line) => ({ ...mark, ...line }))
  })
}

/** Where each node of the network is drawn. NOTE: a box for a device that nobody knows names the point outside, which has its own. */
function placesOf({ boxes, zones }: MapModel): (node: string) => string | undefined {
  const places = new Map<string, string>(zones.flatMap(({ id, members }) => members.map((member) => [member, id] as const)))
  const known = boxes.filter(({ unknown, entrance }) => !(unknown && entrance))
  for (const { id, members } of known) for (const member of members) places.set(member, id)
  return (node) => places.get(node)
}

function zoneOf({ boxes }: MapModel, id: string | undefined): string | undefined {
  return boxes.find((box) => box.id === id)?.zone
}

interface Line {
  readonly from: string
  readonly to: string
  readonly edge: string
}

/** Each line from the end that the way comes from; a link past a device that nobody knows is two lines. */
function inOrder(lines: MapModel['edges'], startsAt: readonly (string | undefined)[]): readonly Line[] {
  const left = [...lines]
  const found: Line[] = []
  for (let here = startsAt; left.length > 0; ) {
    const at = Math.max(
      0,
      left.findIndex(({ from, to }) => here.includes(from) || here.includes(to)),
    )
    const [line] = left.splice(at, 1)
    if (!line) break
    const isBack = !here.includes(line.from) && here.includes(line.to)
    const next = isBack ? { from: line.to, to: line.from, edge: line.id } : { from: line.from, to: line.to, edge: line.id }
    found.push(next)
    here = [next.to]
  }
  return found
}

/** Ids of network edges as a whole edge with facts, which the screens do not need. */
export function wholeEdges(edges: readonly Omit<NetworkEdge, 'facts'>[]): readonly NetworkEdge[] {
  return edges.map((edge) => ({ ...edge, facts: [] }))
}
