import { isOfOwnRecord } from './cut-acts.ts'
import { pass, passOf } from './graph.ts'
import { harmOf } from './harm.ts'
import type { NetworkEdge, NetworkNode } from './types.ts'

export interface Drawn {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
}

/** Costs stay below this, so that one link more is always dearer than any choice among as many. */
const perLink = 1_000_000

interface Ends {
  readonly from: string
  readonly to: string
  readonly costOf?: (edge: NetworkEdge) => number
}

/**
 * The fewest links that must go so that nothing gets from `from` to `to` past links without a known control; of as many the ones whose
 * loss harms least (`costOf`: a whole number, 0 to 1000, for a link). Empty where there is no way. All links of a VPN or a way of
 * maintenance count as one, since they go with its record (`cutActs`).
 */
export function minimumCut(drawn: Drawn, { from, to, costOf = harmOf(drawn) }: Ends): readonly NetworkEdge[] {
  const cut = fewestLinks(drawn, { from, to, costOf })
  const own = linksOfOwnRecord(drawn, from)
  const [only, ...more] = cut
  if (!only || own.length < 2) return cut
  return more.length > 0 || costOf(only) > Math.max(...own.map(costOf)) ? own : cut
}

function linksOfOwnRecord({ nodes, edges }: Drawn, from: string): readonly NetworkEdge[] {
  const start = nodes.find(({ id }) => id === from)
  return start && isOfOwnRecord(start) ? edges.filter((edge) => !edge.trunk && (edge.from === from || edge.to === from)) : []
}

/** Exact: the largest flow from end to end, each link as wide as it is dear. */
function fewestLinks(drawn: Drawn, { from, to, costOf }: Required<Ends>): readonly NetworkEdge[] {
  const net = netOf(drawn, from, costOf)
  const [source, sink] = [net.at.get(from), net.at.get(to)]
  if (source === undefined || sink === undefined || source === sink) return []
  while (push(net, source, sink) > 0);
  const near = reachedFrom(net, source)
  const cut = net.pipes.filter(({ from: a, to: b, edge }) => edge !== undefined && near[a] === 1 && near[b] !== 1)
  return [...new Set(cut.flatMap(({ edge }) => edge ?? []))].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** One direction of a link, and what still fits through it. `edge` where something passes in this direction at all. */
interface Pipe {
  readonly from: number
  readonly to: number
  readonly edge: NetworkEdge | undefined
  room: number
}

interface Net {
  readonly at: ReadonlyMap<string, number>
  /** Each pipe beside its way back, at the number with the last bit turned. */
  readonly pipes: readonly Pipe[]
  readonly out: readonly (readonly number[])[]
}

/** NOTE: what is outside is entered from nowhere; a walk begins there or leaves it out. */
function netOf({ nodes, edges }: Drawn, start: string, costOf: (edge: NetworkEdge) => number): Net {
  const at = new Map<string, number>()
  for (const { id, kind } of nodes) if (kind !== 'outside' || id === start) at.set(id, at.size)
  const pipes: Pipe[] = []
  const out: number[][] = Array.from({ length: at.size }, () => [])
  for (const edge of edges) {
    const [a, b] = [at.get(edge.from), at.get(edge.to)]
    if (a === undefined || b === undefined || a === b || edge.trunk) continue
    const width = perLink + costOf(edge)
    const pipe = (from: number, to: number, isForwards: boolean): Pipe => {
      const isOpen = passOf(edge.control, isForwards) <= pass.unknown
      return { from, to, edge: isOpen ? edge : undefined, room: isOpen ? width : 0 }
    }
    const [there, back] = [pipe(a, b, true), pipe(b, a, false)]
    if (!there.edge && !back.edge) continue
    out[a]?.push(pipes.length)
    out[b]?.push(pipes.length + 1)
    pipes.push(there, back)
  }
  return { at, pipes, out }
}

/** Sends as much as fits along one shortest way, and makes as much room backwards; 0 where none is left. */
function push({ pipes, out }: Net, source: number, sink: number): number {
  const by = new Int32Array(out.length).fill(-1)
  const queue = [source]
  const seen = new Uint8Array(out.length)
  seen[source] = 1
  for (let next = 0; next < queue.length && seen[sink] !== 1; next++)
    for (const number of out[queue[next] ?? 0] ?? []) {
      const pipe = pipes[number]
      if (!pipe || pipe.room === 0 || seen[pipe.to] === 1) continue
      seen[pipe.to] = 1
      by[pipe.to] = number
      queue.push(pipe.to)
    }
  if (seen[sink] !== 1) return 0
  const way: number[] = []
  for (let n = sink; n !== source; n = pipes[by[n] ?? 0]?.from ?? source) way.push(by[n] ?? 0)
  const amount = Math.min(...way.map((number) => pipes[number]?.room ?? 0))
  for (const number of way) {
    const [there, back] = [pipes[number], pipes[number ^ 1]]
    if (there) there.room -= amount
    if (back) back.room += amount
  }
  return amount
}

function reachedFrom({ pipes, out }: Net, source: number): Uint8Array {
  const seen = new Uint8Array(out.length)
  const queue = [source]
  seen[source] = 1
  for (let next = 0; next < queue.length; next++)
    for (const number of out[queue[next] ?? 0] ?? []) {
      const pipe = pipes[number]
      if (!pipe || pipe.room === 0 || seen[pipe.to] === 1) continue
      seen[pipe.to] = 1
      queue.push(pipe.to)
    }
  return seen
}
