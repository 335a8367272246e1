import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { partiesOf, partyOfResponse } from './duty-parties.ts'

/** A risk that was accepted, or a workaround, whose last day has passed while the product is as weak as it was. */
export const responseEnded = defineRule({
  id: 'vulnerabilities/response-ended',
  area: 'vulnerabilities',
  reads: ['responseStates', 'responses'],
  each: 'responseStates',
  evaluate({ responses }, { id, state, step, until, ended }) {
    const response = byId(responses, id)
    if (!response || !ended || until === undefined || (state !== 'risk-accepted' && state !== 'workaround')) return
    return {
      subjects: [id],
      parties: partiesOf(partyOfResponse(response)),
      because: [{ say: state, grade: state, with: { until }, facts: [fact('responseSteps', step, 'until'), fact('responses', id)] }],
      dueOn: until,
    }
  },
})
