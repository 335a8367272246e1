import { fact } from '../finding.ts'
import type { Party } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { isDecided } from './in-force.ts'

/** A decision about a risk that a side has not signed yet, or that names no last day: until then it bears nothing. */
export const decisionUnsigned = defineRule({
  id: 'risks/decision-unsigned',
  area: 'risks',
  reads: ['riskDecisions'],
  each: 'riskDecisions',
  evaluate(_, decision) {
    const { id, risk, vendor, facilityBy, residual, until } = decision
    if (!isDecided(decision)) return
    const lacks = [
      ...(facilityBy !== undefined ? [] : [{ say: 'facility', field: 'facilityBy' }]),
      ...(vendor === undefined || decision.vendorBy !== undefined ? [] : [{ say: 'vendor', field: 'vendorBy' }]),
      ...(residual === undefined || until !== undefined ? [] : [{ say: 'until', field: 'until' }]),
    ]
    if (lacks.length === 0) return
    const parties: readonly [Party, ...Party[]] = vendor === undefined ? ['facility'] : ['facility', `vendor:${vendor}`]
    return { subjects: [id, risk], parties, because: lacks.map(({ say, field }) => ({ say, facts: [fact('riskDecisions', id, field)] })) }
  },
})
