import { defineRule } from '../rule.ts'
import { draftOfWay, worstWays } from './path-finding.ts'

/** A zone from which the internet can be gone to is joined to the closed network of the eligibility check. */
export const eligibilityJoined = defineRule({
  id: 'network/eligibility-joined',
  area: 'network',
  reads: ['forbiddenPaths', 'networkNodes', 'networkEdges'],
  evaluate(seen) {
    return worstWays(seen, ['internet-eligibility']).map(({ path, others }) => draftOfWay(path, seen, { others }))
  },
})
