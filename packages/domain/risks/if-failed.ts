import { byId, type World } from '../picture.ts'
import { caseOf, type Known, type RiskCase } from './decide.ts'
import { knownOf, statesOf } from './risk-states.ts'
import type { ControlState, RiskState } from './types.ts'

type Lists = Pick<World, 'risks' | 'standIns' | 'controlTypes' | 'controlStandings' | 'riskFacts' | 'riskDecisions' | 'riskStates' | 'asOf'>

/** 「この対策が働かなかったら」: the risks that would be open then and are not now, as they would stand. */
export function ifFailed(lists: Lists, control: string): readonly RiskState[] {
  return changedBy(lists, { [control]: 'no' }).filter(({ state }) => state === 'open')
}

/** 「この対策をしたら」: the risks that are open or unknown now and would be so no more. */
export function ifDone(lists: Lists, controls: readonly string[]): readonly RiskState[] {
  const done = Object.fromEntries(controls.map((id) => [id, 'in-place' as const]))
  return changedBy(lists, done).filter(({ state }) => state !== 'open' && state !== 'unknown')
}

/** The risks whose state would be another if these controls stood otherwise. */
function changedBy(lists: Lists, otherwise: Readonly<Record<string, ControlState>>): readonly RiskState[] {
  const { control, fact } = knownOf(lists)
  const known: Known = { control: (id) => otherwise[id] ?? control(id), fact }
  const risks = lists.risks.filter((risk) => isNamed(caseOf(risk, lists.standIns), otherwise))
  return statesOf({ ...lists, risks }, known).filter(({ id, state }) => state !== byId(lists.riskStates, id)?.state)
}

/** Whether the risk needs one of these controls, or one of them may stand in. */
function isNamed({ needed, standIns }: RiskCase, controls: Readonly<Record<string, unknown>>): boolean {
  return needed.some((id) => id in controls) || standIns.some(({ by }) => by in controls)
}
