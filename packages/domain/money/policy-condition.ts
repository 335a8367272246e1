import { fact, noneWith } from '../finding.ts'
import { having } from '../picture.ts'
import { stateOfControl } from '../risks/index.ts'
import { defineRule } from '../rule.ts'

/** A policy in force that asks for a control which is surely not in place, or only partly: it may not pay. */
export const policyCondition = defineRule({
  id: 'money/policy-condition',
  area: 'money',
  reads: ['policies', 'controlStandings', 'controls', 'asOf'],
  each: 'policies',
  evaluate({ controlStandings, controls, asOf }, { id, from, until, conditions = [] }) {
    if ((from !== undefined && from > asOf) || (until !== undefined && until < asOf)) return
    const missing = conditions.filter((control) => ['no', 'partly'].includes(stateOfControl({ controlStandings }, control)))
    if (missing.length === 0) return
    return {
      subjects: [id],
      parties: ['facility'],
      because: missing.map((control) => {
        const [stated] = having(controls, 'control', control)
        const signs = controlStandings.find((one) => one.id === control)?.signs ?? []
        const named = stated ? fact('controls', stated.id) : noneWith('controls', 'control', control)
        return {
          say: 'missing',
          facts: [fact('policies', id, 'conditions'), ...signs.flatMap(({ grounds }) => grounds).slice(0, 3), named],
        }
      }),
    }
  },
})
