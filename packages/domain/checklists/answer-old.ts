import { addDays } from '../calendar.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { becauseOf, clausesOf, partiesOf, sheetOf, subjectsOf, vendorOf } from './answer-subject.ts'

/** An answer that nobody has checked for more than a year. */
export const answerOld = defineRule({
  id: 'checklists/answer-old',
  area: 'checklists',
  reads: ['answers', 'sheetsNow', 'items', 'periods', 'asOf'],
  each: 'answers',
  evaluate({ sheetsNow, items, periods, asOf }, answer) {
    const sheet = sheetOf(sheetsNow, answer)
    const last = latest(answer.checkedOn, answer.recheckedOn)
    if (!sheet || answer.answer === undefined || last === undefined) return
    const due = addDays(last, byId(periods, 'answer-old')?.days ?? 0)
    if (due >= asOf) return
    const fields = answer.recheckedOn === last ? ['recheckedOn'] : ['checkedOn']
    return {
      subjects: subjectsOf(answer),
      facet: answer.part,
      parties: partiesOf(vendorOf(sheet)),
      because: [becauseOf(answer, 'last-check', fields, { with: { on: last } })],
      dueOn: due,
      refs: clausesOf(items, answer.item),
    }
  },
})

function latest<D extends string>(a: D | undefined, b: D | undefined): D | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a > b ? a : b
}
