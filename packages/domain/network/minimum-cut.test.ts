import { a, ids, smallNetwork, worldOf } from '@mimamori/testing/rules'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { cutActs } from './cut-acts.ts'
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

test('what a VPN brings is closed by one act: the VPN, or one link that harms no more', () => {
  fc.assert(
    fc.property(graphs, ({ nodes, edges }) => {
      const given = nodes.map((node): NetworkNode => (node.id === 'n:00' ? { ...node, kind: 'outside', vpn: ids.vpn(node.id) } : node))
      const cut = minimumCut({ nodes: given, edges }, { from: 'n:00', to: 'n:01', costOf: cost })
      expect(cutActs(cut, given)).toHaveLength(reachable(edges, 'n:00', 'n:01') ? 1 : 0)
      expect(closes(edges, cut)).toBe(true)
    }),
  )
})

test('of several single links the one that takes nothing from anybody goes: the guests’ base off the hub', () => {
  const { networkNodes: nodes, networkEdges: edges } = worldOf(smallNetwork())
  const cut = minimumCut({ nodes, edges }, { from: 'z:guest', to: 'z:server' })
  expect(cut.map(({ id }) => id)).toEqual(['d:ap~hub:d:floor:port1.0.31'])
})

test('a VPN of which nobody knows the device goes as one: it is given up, and its links go with it', () => {
  const small = smallNetwork()
  const vpn = a.vpn({ id: ids.vpn('vpn:reading'), purpose: 'images-results', systems: [ids.system('s:chart')] })
  const second = a.asset({ id: ids.asset('d:server-2'), kind: 'server', ips: ['10.1.20.9'], systems: [ids.system('s:chart')] })
  const assets = [...small.assets, second]
  const { networkNodes: nodes, networkEdges: edges } = worldOf({ ...small, assets, vpns: [vpn], remotePaths: [] })
  const cut = minimumCut({ nodes, edges }, { from: 'vpn:reading', to: 'z:clinical' })
  expect(cut.map(({ id }) => id)).toEqual(['d:server-2~vpn:reading', 'd:server~vpn:reading'])
  expect(cutActs(cut, nodes)).toMatchObject([{ kind: 'end', slice: 'vpns', id: 'vpn:reading', edges: cut }])
  const given = [{ ...vpn, endedOn: date('2026-11-20') }]
  expect(worldOf({ ...small, assets, vpns: given, remotePaths: [] }).forbiddenPaths.filter(({ start }) => start === 'vpn:reading')).toEqual(
    [],
  )
})

test('between what is apart nothing is cut, and nothing at all in an empty map', () => {
  const { networkNodes: nodes, networkEdges: edges } = worldOf(smallNetwork())
  expect(minimumCut({ nodes, edges }, { from: 'z:office', to: 'z:server' })).toEqual([])
  expect(minimumCut({ nodes: [], edges: [] }, { from: 'z:office', to: 'z:server' })).toEqual([])
})
