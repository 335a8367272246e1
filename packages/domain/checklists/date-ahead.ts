import { fact } from '../finding.ts'
import { defineRule } from '../rule.ts'
import { clausesOf, partiesOf, sheetOf, subjectsOf, vendorOf } from './answer-subject.ts'

/** An answer whose day of check is still to come: a day that was mistyped, or a plan in the wrong field. */
export const dateAhead = defineRule({
  id: 'checklists/date-ahead',
  area: 'checklists',
  reads: ['answers', 'sheetsNow', 'items', 'asOf'],
  each: 'answers',
  evaluate({ sheetsNow, items, asOf }, answer) {
    const sheet = sheetOf(sheetsNow, answer)
    if (!sheet) return
    const because = (['checkedOn', 'recheckedOn'] as const).flatMap((field) => {
      const on = answer[field]
      return on !== undefined && on > asOf ? [{ say: field, with: { on }, facts: [fact('answers', answer.id, field)] }] : []
    })
    if (because.length === 0) return
    return {
      subjects: subjectsOf(answer),
      facet: answer.part,
      parties: partiesOf(vendorOf(sheet)),
      because,
      refs: clausesOf(items, answer.item),
    }
  },
})
