import { daysBetween } from '../calendar.ts'
import { fact } from '../finding.ts'
import { byId, type World } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { factOf, nodeFact } from './path-finding.ts'

type Node = World['networkNodes'][number]

/** Nothing on the map is younger than a year: it shows a house of the past. Where no map has been begun, there is nothing to be old. */
export const diagramOld = defineRule({
  id: 'network/diagram-old',
  area: 'network',
  reads: ['networkNodes', 'networkEdges', 'zones', 'facility', 'periods', 'asOf'],
  evaluate({ networkNodes, networkEdges, zones, facility, periods, asOf }) {
    const [id, [zone]] = [facility[0]?.id, zones]
    if (id === undefined || !zone) return
    const newest = networkNodes.reduce<Node | undefined>((best, node) => ((node.on ?? '') > (best?.on ?? '') ? node : best), undefined)
    const subjects = [id] as const
    const own = fact('zones', zone.id, 'confirmedOn')
    if (newest?.on === undefined) return { subjects, parties: ['facility'], because: [{ say: 'undated', grade: 'undated', facts: [own] }] }
    if (daysBetween(newest.on, asOf) <= (byId(periods, 'map-old')?.days ?? 0)) return
    const edge = networkEdges.find(({ from, to, on }) => on === newest.on && (from === newest.id || to === newest.id))
    const facts = [nodeFact(newest.id, { networkNodes }), own, ...(edge?.facts ?? []).map(factOf)]
    return { subjects, parties: ['facility'], because: [{ say: 'old', with: { on: newest.on }, facts }] }
  },
})
