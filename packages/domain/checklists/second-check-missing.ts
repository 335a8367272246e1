import { addDays, fiscalYearEnd } from '../calendar.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { becauseOf, clausesOf, partiesOf, sheetOf, subjectsOf, vendorOf } from './answer-subject.ts'
import { stateOfAnswer } from './effective.ts'

/** A "no" without a second check while the fiscal year comes to its end, or a second check without its answer. */
export const secondCheckMissing = defineRule({
  id: 'checklists/second-check-missing',
  area: 'checklists',
  reads: ['answers', 'sheetsNow', 'items', 'periods', 'asOf'],
  each: 'answers',
  evaluate({ sheetsNow, items, periods, asOf }, answer) {
    const sheet = sheetOf(sheetsNow, answer)
    if (!sheet || stateOfAnswer(answer) !== 'no') return
    const last = fiscalYearEnd(sheet.fiscalYear)
    const half = answer.recheckedOn !== undefined && answer.recheckAnswer === undefined
    const near = asOf >= addDays(last, -(byId(periods, 'second-check')?.days ?? 0))
    if (!half && (answer.recheckedOn !== undefined || !near)) return
    return {
      subjects: subjectsOf(answer),
      facet: answer.part,
      parties: partiesOf(vendorOf(sheet)),
      because: [
        half ? becauseOf(answer, 'no-result', ['recheckAnswer']) : becauseOf(answer, 'year-ends', ['recheckedOn'], { with: { last } }),
      ],
      dueOn: last,
      refs: clausesOf(items, answer.item),
    }
  },
})
