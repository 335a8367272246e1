import { fact } from '../finding.ts'
import { defineRule } from '../rule.ts'
import { countOf } from './account-count.ts'

/** Accounts that several people share, so that nobody can be told by them. */
export const accountsShared = defineRule({
  id: 'assets/accounts-shared',
  area: 'assets',
  reads: ['accounts'],
  each: 'accounts',
  evaluate(_, list) {
    const count = countOf(list, 'shared')
    if (count === 0) return
    const reason = count === undefined ? { say: 'unknown', grade: 'unknown' } : { say: 'left', with: { count } }
    return {
      subjects: [list.id],
      parties: ['facility'],
      because: [{ ...reason, facts: [fact('accounts', list.id, 'shared')] }],
    }
  },
})
