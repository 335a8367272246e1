import { addDays } from '../calendar.ts'
import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { partiesOf, partyOfResponse } from './duty-parties.ts'

/** Somebody has said why it is not done, and nothing has come after it: each reason has a way on. */
export const notDone = defineRule({
  id: 'vulnerabilities/not-done',
  area: 'vulnerabilities',
  reads: ['responseStates', 'responses', 'periods', 'notDoneReasons'],
  each: 'responseStates',
  evaluate({ responses, periods, notDoneReasons }, { id, state, step, on, notDone: reason }) {
    const response = byId(responses, id)
    const known = byId(notDoneReasons, reason)
    if (!response || state !== 'not-done' || !known) return
    return {
      subjects: [id],
      parties: partiesOf(known.way === 'visit' || known.way === 'impact-check' ? partyOfResponse(response) : 'facility'),
      because: [{ say: known.id, with: { on }, facts: [fact('responseSteps', step), fact('responses', id)] }],
      dueOn: addDays(on, byId(periods, 'response-way-on')?.days ?? 0),
    }
  },
})
