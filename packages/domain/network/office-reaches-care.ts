import { defineRule } from '../rule.ts'
import { draftOfWay, worstWays } from './path-finding.ts'

/** From terminals that open mail, medical devices or the servers of care can be reached. */
export const officeReachesCare = defineRule({
  id: 'network/office-reaches-care',
  area: 'network',
  reads: ['forbiddenPaths', 'networkNodes', 'networkEdges'],
  evaluate(seen) {
    return worstWays(seen, ['office-medical', 'office-server']).map(({ path, others }) => draftOfWay(path, seen, { others }))
  },
})
