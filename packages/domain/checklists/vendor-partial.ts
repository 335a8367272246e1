import { fact, noneWith } from '../finding.ts'
import { having } from '../picture.ts'
import { isKnown } from '../record.ts'
import { defineRule } from '../rule.ts'
import { itemsOfSheet, weakestAnswer } from './effective.ts'

/** A vendor's sheet that came back with items left empty. */
export const vendorPartial = defineRule({
  id: 'checklists/vendor-partial',
  area: 'checklists',
  reads: ['sheetsNow', 'answers', 'items'],
  each: 'sheetsNow',
  evaluate({ answers, items }, sheet) {
    if (sheet.audience !== 'vendor' || !isKnown(sheet.vendor) || sheet.returnedOn === undefined) return
    const given = having(answers, 'sheet', sheet.id)
    const empty = itemsOfSheet(items, sheet)
      .map((item) => ({
        item,
        ...weakestAnswer(
          item,
          given.filter((answer) => answer.item === item.id),
        ),
      }))
      .filter((one) => one.state === 'unanswered')
    if (empty.length === 0) return
    const facts = empty.map(({ item, answer }) => (answer ? fact('answers', answer.id, 'answer') : noneWith('answers', 'item', item.id)))
    return {
      subjects: [sheet.id, sheet.vendor],
      parties: [`vendor:${sheet.vendor}`, 'facility'],
      because: [{ say: 'empty', with: { count: empty.length }, facts }],
    }
  },
})
