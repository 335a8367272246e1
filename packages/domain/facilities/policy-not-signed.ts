import { fact, noneWith } from '../finding.ts'
import { defineRule } from '../rule.ts'
import { policyStanding } from './security-policy.ts'

/** The head signs the policy on security anew every fiscal year. Where nothing was ever entered it is asked, and not blamed. */
export const policyNotSigned = defineRule({
  id: 'facilities/policy-not-signed',
  area: 'facilities',
  reads: ['facility', 'people', 'securityPolicies', 'asOf'],
  evaluate(lists) {
    const [own] = lists.facility
    if (own?.usesSystems !== 'yes') return
    const { state, policy } = policyStanding(lists)
    if (state === 'signed') return
    const year = fact('facility', own.id, 'fiscalYear')
    if (!policy) {
      const none = noneWith('securityPolicies', 'id', 'any')
      return { subjects: [own.id], parties: ['facility'], because: [{ say: 'not-entered', grade: 'asked', facts: [none, year] }] }
    }
    return {
      subjects: [own.id],
      parties: ['facility'],
      because: [
        {
          say: state,
          ...(policy.signedOn !== undefined && state === 'earlier' && { with: { on: policy.signedOn } }),
          facts: [
            fact('securityPolicies', policy.id, fieldOf[state]),
            ...(state === 'not-by-head' ? [fact('people', policy.signedBy)] : []),
            year,
          ],
        },
      ],
    }
  },
})

const fieldOf = {
  earlier: 'fiscalYear',
  ended: 'until',
  unsigned: 'signedOn',
  'not-by-head': 'signedBy',
  'not-entered': 'id',
} as const
