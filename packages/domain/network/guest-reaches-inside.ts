import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { draftOfWay, worstWays } from './path-finding.ts'

/** From the Wi-Fi of visitors something inside can be reached. */
export const guestReachesInside = defineRule({
  id: 'network/guest-reaches-inside',
  area: 'network',
  reads: ['forbiddenPaths', 'networkNodes', 'networkEdges'],
  evaluate(seen) {
    return worstWays(seen, ['guest-inside', 'guest-office', 'guest-eligibility']).map(({ path, others }) => {
      const isOffice = byId(seen.networkNodes, path.target)?.trust === 'office'
      return draftOfWay(path, seen, { others, ...(isOffice && { grade: 'office' }) })
    })
  },
})
