import { addDays } from '../calendar.ts'
import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'

/** A policy whose last day is near, or past without another that goes on after it. */
export const policyEnds = defineRule({
  id: 'money/policy-ends',
  area: 'money',
  reads: ['policies', 'periods', 'asOf'],
  evaluate({ policies, periods, asOf }) {
    const near = addDays(asOf, byId(periods, 'policy-end-near')?.days ?? 0)
    return policies.flatMap(({ id, until }) => {
      if (until === undefined || until > near) return []
      const goesOn = policies.some((other) => other.id !== id && (other.until === undefined || other.until > near))
      if (goesOn) return []
      const say = until < asOf ? 'ended' : 'near'
      return [
        {
          subjects: [id],
          parties: ['facility'],
          because: [{ say, grade: say, with: { until }, facts: [fact('policies', id, 'until')] }],
          dueOn: until,
        },
      ]
    })
  },
})
