import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { clausesOf } from './answer-subject.ts'

/** The form says that no health information system is used, and yet systems are listed. */
export const gateContradiction = defineRule({
  id: 'checklists/gate-contradiction',
  area: 'checklists',
  reads: ['joinedRows', 'items', 'systems'],
  evaluate({ joinedRows, items, systems }) {
    const gate = joinedRows.find((row) => byId(items, row.id)?.topic === 'gate')
    if (gate?.facility?.state !== 'no' || systems.length === 0) return
    return {
      subjects: [gate.id, gate.facility.sheet],
      parties: ['facility'],
      because: [
        { say: 'says-none', facts: [fact('answers', gate.facility.answerId, 'answer')] },
        { say: 'lists', with: { count: systems.length }, facts: systems.map((system) => fact('systems', system.id)) },
      ],
      refs: clausesOf(items, gate.id),
    }
  },
})
