import type { Draft } from '../finding.ts'
import { fact } from '../finding.ts'
import { byId, type World } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { factOf } from './path-finding.ts'

type Edge = World['networkEdges'][number]

/**
 * A zone for the private use of staff or patients that shares a device with a zone for work: one wrong setting joins them. Where a way
 * is open already, that is told instead.
 */
export const privateNotApart = defineRule({
  id: 'network/private-not-apart',
  area: 'network',
  reads: ['zones', 'networkEdges', 'forbiddenPaths', 'assets'],
  evaluate({ zones, networkEdges, forbiddenPaths, assets }) {
    const isWork = (id: string) => byId(zones, id) !== undefined && byId(zones, id)?.privateUse !== 'yes'
    const isTold = (id: string) => forbiddenPaths.some(({ start }) => start === id)
    return zones.flatMap(({ id, privateUse }): readonly Draft[] => {
      if (privateUse !== 'yes' || isTold(id)) return []
      for (const edge of linksOf(networkEdges, id)) {
        const device = byId(assets, otherEnd(edge, id))
        const work = device && linksOf(networkEdges, device.id).find((one) => isWork(otherEnd(one, device.id)))
        if (!work) continue
        const other = fact('zones', otherEnd(work, device.id))
        const facts = [fact('zones', id, 'privateUse'), other, fact('assets', device.id), ...[...edge.facts, ...work.facts].map(factOf)]
        return [{ subjects: [id, device.id], parties: ['facility'], because: [{ say: 'shared', facts }] }]
      }
      return []
    })
  },
})

function linksOf(edges: readonly Edge[], id: string): readonly Edge[] {
  return edges.filter(({ from, to, trunk }) => !trunk && (from === id || to === id))
}

function otherEnd({ from, to }: Edge, id: string): string {
  return from === id ? to : from
}
