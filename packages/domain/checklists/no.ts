import { defineRule } from '../rule.ts'
import { becauseOf, clausesOf, partiesOf, sheetOf, subjectsOf, vendorOf } from './answer-subject.ts'
import { stateOfAnswer } from './effective.ts'

/** An answer "no" that no second check has turned into a yes. */
export const answeredNo = defineRule({
  id: 'checklists/no',
  area: 'checklists',
  reads: ['answers', 'sheetsNow', 'items'],
  each: 'answers',
  evaluate({ sheetsNow, items }, answer) {
    const sheet = sheetOf(sheetsNow, answer)
    if (!sheet || stateOfAnswer(answer) !== 'no') return
    const { checkedOn, targetOn } = answer
    return {
      subjects: subjectsOf(answer),
      facet: answer.part,
      parties: partiesOf(vendorOf(sheet)),
      because: [
        becauseOf(answer, checkedOn ? 'said-on' : 'said', ['answer'], checkedOn && { with: { on: checkedOn } }),
        ...(targetOn ? [becauseOf(answer, 'target', ['targetOn'], { with: { target: targetOn }, aside: true })] : []),
      ],
      dueOn: targetOn,
      refs: clausesOf(items, answer.item),
    }
  },
})
