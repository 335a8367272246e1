import { fact } from '../finding.ts'
import type { FactRef } from '../picture.ts'
import { isKnown } from '../record.ts'
import { defineRule } from '../rule.ts'
import type { AssetDuty } from './types.ts'

/** An asset that a vendor looks after without a contract, with one that has ended, or nobody knows. */
export const assetNoContract = defineRule({
  id: 'assets/no-contract',
  area: 'assets',
  reads: ['assetDuties', 'asOf'],
  each: 'assetDuties',
  evaluate({ asOf }, duty) {
    if (!isKnown(duty.vendor) || duty.contract === 'not-applicable') return
    const subjects = [duty.id, duty.vendor] as const
    const parties = ['facility'] as const
    if (!isKnown(duty.contract)) {
      const say = duty.contract === 'none' ? 'none' : 'unknown'
      return { subjects, parties, because: [{ say, grade: say, facts: statedIn(duty) }] }
    }
    const { until } = duty
    if (until === undefined || until >= asOf) return
    const facts = [...statedIn(duty), fact('contracts', duty.contract, 'until')]
    return { subjects, parties, because: [{ say: 'ended', grade: 'ended', with: { on: until }, facts }] }
  },
})

/** The fields in which the contract of an asset stands, or would stand. */
function statedIn({ id, system }: AssetDuty): readonly (FactRef | undefined)[] {
  return [fact('assets', id, 'contract'), fact('systems', system, 'contract')]
}
