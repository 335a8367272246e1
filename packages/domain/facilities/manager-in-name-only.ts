import { type DraftReason, fact } from '../finding.ts'
import { defineRule } from '../rule.ts'
import { managerFields, managerStandings } from './manager.ts'

/** A safety manager without time, without a say in an emergency or without training; what nobody has said is asked, not blamed. */
export const managerInNameOnly = defineRule({
  id: 'facilities/manager-in-name-only',
  area: 'facilities',
  reads: ['facility', 'people', 'periods', 'asOf'],
  evaluate({ facility: [own], ...lists }) {
    if (own?.usesSystems !== 'yes') return
    return managerStandings(lists)
      .filter(({ missing, unsaid }) => missing.length + unsaid.length > 0)
      .map(({ person, missing, unsaid }) => {
        const isSure = missing.length > 0
        const lacks = missing.map((need): DraftReason => ({ say: `no-${need}`, facts: [fact('people', person.id, managerFields[need])] }))
        const asked = unsaid.map(
          (need): DraftReason => ({
            say: `${need}-not-said`,
            facts: [fact('people', person.id, managerFields[need])],
            ...(isSure ? { aside: true } : { grade: 'asked' }),
          }),
        )
        return { subjects: [person.id], parties: ['facility'], because: [...lacks, ...asked] }
      })
  },
})
