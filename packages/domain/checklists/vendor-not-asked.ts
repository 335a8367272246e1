import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { isKnown } from '../record.ts'
import { defineRule } from '../rule.ts'

/** A vendor's sheet that is ready and has not been sent; while its letter waits for approval, nobody is late. */
export const vendorNotAsked = defineRule({
  id: 'checklists/vendor-not-asked',
  area: 'checklists',
  reads: ['sheetsNow', 'askingSteps'],
  each: 'sheetsNow',
  evaluate({ askingSteps }, sheet) {
    if (sheet.audience !== 'vendor' || !isKnown(sheet.vendor) || sheet.sentOn !== undefined || sheet.returnedOn !== undefined) return
    if (byId(askingSteps, sheet.id)?.state === 'awaiting-approval') return
    return {
      subjects: [sheet.id, sheet.vendor],
      parties: ['facility'],
      because: [{ say: 'not-sent', facts: [fact('sheets', sheet.id, 'sentOn')] }],
    }
  },
})
