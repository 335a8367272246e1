import type { RiskCore } from './lists.ts'
import { largestMatching } from './matching.ts'
import type { ControlState, RiskStateWord, StandIn, StoodIn } from './types.ts'

/** What is known, or taken for known, of controls and facts. */
export interface Known {
  readonly control: (id: string) => ControlState
  /** `unknown` where the picture cannot tell. */
  readonly fact: (id: string) => 'yes' | 'no' | 'unknown'
}

export interface Decided {
  readonly state: RiskStateWord
  readonly by: readonly StoodIn[]
}

/** A risk with what can stand in for its needed controls. */
export interface RiskCase {
  readonly risk: Pick<RiskCore, 'id' | 'entry' | 'controls'>
  readonly needed: readonly string[]
  readonly standIns: readonly StandIn[]
}

/**
 * A control that the risk needs stands for itself and for no other: so nothing is counted twice, and no circle can hold two
 * missing controls up.
 */
export function caseOf(risk: RiskCase['risk'], standIns: readonly StandIn[]): RiskCase {
  const needed = risk.controls.flatMap(({ control, needed }) => (needed ? [control] : []))
  const usable = standIns.filter((one) => needed.includes(one.for) && !needed.includes(one.by))
  return { risk, needed, standIns: usable }
}

/** How the risk stands if nothing is unknown any more: what is said to be so, is taken for so. */
export function decide({ risk, needed, standIns }: RiskCase, { control, fact }: Known): Decided {
  if (risk.entry.some((id) => fact(id) === 'no')) return { state: 'not-applicable', by: [] }
  const states = needed.map((id) => [id, control(id)] as const)
  if (states.every(([, state]) => state === 'not-applicable')) return { state: 'not-applicable', by: [] }
  const missing = states.flatMap(([id, state]) => (state === 'in-place' || state === 'not-applicable' ? [] : [id]))
  if (missing.length === 0) return { state: 'covered', by: [] }
  const counts = standIns.filter(({ by, when }) => control(by) === 'in-place' && (when === undefined || fact(when) === 'yes'))
  const pairs = largestMatching(missing, (id) => counts.flatMap((one) => (one.for === id ? [one.by] : [])))
  const stood = missing.flatMap((id) => counts.find((one) => one.for === id && one.by === pairs.get(id)) ?? [])
  return {
    state: stood.length === missing.length ? 'stand-in' : 'open',
    by: stood.map((one) => ({ control: one.for, by: one.by, standIn: one.id })),
  }
}

/**
 * Decided with everything unknown taken well and taken ill, which are the two ends of all ways in which it can turn out:
 * a risk that is closed at its worst is closed, one that is open at its best is open, and all else is unknown.
 */
export function decideUnknown(one: RiskCase, known: Known): Decided {
  const worst = decide(one, taken(known, one, 'ill'))
  if (worst.state !== 'open') return worst
  return decide(one, taken(known, one, 'well')).state === 'open' ? worst : { state: 'unknown', by: worst.by }
}

/** What is unknown, taken well or ill: an entry is taken well when it does not hold. Those in `wells` are taken well at any rate. */
export function taken(known: Known, { risk }: RiskCase, how: 'well' | 'ill', wells: ReadonlySet<string> = new Set()): Known {
  const isWell = (id: string) => how === 'well' || wells.has(id)
  return {
    control(id) {
      const state = known.control(id)
      if (state !== 'unknown') return state
      return isWell(id) ? 'in-place' : 'no'
    },
    fact(id) {
      const value = known.fact(id)
      if (value !== 'unknown') return value
      return isWell(id) === risk.entry.includes(id) ? 'no' : 'yes'
    },
  }
}
