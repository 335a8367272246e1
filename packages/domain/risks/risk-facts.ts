import { defineDerivation } from '../rule.ts'
import { controlFacts } from './control-facts.ts'
import { governanceFacts } from './governance-facts.ts'
import { placeFacts } from './place-facts.ts'

const readers = { ...placeFacts, ...controlFacts, ...governanceFacts }

/** Every fact that the product can read from the picture; the catalogue has words for each of them. */
export const riskFactIds: readonly string[] = Object.keys(readers).sort()

/** What the picture says to each fact by which risks and controls are decided. */
export const riskFacts = defineDerivation({
  name: 'riskFacts',
  reads: [
    ...([
      'facility',
      'people',
      'securityPolicies',
      'services',
      'systems',
      'contracts',
      'backups',
      'assets',
      'lines',
      'vpns',
      'remotePaths',
      'faxFlows',
    ] as const),
    ...(['accounts', 'zones', 'networkNodes', 'networkEdges', 'entrances', 'forbiddenPaths', 'periods', 'asOf'] as const),
    'riskFactWords',
  ],
  derive({ riskFactWords, ...facts }) {
    return riskFactWords.flatMap(({ id }) => {
      const read = readers[id]
      return read ? [{ id, ...read(facts) }] : []
    })
  },
})
