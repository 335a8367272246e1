import { fact, noneWith } from '../finding.ts'
import { having } from '../picture.ts'
import { isKnown } from '../record.ts'
import { defineRule } from '../rule.ts'

/** A system with a vendor for which no vendor sheet exists this year. */
export const noSheet = defineRule({
  id: 'vendors/no-sheet',
  area: 'vendors',
  reads: ['systems', 'sheetsNow'],
  each: 'systems',
  evaluate({ sheetsNow }, system) {
    const { vendor } = system
    if (!isKnown(vendor)) return
    const covers = having(sheetsNow, 'vendor', vendor).some(
      (sheet) => sheet.audience === 'vendor' && (!isKnown(sheet.system) || sheet.system === system.id),
    )
    if (covers) return
    return {
      subjects: [system.id, vendor],
      parties: ['facility'],
      because: [{ say: 'no-sheet', facts: [fact('systems', system.id, 'vendor'), noneWith('sheets', 'system', system.id)] }],
    }
  },
})
