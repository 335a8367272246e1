import { fact } from '../finding.ts'
import { known } from '../record.ts'
import { defineRule } from '../rule.ts'

/** A backup whose last restore test is said to be on a day that is still to come. */
export const restoreTestAhead = defineRule({
  id: 'continuity/restore-test-ahead',
  area: 'continuity',
  reads: ['backups', 'asOf'],
  each: 'backups',
  evaluate({ asOf }, backup) {
    const on = known(backup.restoreTestedOn)
    if (on === undefined || on <= asOf) return
    return {
      subjects: [backup.id, backup.system],
      parties: ['facility'],
      because: [{ say: 'ahead', with: { on }, facts: [fact('backups', backup.id, 'restoreTestedOn')] }],
    }
  },
})
