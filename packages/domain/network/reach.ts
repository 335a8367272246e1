import { defineDerivation } from '../rule.ts'
import { checkOf } from './check-of.ts'

/** What can be reached from every outside, zone and device at an entrance, without passing a control. */
export const reach = defineDerivation({
  name: 'reach',
  reads: ['networkNodes', 'networkEdges', 'forbiddenPairs'],
  derive: (seen) => checkOf(seen).reach,
})
