import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { entityId, type ZoneId } from '../ids.ts'
import { checkNetwork } from './check.ts'
import type { ForbiddenPair, NetworkEdge, NetworkNode } from './types.ts'
import { withLink, withoutLink } from './what-if.ts'

const text = { ja: '', en: '' }
const pairs: readonly ForbiddenPair[] = [
  { id: 'guest', from: ['guest'], to: ['server', 'clinical'], weight: 1, reason: text, confidence: 'ours' },
  { id: 'office', from: ['office', 'clinical'], to: ['server'], when: 'internet-connected', weight: 1, reason: text, confidence: 'ours' },
  { id: 'internet', from: ['internet'], to: ['server', 'clinical', 'office'], weight: 1, reason: text, confidence: 'ours' },
]
const trusts = ['guest', 'server', 'clinical', 'office'] as const

function nodesOf(counts: { zones: number; devices: number; outsides: number }): readonly NetworkNode[] {
  const many = <T>(count: number, of: (at: number) => T) => Array.from({ length: count }, (_, at) => of(at))
  const all: readonly NetworkNode[] = [
    ...many(counts.devices, (at): NetworkNode => ({ id: `d:${at}`, kind: 'device', ...(at === 0 && { mobile: 'yes' }) })),
    ...many(counts.outsides, (at): NetworkNode => ({ id: `line:${at}`, kind: 'outside', trust: at === 0 ? 'internet' : 'carrier' })),
    ...many(counts.zones, (at): NetworkNode => {
      const zone = entityId<ZoneId>(`z:${at}`)
      return { id: zone, kind: 'zone', zone, trust: trusts[at % trusts.length] ?? 'guest' }
    }),
  ]
  return all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

const network = fc
  .record({ zones: fc.integer({ min: 1, max: 6 }), devices: fc.integer({ min: 1, max: 8 }), outsides: fc.integer({ min: 1, max: 2 }) })
  .chain((counts) => {
    const nodes = nodesOf(counts)
    const node = fc.nat({ max: nodes.length - 1 })
    const edge = fc
      .tuple(node, node, fc.constantFrom('none', 'unknown', 'filter', 'one-way' as const), fc.boolean())
      .map(([a, b, control, trunk]): NetworkEdge => {
        const [from, to] = [nodes[a]?.id ?? '', nodes[b]?.id ?? '']
        const fact = { slice: 'links', id: `${from}~${to}` } as const
        return {
          id: fact.id,
          from,
          to,
          layer: 'l3',
          control,
          by: ['stated'],
          facts: [fact],
          ...(trunk && control === 'filter' && { trunk }),
        }
      })
    const pairKey = ({ from, to }: NetworkEdge) => [from, to].sort().join()
    const edges = fc.uniqueArray(edge, { maxLength: 18, selector: pairKey }).map((all) => all.filter(({ from, to }) => from !== to))
    return fc.record({
      nodes: fc.constant(nodes),
      edges,
      gates: fc.subarray(nodes.map(({ id }) => id).filter((id) => id.startsWith('d:'))),
    })
  })

const sorted = (edges: readonly NetworkEdge[]) => edges.toSorted((a, b) => (a.id < b.id ? -1 : 1))

test('a link added while somebody draws gives the same as a check from scratch', () => {
  fc.assert(
    fc.property(network, ({ nodes, edges, gates }) => {
      const options = { pairs, gates: ['d:0', ...gates] }
      let check = checkNetwork(nodes, [], options)
      edges.forEach((edge, at) => {
        check = withLink(check, edge)
        const scratch = checkNetwork(nodes, sorted(edges.slice(0, at + 1)), options)
        expect(check.reach).toEqual(scratch.reach)
        expect(check.forbiddenPaths).toEqual(scratch.forbiddenPaths)
      })
    }),
    { numRuns: 300 },
  )
})

test('a link taken away gives the same as a check from scratch, and the check before it stays as it was', () => {
  fc.assert(
    fc.property(network, ({ nodes, edges, gates }) => {
      const options = { pairs, gates: ['d:0', ...gates] }
      const before = checkNetwork(nodes, sorted(edges), options)
      const was = structuredClone({ reach: before.reach, paths: before.forbiddenPaths })
      for (const edge of edges) {
        const check = withoutLink(before, edge.id)
        const scratch = checkNetwork(nodes, sorted(edges.filter(({ id }) => id !== edge.id)), options)
        expect(check.reach).toEqual(scratch.reach)
        expect(check.forbiddenPaths).toEqual(scratch.forbiddenPaths)
      }
      expect({ reach: before.reach, paths: before.forbiddenPaths }).toEqual(was)
    }),
    { numRuns: 200 },
  )
})
