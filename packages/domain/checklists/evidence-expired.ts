import { addDays } from '../calendar.ts'
import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { known } from '../record.ts'
import { defineRule } from '../rule.ts'

/** Evidence that is no longer valid, or so old that nobody can say whether it still holds. */
export const evidenceExpired = defineRule({
  id: 'checklists/evidence-expired',
  area: 'checklists',
  reads: ['evidence', 'periods', 'asOf'],
  each: 'evidence',
  evaluate({ periods, asOf }, evidence) {
    const until = known(evidence.validUntil)
    if (until !== undefined) {
      if (until >= asOf) return
      return {
        subjects: [evidence.id],
        parties: ['facility'],
        because: [{ say: 'expired', with: { on: until }, facts: [fact('evidence', evidence.id, 'validUntil')] }],
        dueOn: until,
      }
    }
    if (evidence.validUntil !== undefined || evidence.obtainedOn === undefined) return
    const due = addDays(evidence.obtainedOn, byId(periods, 'evidence-old')?.days ?? 0)
    if (due >= asOf) return
    return {
      subjects: [evidence.id],
      parties: ['facility'],
      because: [{ say: 'old', with: { on: evidence.obtainedOn }, facts: [fact('evidence', evidence.id, 'obtainedOn')] }],
      dueOn: due,
    }
  },
})
