import { fact, noneWith } from '../finding.ts'
import { defineRule } from '../rule.ts'
import { clausesOf } from './answer-subject.ts'

/** A yes of the facility for which nothing can be shown. */
export const evidenceMissing = defineRule({
  id: 'checklists/evidence-missing',
  area: 'checklists',
  reads: ['joinedRows', 'items', 'evidence'],
  each: 'joinedRows',
  evaluate({ items, evidence }, row) {
    const answer = row.facility?.answerId
    if (row.facility?.state !== 'yes' || answer === undefined || row.state === 'not-applicable') return
    if (evidence.some((one) => one.answers?.includes(answer))) return
    return {
      subjects: [row.id, row.facility.sheet],
      parties: ['facility'],
      because: [{ say: 'nothing', facts: [fact('answers', answer, 'answer'), noneWith('evidence', 'answers', answer)] }],
      refs: clausesOf(items, row.id),
    }
  },
})
