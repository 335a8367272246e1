import { addDays } from '../calendar.ts'
import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'

/** A control that was stated for a time which ends soon, and which stands in for others until then. */
export const standInEnds = defineRule({
  id: 'risks/stand-in-ends',
  area: 'risks',
  reads: ['controls', 'riskStates', 'periods', 'asOf'],
  each: 'controls',
  evaluate({ riskStates, periods, asOf }, { id, control, until }) {
    const near = addDays(asOf, byId(periods, 'risk-until-near')?.days ?? 0)
    if (until === undefined || until < asOf || until > near) return
    const count = riskStates.filter(({ by }) => by.some((one) => one.by === control)).length
    if (count === 0) return
    return {
      subjects: [id],
      parties: ['facility'],
      because: [{ say: 'ends', with: { until, count }, facts: [fact('controls', id, 'until')] }],
      dueOn: until,
    }
  },
})
