import { fact } from '../finding.ts'
import { having } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { factOf } from './path-finding.ts'

/** Several devices behind one port of a switch, and nothing between them that anybody has listed. */
export const unmanagedSwitch = defineRule({
  id: 'network/unmanaged-switch',
  area: 'network',
  reads: ['networkNodes', 'networkEdges'],
  each: 'networkNodes',
  evaluate({ networkEdges }, { id, kind, asset, port, behind }) {
    if (kind !== 'hub' || asset === undefined) return
    const edges = [...having(networkEdges, 'from', id), ...having(networkEdges, 'to', id)].filter(({ trunk }) => !trunk)
    const facts = edges.flatMap((edge) => edge.facts.map(factOf))
    return {
      subjects: [asset],
      facet: id.slice(`hub:${asset}:`.length),
      parties: ['facility'],
      because: [
        { say: 'behind', with: { port: port ?? '', count: behind?.length ?? 0 }, facts: [fact('assets', asset, 'kind'), ...facts] },
      ],
    }
  },
})
