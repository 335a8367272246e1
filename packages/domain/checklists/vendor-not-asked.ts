import { fact } from '../finding.ts'
import { isKnown } from '../record.ts'
import { defineRule } from '../rule.ts'

/** A vendor's sheet that is ready and has not been sent. */
export const vendorNotAsked = defineRule({
  id: 'checklists/vendor-not-asked',
  area: 'checklists',
  reads: ['sheetsNow'],
  each: 'sheetsNow',
  evaluate(_, sheet) {
    if (sheet.audience !== 'vendor' || !isKnown(sheet.vendor) || sheet.sentOn !== undefined || sheet.returnedOn !== undefined) return
    return {
      subjects: [sheet.id, sheet.vendor],
      parties: ['facility'],
      because: [{ say: 'not-sent', facts: [fact('sheets', sheet.id, 'sentOn')] }],
    }
  },
})
