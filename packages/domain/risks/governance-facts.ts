import { managerFields, managerStandings, policyStanding } from '../facilities/index.ts'
import { cannotTell, type FactReader, groundsOf } from './fact-lists.ts'

/** Whether the head has signed the policy, and whether the safety manager is one in more than name. */
export const governanceFacts: Readonly<Record<string, FactReader>> = {
  'fact:policy-signed': (facts) => {
    const { state, policy } = policyStanding(facts)
    if (!policy) return cannotTell
    return { value: state === 'signed' ? 'yes' : 'no', grounds: groundsOf('securityPolicies', [policy], 'signedOn') }
  },
  'fact:manager-able': (facts) => {
    const managers = managerStandings(facts)
    const whole = managers.find(({ missing, unsaid }) => missing.length + unsaid.length === 0)
    if (whole) return { value: 'yes', grounds: groundsOf('people', [whole.person], managerFields.hours) }
    const unsure = managers.find(({ missing }) => missing.length === 0)
    if (unsure) return { grounds: groundsOf('people', [unsure.person], fieldOf(unsure.unsaid)) }
    const [short] = managers
    return short ? { value: 'no', grounds: groundsOf('people', [short.person], fieldOf(short.missing)) } : cannotTell
  },
}

function fieldOf([first = 'hours']: readonly (keyof typeof managerFields)[]): string {
  return managerFields[first]
}
