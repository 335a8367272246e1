import { fact } from '../finding.ts'
import { byId, type World } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { nodeFact } from './path-finding.ts'

type Entrance = World['entrances'][number]

/** Vendors come in by several doors, or the house goes to the internet by several: each is to be looked after, updated and watched. */
export const entrancesToMerge = defineRule({
  id: 'network/entrances-to-merge',
  area: 'network',
  reads: ['entrances', 'networkNodes', 'lines', 'facility'],
  evaluate({ entrances, networkNodes, lines, facility }) {
    const id = facility[0]?.id
    const isEligibility = ({ line }: Entrance) => byId(lines, line)?.kind === 'eligibility'
    const forVendors = entrances.filter((one) => one.exposure === 'remote' || (one.exposure === 'closed' && !isEligibility(one)))
    const toInternet = entrances.filter(({ exposure }) => exposure === 'internet')
    const told = [
      ...(forVendors.length > 1 ? forVendors.map((one) => ({ say: 'for-vendors', one })) : []),
      ...(toInternet.length > 1 ? toInternet.map((one) => ({ say: 'to-internet', one })) : []),
    ]
    if (id === undefined || told.length === 0) return
    const because = told.map(({ say, one }) => ({ say, facts: [nodeFact(one.id, { networkNodes }), fact('assets', one.asset)] }))
    return { subjects: [id], parties: ['facility'], because }
  },
})
