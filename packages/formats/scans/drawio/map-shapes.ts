import { type Problem, problem } from '../../errors.ts'
import { ipsIn, macsIn } from '../keys.ts'
import { holdsSecret, withoutSecrets } from '../secrets.ts'
import { type Cell, type Geometry, isFrame, isWords, kindOfCell } from './cells.ts'
import type { DrawnBox, DrawnThing, DrawnZone } from './map-types.ts'

/** NOTE: of larger drawings only what is a frame by its making is one; to compare each box with each would take too long. */
const mostCompared = 2_000

type Cells = ReadonlyMap<string, Cell>

interface Shape {
  readonly id: string
  readonly cell: Cell
  /** On the page, not within its frame. */
  readonly place: Geometry
}

export interface Shapes {
  readonly zones: readonly DrawnZone[]
  readonly boxes: readonly DrawnBox[]
  readonly problems: readonly Problem[]
}

/** Frames and boxes of a page. A frame holds others by its making, or simply lies around them. */
export function shapesIn(cells: Cells, file: string): Shapes {
  const problems: Problem[] = []
  const parents = parentsOf(cells, (cell) => problems.push(problem('map/circle', { file, row: cell.row }, { name: nameOf(cell) })))
  const corners = cornersOf(cells, parents)
  const shapes = [...cells].flatMap(([id, cell]): readonly Shape[] => {
    const { w = 0, h = 0 } = cell.geometry ?? {}
    return isShape(cell) ? [{ id, cell, place: { x: 0, y: 0, ...corners.get(id), w, h } }] : []
  })
  const named = shapes.filter(({ cell }) => cell.label !== '' || cell.mapId !== undefined)
  const inside = new Set(shapes.flatMap(({ id }) => parents.get(id) ?? []))
  const made = new Set(named.filter((one) => isMadeFrame(one, inside)).map((one) => one.id))
  const above = framesAbove(cells, parents, made)
  const around = framesAround(named, above)
  const frames = new Set([...made, ...around.values()])
  const frameOf = (id: string) => above.get(id) ?? around.get(id)
  const secrets = named.filter(({ cell }) => holdsSecret(cell.label)).length
  if (secrets > 0) problems.push(problem('scan/secrets-dropped', { file }, { count: secrets }))
  const thing = (shape: Shape) => thingOf(shape, frameOf(shape.id))
  return {
    zones: named.filter((one) => frames.has(one.id)).map(thing),
    boxes: named.filter((one) => !frames.has(one.id)).map((shape) => ({ ...thing(shape), ...factsOf(shape.cell) })),
    problems,
  }
}

/** The band around the outside is drawn by us and means nothing by itself. */
function isShape(cell: Cell): boolean {
  const { geometry, isNode, mapId } = cell
  return isNode && !isWords(cell) && geometry !== undefined && geometry.w > 0 && geometry.h > 0 && !mapId?.startsWith('band:')
}

/** The parent of each cell; those that lead round in a circle have none. */
function parentsOf(cells: Cells, told: (cell: Cell) => void): ReadonlyMap<string, string> {
  const parents = new Map<string, string>()
  const good = new Set<string>()
  for (const [id, cell] of cells) {
    const way: string[] = []
    const onWay = new Set<string>()
    let at: string | undefined = id
    while (at !== undefined && cells.has(at) && !good.has(at) && !onWay.has(at)) {
      way.push(at)
      onWay.add(at)
      at = cells.get(at)?.parent
    }
    const cut = at !== undefined && onWay.has(at) ? at : undefined
    if (cut !== undefined) told(cells.get(cut) ?? cell)
    for (const one of way) {
      good.add(one)
      const parent = cells.get(one)?.parent
      if (one !== cut && parent !== undefined && cells.has(parent)) parents.set(one, parent)
    }
  }
  return parents
}

/** What each cell has from its parent and itself; every cell is looked at once, however deep they lie in each other. */
function inherited<T>(
  parents: ReadonlyMap<string, string>,
  cells: Cells,
  from: { readonly start: T; readonly step: (id: string, above: T) => T },
) {
  const found = new Map<string, T>()
  for (const id of cells.keys()) {
    const way: string[] = []
    let at: string | undefined = id
    for (; at !== undefined && !found.has(at); at = parents.get(at)) way.push(at)
    let above = (at === undefined ? undefined : found.get(at)) ?? from.start
    for (const one of way.toReversed()) {
      above = from.step(one, above)
      found.set(one, above)
    }
  }
  return found
}

/** Upper left corners on the page. */
function cornersOf(cells: Cells, parents: ReadonlyMap<string, string>) {
  return inherited(parents, cells, {
    start: { x: 0, y: 0 },
    step: (id, above) => {
      const { x = 0, y = 0 } = cells.get(id)?.geometry ?? {}
      return { x: above.x + x, y: above.y + y }
    },
  })
}

/** The nearest frame above each cell, or nothing. */
function framesAbove(cells: Cells, parents: ReadonlyMap<string, string>, frames: ReadonlySet<string>): ReadonlyMap<string, string> {
  const own = inherited(parents, cells, { start: '', step: (id, above) => (frames.has(id) ? id : above) })
  return new Map(
    [...parents].flatMap(([id, parent]) => {
      const frame = own.get(parent) ?? ''
      return frame === '' ? [] : [[id, frame] as const]
    }),
  )
}

function isMadeFrame({ id, cell }: Shape, inside: ReadonlySet<string>): boolean {
  return /(?:^|;)(?:swimlane|container=1)/.test(cell.style) || isFrame(cell) || inside.has(id)
}

/** People draw a rectangle around boxes more often than they put them into one: the smallest that lies around a box is its frame. */
function framesAround(shapes: readonly Shape[], above: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (shapes.length > mostCompared) return new Map()
  const smallestFirst = shapes.toSorted((a, b) => areaOf(a) - areaOf(b) || a.cell.row - b.cell.row)
  return new Map(
    shapes.flatMap((shape) => {
      if (above.has(shape.id)) return []
      const around = smallestFirst.find(
        (other) => other.id !== shape.id && areaOf(other) > areaOf(shape) && liesIn(shape.place, other.place),
      )
      return around ? [[shape.id, around.id] as const] : []
    }),
  )
}

function areaOf({ place }: Shape): number {
  return place.w * place.h
}

function liesIn(inner: Geometry, outer: Geometry): boolean {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h
}

function nameOf({ label }: Cell): string {
  return withoutSecrets(label.split('\n')[0] ?? '')
}

function thingOf({ id, cell, place }: Shape, zone: string | undefined): DrawnThing {
  return {
    cell: id,
    ...(cell.mapId !== undefined && { id: cell.mapId }),
    name: nameOf(cell),
    ...place,
    ...(zone !== undefined && { zone }),
    row: cell.row,
  }
}

function factsOf(cell: Cell): Omit<DrawnBox, keyof DrawnThing> {
  const words = `${cell.label} ${cell.address}`
  const kind = kindOfCell(cell)
  const rest = cell.label.split('\n').slice(1)
  const note = withoutSecrets(rest.filter((line) => ipsIn(line).length + macsIn(line).length === 0).join(' '))
  return { ips: ipsIn(words), macs: macsIn(words), ...(kind !== undefined && { kind }), ...(note !== '' && { note }) }
}
