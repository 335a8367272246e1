import { addDays } from '../calendar.ts'
import { fact } from '../finding.ts'
import { byId, type Party } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { isSigned } from './in-force.ts'

/** A risk that was agreed to be borne until a day that is near or past, while it is not closed. */
export const decisionEnds = defineRule({
  id: 'risks/decision-ends',
  area: 'risks',
  reads: ['riskDecisions', 'riskStates', 'periods', 'asOf'],
  each: 'riskDecisions',
  evaluate({ riskStates, periods, asOf }, decision) {
    const { id, risk, vendor, until, residual } = decision
    const state = byId(riskStates, risk)?.state
    if (until === undefined || residual === undefined || !isSigned(decision) || (state !== 'open' && state !== 'unknown')) return
    if (until > addDays(asOf, byId(periods, 'risk-until-near')?.days ?? 0)) return
    const say = until < asOf ? 'ended' : 'near'
    const parties: readonly [Party, ...Party[]] = vendor === undefined ? ['facility'] : ['facility', `vendor:${vendor}`]
    return {
      subjects: [id, risk],
      parties,
      because: [{ say, grade: say, with: { until }, facts: [fact('riskDecisions', id, 'until')] }],
      dueOn: until,
    }
  },
})
