import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { draftOfWay, worstWays } from './path-finding.ts'

/** From the network of a vendor or carrier more can be reached than the devices that are worked on from there. */
export const partnerReachesBeyond = defineRule({
  id: 'network/partner-reaches-beyond',
  area: 'network',
  reads: ['forbiddenPaths', 'networkNodes', 'networkEdges'],
  evaluate(seen) {
    return worstWays(seen, ['partner-inside']).map(({ path, others }) => {
      const draft = draftOfWay(path, seen, { others })
      const served = fact('remotePaths', byId(seen.networkNodes, path.start)?.remotePath, 'assets')
      const [start, ...rest] = draft.because
      return start ? { ...draft, because: [{ ...start, facts: [...start.facts, served] }, ...rest] } : draft
    })
  },
})
