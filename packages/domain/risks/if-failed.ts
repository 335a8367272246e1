import { byId } from '../picture.ts'
import { caseOf, type Known, type RiskCase } from './decide.ts'
import type { RiskLists } from './lists.ts'
import { knownOf, statesOf } from './risk-states.ts'
import type { ControlState, RiskState } from './types.ts'

/** Controls taken for done and for failed, all at once; one that is named in both is failed. */
export interface Otherwise {
  readonly done?: readonly string[]
  readonly failed?: readonly string[]
}

/** 「この対策が働かなかったら」: the risks that would be open then and are not now, as they would stand. */
export function ifFailed(lists: RiskLists, control: string): readonly RiskState[] {
  return ifOtherwise(lists, { failed: [control] }).filter(({ state }) => state === 'open')
}

/** 「この対策をしたら」: the risks that are open or unknown now and would be so no more. */
export function ifDone(lists: RiskLists, controls: readonly string[]): readonly RiskState[] {
  return ifOtherwise(lists, { done: controls }).filter(({ state }) => state !== 'open' && state !== 'unknown')
}

/** The risks whose state would be another if these controls stood otherwise, as they would stand. */
export function ifOtherwise(lists: RiskLists, otherwise: Otherwise): readonly RiskState[] {
  return touchedBy(lists, otherwise).filter(({ id, state }) => state !== byId(lists.riskStates, id)?.state)
}

/** What these controls would be taken for. */
export function controlsTaken({ done = [], failed = [] }: Otherwise): ReadonlyMap<string, ControlState> {
  return new Map([...done.map((id) => [id, 'in-place'] as const), ...failed.map((id) => [id, 'no'] as const)])
}

/** Every risk that names one of these controls, as it would stand; all others stay as they are. */
function touchedBy(lists: Omit<RiskLists, 'riskStates' | 'riskCategories' | 'riskGroups'>, otherwise: Otherwise): readonly RiskState[] {
  const taken = controlsTaken(otherwise)
  const { control, fact } = knownOf(lists)
  const known: Known = { control: (id) => taken.get(id) ?? control(id), fact }
  const risks = lists.risks.filter((risk) => isNamed(caseOf(risk, lists.standIns), taken))
  return statesOf({ ...lists, risks }, known)
}

/** All risks of the matrix as they would stand if these controls stood otherwise. */
export function statesIf(lists: Omit<RiskLists, 'riskCategories' | 'riskGroups'>, otherwise: Otherwise): readonly RiskState[] {
  const touched = new Map(touchedBy(lists, otherwise).map((state) => [state.id, state]))
  return lists.riskStates.map((state) => touched.get(state.id) ?? state)
}

/** Whether the risk needs one of these controls, or one of them may stand in. */
function isNamed({ needed, standIns }: RiskCase, controls: ReadonlyMap<string, unknown>): boolean {
  return needed.some((id) => controls.has(id)) || standIns.some(({ by }) => controls.has(by))
}
