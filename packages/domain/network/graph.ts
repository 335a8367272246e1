import type { LinkControl, NetworkEdge, NetworkNode } from './types.ts'

/** What a link lets pass in one direction. */
export const pass = { free: 0, unknown: 1, held: 2, never: 3 } as const

/** Numbers of one arc: the node to which it leads, its link, what it lets pass there and what comes back. */
export const arcSize = 4

/**
 * Nodes and links as whole numbers, for the hot loops. Nodes stand in order of id. A device or hub that leads nowhere else hangs as a
 * leaf on the node before it, and no walk enters it: most devices of a hospital are leaves.
 */
export interface Graph {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
  readonly at: ReadonlyMap<string, number>
  /** Arcs of each node that is no leaf, to others that are none, by number of the other end. */
  readonly arcs: readonly Int32Array[]
  /** Of a leaf the one arc by which it hangs; -1 for all others. */
  readonly hangsOn: Int32Array
  readonly hangsBy: Int32Array
  /** 1 for what is outside: a walk begins there and never passes through. */
  readonly isOutside: Uint8Array
  readonly isZone: Uint8Array
}

const forwards: Readonly<Record<LinkControl, number>> = {
  none: pass.free,
  unknown: pass.unknown,
  'one-way': pass.free,
  filter: pass.held,
  'router-rules': pass.held,
}

export function passOf(control: LinkControl, isForwards: boolean): number {
  return control === 'one-way' && !isForwards ? pass.never : forwards[control]
}

/** `kept`: devices that stay although they lead nowhere else, because walks begin there. Links to nothing are left out. */
export function graphOf(nodes: readonly NetworkNode[], edges: readonly NetworkEdge[], kept: ReadonlySet<string>): Graph {
  const at = new Map<string, number>()
  for (let n = 0; n < nodes.length; n++) at.set(nodes[n]?.id ?? '', n)
  const ends = endsOf(edges, at)
  const pruned = withoutLeaves(nodes, ends, kept)
  const isOutside = new Uint8Array(nodes.length)
  const isZone = new Uint8Array(nodes.length)
  nodes.forEach(({ kind }, n) => {
    if (kind === 'outside') isOutside[n] = 1
    if (kind === 'zone') isZone[n] = 1
  })
  const arcs = arcsOf(nodes.length, edges, ends, pruned.hangsOn)
  return { nodes, edges, at, arcs, ...pruned, isOutside, isZone }
}

/** Two numbers for each link, -1 where it is none or leads to nothing. */
function endsOf(edges: readonly NetworkEdge[], at: ReadonlyMap<string, number>): Int32Array {
  const ends = new Int32Array(edges.length * 2).fill(-1)
  edges.forEach(({ from, to, trunk }, e) => {
    const [a, b] = trunk ? [undefined, undefined] : [at.get(from), at.get(to)]
    if (a === undefined || b === undefined) return
    ends[e * 2] = a
    ends[e * 2 + 1] = b
  })
  return ends
}

/** Takes away, again and again, devices and hubs with one link. The links of a node are summed up, so that the last one is known. */
function withoutLeaves(nodes: readonly NetworkNode[], ends: Int32Array, kept: ReadonlySet<string>): Pick<Graph, 'hangsOn' | 'hangsBy'> {
  const [degree, sumOfLinks] = [new Int32Array(nodes.length), new Float64Array(nodes.length)]
  for (let e = 0; e < ends.length / 2; e++)
    for (const n of [ends[e * 2] ?? -1, ends[e * 2 + 1] ?? -1]) {
      if (n < 0) continue
      degree[n] = (degree[n] ?? 0) + 1
      sumOfLinks[n] = (sumOfLinks[n] ?? 0) + e
    }
  const [hangsOn, hangsBy] = [new Int32Array(nodes.length).fill(-1), new Int32Array(nodes.length).fill(-1)]
  const mayHang = (n: number) => {
    const node = nodes[n]
    return degree[n] === 1 && node !== undefined && (node.kind === 'device' || node.kind === 'hub') && !kept.has(node.id)
  }
  const waiting = nodes.flatMap((_, n) => (mayHang(n) ? [n] : []))
  for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) {
    if (!mayHang(n)) continue
    const e = sumOfLinks[n] ?? 0
    const other = ends[e * 2] === n ? (ends[e * 2 + 1] ?? -1) : (ends[e * 2] ?? -1)
    hangsOn[n] = other
    hangsBy[n] = e
    degree[n] = 0
    degree[other] = (degree[other] ?? 0) - 1
    sumOfLinks[other] = (sumOfLinks[other] ?? 0) - e
    if (mayHang(other)) waiting.push(other)
  }
  return { hangsOn, hangsBy }
}

function arcsOf(count: number, edges: readonly NetworkEdge[], ends: Int32Array, hangsOn: Int32Array): readonly Int32Array[] {
  const lists: number[][] = []
  const isArc = (a: number, b: number) => a >= 0 && b >= 0 && hangsOn[a] === -1 && hangsOn[b] === -1
  edges.forEach(({ control }, e) => {
    const [a, b] = [ends[e * 2] ?? -1, ends[e * 2 + 1] ?? -1]
    if (!isArc(a, b)) return
    const [out, back] = [passOf(control, true), passOf(control, false)]
    listAt(lists, a).push(b, e, out, back)
    listAt(lists, b).push(a, e, back, out)
  })
  return Array.from({ length: count }, (_, n) => sortedArcs(lists[n]))
}

function listAt(lists: number[][], n: number): number[] {
  const list = lists[n] ?? []
  lists[n] = list
  return list
}

const noArcs = new Int32Array(0)

export function sortedArcs(list: readonly number[] | undefined): Int32Array {
  if (!list) return noArcs
  if (list.length === arcSize) return Int32Array.from(list)
  const order = Array.from({ length: list.length / arcSize }, (_, arc) => arc * arcSize)
  order.sort((x, y) => (list[x] ?? 0) - (list[y] ?? 0) || (list[x + 1] ?? 0) - (list[y + 1] ?? 0))
  return Int32Array.from(order.flatMap((arc) => list.slice(arc, arc + arcSize)))
}
