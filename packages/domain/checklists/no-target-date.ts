import { defineRule } from '../rule.ts'
import { becauseOf, clausesOf, sheetOf, subjectsOf, vendorOf } from './answer-subject.ts'
import { stateOfAnswer } from './effective.ts'

/** A "no" of the facility for which nobody has said until when it will be put right. */
export const noTargetDate = defineRule({
  id: 'checklists/no-target-date',
  area: 'checklists',
  reads: ['answers', 'sheetsNow', 'items'],
  each: 'answers',
  evaluate({ sheetsNow, items }, answer) {
    const sheet = sheetOf(sheetsNow, answer)
    if (!sheet || vendorOf(sheet) || stateOfAnswer(answer) !== 'no' || answer.targetOn !== undefined) return
    return {
      subjects: subjectsOf(answer),
      facet: answer.part,
      parties: ['facility'],
      because: [becauseOf(answer, 'no-date', ['targetOn'])],
      refs: clausesOf(items, answer.item),
    }
  },
})
