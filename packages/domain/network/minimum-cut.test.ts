import { smallNetwork, worldOf } from '@mimamori/testing/rules'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { minimumCut } from './minimum-cut.ts'
import type { NetworkEdge, NetworkNode } from './types.ts'

const cost = (edge: NetworkEdge) => edge.facts.length

/** The plainest walk there is, so that the cut is not judged by the code that it shares. */
function reachable(edges: readonly NetworkEdge[], start: string, target: string): boolean {
  const seen = new Set([start])
  for (let grown = true; grown; ) {
    grown = false
    for (const { from, to, control, trunk } of edges) {
      if (trunk || control === 'filter') continue
      for (const [a, b] of control === 'one-way'
        ? [[from, to]]
        : [
            [from, to],
            [to, from],
          ])
        if (seen.has(a ?? '') && !seen.has(b ?? '')) {
          seen.add(b ?? '')
          grown = true
        }
    }
  }
  return seen.has(target)
}

function closes(edges: readonly NetworkEdge[], gone: readonly NetworkEdge[]): boolean {
  const left = edges.filter((edge) => !gone.includes(edge))
  return !reachable(left, 'n:00', 'n:01')
}

function harmOfAll(edges: readonly NetworkEdge[]): number {
  return edges.reduce((sum, edge) => sum + cost(edge), 0)
}

function subsets<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]]
  return all.flatMap((one, at) => subsets(all.slice(at + 1), size - 1).map((rest) => [one, ...rest]))
}

/** Graphs of up to 40 nodes in which few links lie on ways from end to end, so that every smaller set of links can be tried. */
const graphs = fc.integer({ min: 2, max: 40 }).chain((count) => {
  const id = (n: number) => `n:${String(n).padStart(2, '0')}`
  const nodes = Array.from({ length: count }, (_, n): NetworkNode => ({ id: id(n), kind: 'device' }))
  const node = fc.nat({ max: count - 1 })
  const edge = fc.record({
    a: node,
    b: node,
    control: fc.constantFrom('none', 'none', 'unknown', 'filter', 'one-way'),
    harm: fc.nat({ max: 3 }),
  })
  const edges = fc.array(edge, { maxLength: count * 2 }).map((all) =>
    all
      .filter(({ a, b }) => a !== b)
      .map(({ a, b, control, harm }, at): NetworkEdge => {
        const facts = Array.from({ length: harm }, () => ({ slice: 'links', id: 'lk:1' }) as const)
        return { id: `e:${at}`, from: id(a), to: id(b), layer: 'l3', control, by: ['stated'], facts }
      }),
  )
  return fc.record({ nodes: fc.constant(nodes), edges })
})

test('taking the cut away closes the way, and no smaller and no gentler cut does', () => {
  let cuts = 0
  fc.assert(
    fc.property(graphs, ({ nodes, edges }) => {
      const cut = minimumCut({ nodes, edges }, { from: 'n:00', to: 'n:01', costOf: cost })
      expect(cut.length > 0).toBe(reachable(edges, 'n:00', 'n:01'))
      expect(closes(edges, cut)).toBe(true)
      if (cut.length > 3) return
      const between = edges.filter((edge) => edge.control !== 'filter')
      const smaller = Array.from({ length: cut.length }, (_, size) => subsets(between, size)).flat()
      expect(smaller.filter((set) => closes(edges, set))).toEqual([])
      if (cut.length > 2) return
      cuts++
      const closing = subsets(between, cut.length).filter((set) => closes(edges, set))
      expect(Math.min(...closing.map(harmOfAll))).toBe(harmOfAll(cut))
    }),
    { numRuns: 250 },
  )
  expect(cuts).toBeGreaterThan(20)
})

test('of several single links the one that takes nothing from anybody goes: the guests’ base off the hub', () => {
  const { networkNodes: nodes, networkEdges: edges } = worldOf(smallNetwork())
  const cut = minimumCut({ nodes, edges }, { from: 'z:guest', to: 'z:server' })
  expect(cut.map(({ id }) => id)).toEqual(['d:ap~hub:d:floor:port1.0.31'])
})

test('between what is apart nothing is cut, and nothing at all in an empty map', () => {
  const { networkNodes: nodes, networkEdges: edges } = worldOf(smallNetwork())
  expect(minimumCut({ nodes, edges }, { from: 'z:office', to: 'z:server' })).toEqual([])
  expect(minimumCut({ nodes: [], edges: [] }, { from: 'z:office', to: 'z:server' })).toEqual([])
})
