import type { CalendarDate } from '../ids.ts'
import { byId, having, type World } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import { decidingSet, setsThatClose } from './closing.ts'
import { stateOfControl } from './control-standings.ts'
import { caseOf, decideUnknown, type Known } from './decide.ts'
import { bears } from './in-force.ts'
import type { RiskLists } from './lists.ts'
import type { ControlState, RiskState } from './types.ts'

type Lists = Pick<RiskLists, 'riskFacts' | 'controlStandings'>
type CaseLists = Pick<RiskLists, 'risks' | 'standIns' | 'controlTypes' | 'riskDecisions' | 'asOf'>

/** How every risk of the catalogue stands here. */
export const riskStates = defineDerivation({
  name: 'riskStates',
  reads: ['risks', 'standIns', 'controlTypes', 'controlStandings', 'riskFacts', 'riskDecisions', 'asOf'],
  derive: (lists) => statesOf(lists, knownOf(lists)),
})

/** What is known of controls and facts. */
export function knownOf(lists: Lists): Known {
  return {
    control: (id) => stateOfControl(lists, id),
    fact(id) {
      const value = byId(lists.riskFacts, id)?.value
      if (value === undefined) return 'unknown'
      return value === 'yes' ? 'yes' : 'no'
    },
  }
}

/** All risks, with these controls and facts. */
export function statesOf(lists: CaseLists, known: Known): readonly RiskState[] {
  return lists.risks.map((risk) => {
    const one = caseOf(risk, lists.standIns)
    const { state, by } = decideUnknown(one, known)
    const isOff = state === 'not-applicable'
    const stateIs = (...states: readonly ControlState[]) => (isOff ? [] : one.needed.filter((id) => states.includes(known.control(id))))
    const missing = stateIs('no', 'partly')
    const unsure = stateIs('unknown')
    const isLoose = state === 'open' || state === 'unknown'
    const borne = isLoose ? decisionOf(risk.id, lists) : undefined
    return {
      id: risk.id,
      state,
      by: state === 'stand-in' ? by : [],
      missing,
      unsure,
      wouldClose: isLoose ? setsThatClose(one, known) : [],
      deciding: state === 'unknown' ? decidingSet(one, known) : [],
      party: partyOf(isLoose ? [...missing, ...unsure] : one.needed, lists),
      ...(borne !== undefined && { borne }),
    }
  })
}

function decisionOf(risk: string, { riskDecisions, asOf }: { riskDecisions: World['riskDecisions']; asOf: CalendarDate }) {
  return having(riskDecisions, 'risk', risk).find((decision) => bears(decision, asOf))?.id
}

function partyOf(controls: readonly string[], { controlTypes }: Pick<RiskLists, 'controlTypes'>): RiskState['party'] {
  const owners = new Set(controls.flatMap((id): readonly string[] => byId(controlTypes, id)?.owners ?? []))
  if (owners.has('facility') && owners.has('vendor')) return 'both'
  return owners.has('vendor') ? 'vendor' : 'facility'
}
