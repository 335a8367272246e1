import { fiscalYearEnd, fiscalYearStart } from '../calendar.ts'
import { fact } from '../finding.ts'
import { defineRule } from '../rule.ts'
import { becauseOf, clausesOf, partiesOf, sheetOf, subjectsOf, vendorOf } from './answer-subject.ts'

/** A target date that does not fall inside the fiscal year of the form. */
export const targetOutsideYear = defineRule({
  id: 'checklists/target-outside-year',
  area: 'checklists',
  reads: ['answers', 'sheetsNow', 'items'],
  each: 'answers',
  evaluate({ sheetsNow, items }, answer) {
    const sheet = sheetOf(sheetsNow, answer)
    const { targetOn } = answer
    if (!sheet || targetOn === undefined || answer.answer !== 'no') return
    const last = fiscalYearEnd(sheet.fiscalYear)
    if (targetOn >= fiscalYearStart(sheet.fiscalYear) && targetOn <= last) return
    const reason = becauseOf(answer, 'outside', ['targetOn'], { with: { target: targetOn, last } })
    return {
      subjects: subjectsOf(answer),
      facet: answer.part,
      parties: partiesOf(vendorOf(sheet)),
      because: [{ ...reason, facts: [...reason.facts, fact('sheets', sheet.id, 'fiscalYear')] }],
      refs: clausesOf(items, answer.item),
    }
  },
})
