import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { isKnown, known } from '../record.ts'
import { defineRule } from '../rule.ts'

/** A system that a vendor looks after without a maintenance contract, with one that has ended, or nobody knows. */
export const noContract = defineRule({
  id: 'vendors/no-contract',
  area: 'vendors',
  reads: ['systems', 'contracts', 'asOf'],
  each: 'systems',
  evaluate({ contracts, asOf }, system) {
    if (!isKnown(system.vendor) || system.contract === 'not-applicable') return
    const subjects = [system.id, system.vendor] as const
    if (!isKnown(system.contract)) {
      const say = system.contract === 'none' ? 'none' : 'unknown'
      return { subjects, parties: ['facility'], because: [{ say, grade: say, facts: [fact('systems', system.id, 'contract')] }] }
    }
    const contract = byId(contracts, system.contract)
    const until = known(contract?.until)
    if (!contract || until === undefined || until >= asOf) return
    return {
      subjects,
      parties: ['facility'],
      because: [{ say: 'ended', grade: 'ended', with: { on: until }, facts: [fact('contracts', contract.id, 'until')] }],
    }
  },
})
