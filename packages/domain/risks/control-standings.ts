import { byId } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import { type SignLists, signsOf } from './control-signs.ts'
import type { RiskLists } from './lists.ts'
import type { ControlSign, ControlStanding, ControlState, ControlType } from './types.ts'

type Seat = ControlStanding['seats'][number]

const weakestFirst: readonly ControlState[] = ['no', 'partly', 'unknown', 'in-place', 'not-applicable']

/** How every control of the catalogue stands, for each that must do it and in all. */
export const controlStandings = defineDerivation({
  name: 'controlStandings',
  reads: ['controlTypes', 'controls', 'joinedRows', 'items', 'riskFacts', 'asOf'],
  derive({ controlTypes, ...lists }) {
    return controlTypes.map((type) => standingOf(type, lists))
  },
})

/** One control as it stands. The weakest of those who must do it counts; of what is said for one of them, the weakest that is known. */
export function standingOf(type: ControlType, lists: SignLists): ControlStanding {
  const signs = signsOf(type, lists)
  const hasVendors = byId(lists.riskFacts, 'fact:vendors')?.value !== 'no'
  const seats = seatsOf(type, signs, hasVendors)
  return { id: type.id, state: weakest(seats.map(({ state }) => state)), seats, signs }
}

function seatsOf({ owners }: ControlType, signs: readonly ControlSign[], hasVendors: boolean): readonly Seat[] {
  const named = [...new Set(signs.flatMap(({ party }) => (party === 'facility' || party === 'vendor' ? [] : [party])))].sort()
  const vendors = named.length > 0 ? named : (['vendor'] as const)
  return owners.flatMap((owner): readonly Seat[] => {
    if (owner === 'facility') return [{ party: 'facility', state: stateOf('facility', signs) }]
    if (!hasVendors && named.length === 0) return [{ party: 'vendor', state: 'not-applicable' }]
    return vendors.map((party) => ({ party, state: stateOf(party, signs) }))
  })
}

/** What was read from the register holds for everybody; what is stated of all vendors for each of them. */
function stateOf(party: Seat['party'], signs: readonly ControlSign[]): ControlState {
  const isMeant = (sign: ControlSign) => sign.party === party || sign.by === 'fact' || (sign.party === 'vendor' && party !== 'facility')
  return weakestKnown(signs.filter(isMeant).map(({ state }) => state))
}

export function weakestKnown(states: readonly ControlState[]): ControlState {
  const known = states.filter((state) => state !== 'unknown')
  return known.length === 0 ? 'unknown' : weakest(known)
}

/** `not-applicable` only where it is so for all. */
export function weakest(states: readonly ControlState[]): ControlState {
  return weakestFirst.find((state) => states.includes(state)) ?? 'unknown'
}

/** The state of a control by its id; one that the catalogue does not have is unknown. */
export function stateOfControl({ controlStandings }: Pick<RiskLists, 'controlStandings'>, id: string): ControlState {
  return byId(controlStandings, id)?.state ?? 'unknown'
}
