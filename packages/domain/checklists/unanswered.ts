import { fact, noneWith } from '../finding.ts'
import { defineRule } from '../rule.ts'
import { clausesOf } from './answer-subject.ts'

/** An item of the facility's own sheet without an answer. */
export const unanswered = defineRule({
  id: 'checklists/unanswered',
  area: 'checklists',
  reads: ['joinedRows', 'items'],
  each: 'joinedRows',
  evaluate({ items }, row) {
    const cell = row.facility
    if (row.state !== 'unanswered' || cell?.state !== 'unanswered') return
    const missing = cell.answerId === undefined ? noneWith('answers', 'item', row.id) : fact('answers', cell.answerId, 'answer')
    return {
      subjects: [row.id, cell.sheet],
      parties: ['facility'],
      because: [{ say: 'empty', facts: [missing] }],
      refs: clausesOf(items, row.id),
    }
  },
})
