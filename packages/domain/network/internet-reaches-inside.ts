import { defineRule } from '../rule.ts'
import { draftOfWay, worstWays } from './path-finding.ts'

/** From the internet something inside can be reached past no control that anybody knows of. */
export const internetReachesInside = defineRule({
  id: 'network/internet-reaches-inside',
  area: 'network',
  reads: ['forbiddenPaths', 'networkNodes', 'networkEdges'],
  evaluate(seen) {
    return worstWays(seen, ['internet-inside']).map(({ path, others }) => draftOfWay(path, seen, { others }))
  },
})
