import { addDays } from '../calendar.ts'
import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { partiesOf, partyOfResponse } from './duty-parties.ts'

/** Work that is said to be done, of which nothing read and nothing signed says so. */
export const notProven = defineRule({
  id: 'vulnerabilities/not-proven',
  area: 'vulnerabilities',
  reads: ['responseStates', 'responses', 'periods'],
  each: 'responseStates',
  evaluate({ responses, periods }, { id, state, step, on, open }) {
    const response = byId(responses, id)
    if (!response || state !== 'done') return
    const facts = [fact('responses', id), fact('responseSteps', step)]
    const say = open.length > 0 ? 'still-weak' : 'not-read'
    return {
      subjects: [id],
      parties: partiesOf(partyOfResponse(response)),
      because: [{ say, grade: say, with: { on, count: open.length }, facts }],
      dueOn: addDays(on, byId(periods, 'response-proof')?.days ?? 0),
    }
  },
})
