import type { World } from '../picture.ts'
import type { ControlStanding, ControlType, Risk, RiskFact } from './types.ts'

/** A risk without its words for reading: what decides it, and its place in the matrix. */
export type RiskCore = Omit<Risk, 'scenario' | 'refs' | 'confidence'>

/** As much of the world as the matrix and 「もしも」 need: a screen has all of it from one answer and asks the server no more. */
export interface RiskLists extends Pick<World, 'riskCategories' | 'riskGroups' | 'standIns' | 'riskStates' | 'riskDecisions' | 'asOf'> {
  readonly risks: readonly RiskCore[]
  readonly controlTypes: readonly Omit<ControlType, 'topics' | 'facts' | 'confidence'>[]
  readonly controlStandings: readonly Omit<ControlStanding, 'signs'>[]
  readonly riskFacts: readonly Omit<RiskFact, 'grounds'>[]
}
