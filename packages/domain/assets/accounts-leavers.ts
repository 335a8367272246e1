import { fact } from '../finding.ts'
import { defineRule } from '../rule.ts'
import { countOf } from './account-count.ts'

/** Accounts of people who have left that still work. */
export const accountsLeavers = defineRule({
  id: 'assets/accounts-leavers',
  area: 'assets',
  reads: ['accounts'],
  each: 'accounts',
  evaluate(_, list) {
    const count = countOf(list, 'leavers')
    if (count === 0) return
    const reason = count === undefined ? { say: 'unknown', grade: 'unknown' } : { say: 'left', with: { count } }
    return {
      subjects: [list.id],
      parties: ['facility'],
      because: [{ ...reason, facts: [fact('accounts', list.id, 'leavers')] }],
    }
  },
})
