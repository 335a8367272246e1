import { addDays } from '../calendar.ts'
import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { isKnown } from '../record.ts'
import { defineRule } from '../rule.ts'
import { partiesOf, partyOfResponse } from './duty-parties.ts'

/** A vendor that was told and has neither accepted it nor said why not; or nobody has told it yet. */
export const toldSilent = defineRule({
  id: 'vulnerabilities/told-silent',
  area: 'vulnerabilities',
  reads: ['responseStates', 'responses', 'periods'],
  each: 'responseStates',
  evaluate({ responses, periods }, { id, state, step, on }) {
    const response = byId(responses, id)
    if (!response || !isKnown(response.vendor) || (state !== 'told' && state !== 'new')) return
    const facts = [fact('responses', id), fact('responseSteps', step)]
    const period = state === 'told' ? 'response-reply' : 'response-tell'
    return {
      subjects: [id, response.vendor],
      parties: state === 'told' ? partiesOf(partyOfResponse(response)) : ['facility'],
      because: [{ say: state === 'told' ? 'told' : 'not-told', grade: state, with: { on }, facts }],
      dueOn: addDays(on, byId(periods, period)?.days ?? 0),
    }
  },
})
