import { fact } from '../finding.ts'
import { defineRule } from '../rule.ts'

/** Accounts that a stolen password alone opens. Administrators with a second factor are the first step, and told as such. */
export const accountsTwoFactor = defineRule({
  id: 'assets/accounts-two-factor',
  area: 'assets',
  reads: ['accounts'],
  each: 'accounts',
  evaluate(_, list) {
    if (list.twoFactor === 'all') return
    const say = list.twoFactor ?? 'unknown'
    return {
      subjects: [list.id],
      parties: ['facility'],
      because: [{ say, grade: say, facts: [fact('accounts', list.id, 'twoFactor')] }],
    }
  },
})
