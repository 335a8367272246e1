import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { countOf } from './account-count.ts'

/** More accounts with administrator rights than are easy to guard, or nobody has counted them. */
export const accountsAdministrators = defineRule({
  id: 'assets/accounts-administrators',
  area: 'assets',
  reads: ['accounts', 'assetLimits'],
  each: 'accounts',
  evaluate({ assetLimits }, list) {
    const most = byId(assetLimits, 'administrators')?.most ?? 0
    const count = countOf(list, 'administrators')
    if (count !== undefined && count <= most) return
    const reason = count === undefined ? { say: 'unknown', grade: 'unknown' } : { say: 'many', with: { count, most } }
    return {
      subjects: [list.id],
      parties: ['facility'],
      because: [{ ...reason, facts: [fact('accounts', list.id, 'administrators')] }],
    }
  },
})
