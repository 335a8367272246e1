import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { isKnown, known } from '../record.ts'
import { defineRule } from '../rule.ts'

/** A device that takes updates and for which nobody must apply them, or nothing is written; without a contract, that is said first. */
export const updateDutyUnheld = defineRule({
  id: 'assets/update-duty-unheld',
  area: 'assets',
  reads: ['assetDuties', 'assetKinds'],
  each: 'assetDuties',
  evaluate({ assetKinds }, duty) {
    if (!byId(assetKinds, duty.kind)?.takesUpdates) return
    const isHeld = duty.updateDuty === 'vendor' || duty.updateDuty === 'facility'
    if (isHeld || (duty.updateDuty === undefined && duty.vendor !== 'none' && !isKnown(duty.contract))) return
    const say = duty.updateDuty === undefined ? 'unknown' : 'nobody'
    const facts = [
      fact('assets', duty.id, 'updateDuty'),
      fact('systems', duty.system, 'contract'),
      fact('contracts', duty.statedBy === 'asset' ? undefined : known(duty.contract), 'updateDuty'),
    ]
    return {
      subjects: [duty.id],
      parties: ['facility'],
      because: [{ say, grade: say, facts }],
    }
  },
})
