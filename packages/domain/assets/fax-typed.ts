import { fact } from '../finding.ts'
import { defineRule } from '../rule.ts'

/** A regular FAX whose number somebody types each time, so that a slip sends it to a stranger. */
export const faxTyped = defineRule({
  id: 'assets/fax-typed',
  area: 'assets',
  reads: ['faxFlows'],
  each: 'faxFlows',
  evaluate(_, flow) {
    if (flow.numbers === 'preset') return
    const say = flow.numbers ?? 'unknown'
    const patients = { say: 'patients', grade: 'patients', aside: true as const, facts: [fact('faxFlows', flow.id, 'patientData')] }
    return {
      subjects: [flow.id],
      parties: ['facility'],
      because: [
        { say, grade: say, facts: [fact('faxFlows', flow.id, 'numbers')] },
        ...(flow.patientData === 'yes' && flow.numbers !== undefined ? [patients] : []),
      ],
    }
  },
})
