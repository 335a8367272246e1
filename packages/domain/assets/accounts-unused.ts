import { fact } from '../finding.ts'
import { defineRule } from '../rule.ts'
import { countOf } from './account-count.ts'

/** Accounts that nobody uses and that still work. */
export const accountsUnused = defineRule({
  id: 'assets/accounts-unused',
  area: 'assets',
  reads: ['accounts'],
  each: 'accounts',
  evaluate(_, list) {
    const count = countOf(list, 'unused')
    if (count === 0) return
    const reason = count === undefined ? { say: 'unknown', grade: 'unknown' } : { say: 'left', with: { count } }
    return {
      subjects: [list.id],
      parties: ['facility'],
      because: [{ ...reason, facts: [fact('accounts', list.id, 'unused')] }],
    }
  },
})
