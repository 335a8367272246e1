import { fiscalYearOf } from '../calendar.ts'
import { byId, type World } from '../picture.ts'
import { isHeldOn } from './posts.ts'
import type { SecurityPolicy } from './types.ts'

export type PolicyLists = Pick<World, 'facility' | 'people' | 'securityPolicies' | 'asOf'>

/**
 * How the policy on security of the fiscal year stands. `not-entered`: nothing was ever written down, which is a question. `earlier`:
 * the last one is of a year before. `ended`: that of this year has ended. `unsigned`, `not-by-head`: it is there, and its head has not signed it.
 */
export type PolicyState = 'signed' | 'not-entered' | 'earlier' | 'ended' | 'unsigned' | 'not-by-head'

export interface PolicyStanding {
  readonly fiscalYear: number
  readonly state: PolicyState
  /** The one by which it stands so; absent where none was entered. */
  readonly policy?: SecurityPolicy
}

const bestFirst: readonly PolicyState[] = ['signed', 'not-by-head', 'unsigned', 'ended', 'earlier']

/** The fiscal year now worked on counts; where none is chosen, that of the day. A policy of a year to come says nothing yet. */
export function policyStanding({ facility: [own], people, securityPolicies, asOf }: PolicyLists): PolicyStanding {
  const fiscalYear = own?.fiscalYear ?? fiscalYearOf(asOf)
  const all = securityPolicies
    .filter((policy) => policy.fiscalYear <= fiscalYear)
    .map((policy) => ({ policy, state: stateOf(policy, { fiscalYear, people, asOf }) }))
  const [first] = all.toSorted(
    (a, b) => bestFirst.indexOf(a.state) - bestFirst.indexOf(b.state) || b.policy.fiscalYear - a.policy.fiscalYear,
  )
  return first ? { fiscalYear, ...first } : { fiscalYear, state: 'not-entered' }
}

interface Now extends Pick<World, 'people' | 'asOf'> {
  readonly fiscalYear: number
}

/** Who has left since was the head when signing: the day of the signature counts. */
function stateOf({ fiscalYear: of, signedBy, signedOn, until }: SecurityPolicy, { fiscalYear, people, asOf }: Now): PolicyState {
  if (of < fiscalYear) return 'earlier'
  if (until !== undefined && until < asOf) return 'ended'
  if (signedBy === undefined || signedOn === undefined || signedOn > asOf) return 'unsigned'
  const signer = byId(people, signedBy)
  return signer?.roles?.includes('head') && isHeldOn(signer, signedOn) ? 'signed' : 'not-by-head'
}
