import { defineRule } from '../rule.ts'
import { becauseOf, clausesOf, partiesOf, sheetOf, subjectsOf, vendorOf } from './answer-subject.ts'
import { stateOfAnswer } from './effective.ts'

/** A "no" whose target date has passed without a second check. */
export const targetOverdue = defineRule({
  id: 'checklists/target-overdue',
  area: 'checklists',
  reads: ['answers', 'sheetsNow', 'items', 'asOf'],
  each: 'answers',
  evaluate({ sheetsNow, items, asOf }, answer) {
    const sheet = sheetOf(sheetsNow, answer)
    const { targetOn } = answer
    if (!sheet || stateOfAnswer(answer) !== 'no' || targetOn === undefined || targetOn >= asOf || answer.recheckedOn !== undefined) return
    return {
      subjects: subjectsOf(answer),
      facet: answer.part,
      parties: partiesOf(vendorOf(sheet)),
      because: [becauseOf(answer, 'passed', ['answer', 'targetOn'], { with: { target: targetOn } })],
      dueOn: targetOn,
      refs: clausesOf(items, answer.item),
    }
  },
})
