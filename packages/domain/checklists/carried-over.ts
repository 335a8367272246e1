import { defineRule } from '../rule.ts'
import { becauseOf, clausesOf, partiesOf, sheetOf, subjectsOf, vendorOf } from './answer-subject.ts'
import { isProposal } from './effective.ts'

/** An answer taken over from last year that nobody has confirmed; it does not count as a yes. */
export const carriedOver = defineRule({
  id: 'checklists/carried-over',
  area: 'checklists',
  reads: ['answers', 'sheetsNow', 'items'],
  each: 'answers',
  evaluate({ sheetsNow, items }, answer) {
    const sheet = sheetOf(sheetsNow, answer)
    if (!sheet || answer.answer === undefined || !isProposal(answer)) return
    return {
      subjects: subjectsOf(answer),
      facet: answer.part,
      parties: partiesOf(vendorOf(sheet)),
      because: [becauseOf(answer, 'proposal', ['checkedOn'])],
      refs: clausesOf(items, answer.item),
    }
  },
})
