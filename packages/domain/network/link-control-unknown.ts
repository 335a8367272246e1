import { fact } from '../finding.ts'
import { having } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { factOf, nodeFact } from './path-finding.ts'

/** A device that joins zones, or a line to one, and nobody knows what it holds back. */
export const linkControlUnknown = defineRule({
  id: 'network/link-control-unknown',
  area: 'network',
  reads: ['networkNodes', 'networkEdges'],
  evaluate({ networkNodes, networkEdges }) {
    return networkNodes.flatMap(({ id, kind, asset }) => {
      if (kind !== 'device' || asset === undefined) return []
      const open = [...having(networkEdges, 'from', id), ...having(networkEdges, 'to', id)].filter(
        ({ control, trunk, by }) => control === 'unknown' && !trunk && !by.includes('vpn') && !by.includes('remote-path'),
      )
      if (open.length === 0) return []
      const because = open.map((edge) => ({
        say: edge.assumed ? 'not-said' : 'said-unknown',
        facts: [
          nodeFact(id, { networkNodes }),
          nodeFact(edge.from === id ? edge.to : edge.from, { networkNodes }),
          ...edge.facts.map(factOf),
        ],
      }))
      return [
        {
          subjects: [asset],
          parties: ['facility'],
          because: [{ say: 'joins', with: { count: open.length }, facts: [fact('assets', asset)] }, ...because],
        },
      ]
    })
  },
})
