import { defineDerivation } from '../rule.ts'
import { checkOf } from './check-of.ts'

/** Ways that must not be open and are, the shortest of each start and target. */
export const forbiddenPaths = defineDerivation({
  name: 'forbiddenPaths',
  reads: ['networkNodes', 'networkEdges', 'forbiddenPairs'],
  derive: (seen) => checkOf(seen).forbiddenPaths,
})
