import { addDays } from '../calendar.ts'
import { fact } from '../finding.ts'
import { byId, having } from '../picture.ts'
import { defineRule } from '../rule.ts'

/** A risk that is held by a control which stands in, and which was stated for a time that ends soon. */
export const standInEnds = defineRule({
  id: 'risks/stand-in-ends',
  area: 'risks',
  reads: ['riskStates', 'controls', 'periods', 'asOf'],
  each: 'riskStates',
  evaluate({ controls, periods, asOf }, { id, by }) {
    const near = addDays(asOf, byId(periods, 'risk-until-near')?.days ?? 0)
    const ending = by
      .flatMap((one) => having(controls, 'control', one.by))
      .flatMap(({ id: statement, until }) => (until !== undefined && asOf <= until && until <= near ? [{ statement, until }] : []))
    const [first] = ending.toSorted((a, b) => (a.until < b.until ? -1 : 1))
    if (!first) return
    const because = ending.map(({ statement, until }) => ({ say: 'ends', with: { until }, facts: [fact('controls', statement, 'until')] }))
    return { subjects: [id], parties: ['facility'], because, dueOn: first.until }
  },
})
