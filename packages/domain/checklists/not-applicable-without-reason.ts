import { defineRule } from '../rule.ts'
import { becauseOf, clausesOf, partiesOf, sheetOf, subjectsOf, vendorOf } from './answer-subject.ts'

/** "Not applicable" without the reason that an inspector will ask for. */
export const notApplicableWithoutReason = defineRule({
  id: 'checklists/not-applicable-without-reason',
  area: 'checklists',
  reads: ['answers', 'sheetsNow', 'items'],
  each: 'answers',
  evaluate({ sheetsNow, items }, answer) {
    const sheet = sheetOf(sheetsNow, answer)
    if (!sheet || (answer.answer !== 'not-applicable' && answer.answer !== 'other-party') || answer.reason !== undefined) return
    return {
      subjects: subjectsOf(answer),
      facet: answer.part,
      parties: partiesOf(vendorOf(sheet)),
      because: [becauseOf(answer, answer.answer, ['answer', 'reason'])],
      refs: clausesOf(items, answer.item),
    }
  },
})
