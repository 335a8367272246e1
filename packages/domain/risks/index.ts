export { stateOfControl, weakest } from './control-standings.ts'
export { decide, decideUnknown } from './decide.ts'
export { type RiskFault, riskFaults } from './faults.ts'
export { controlsTaken, ifDone, ifFailed, ifOtherwise, type Otherwise, statesIf } from './if-failed.ts'
export {
  bears,
  type DecisionLack,
  type DecisionStanding,
  isAnswerSigned,
  isDecided,
  isInForce,
  isSigned,
  lacksOf,
  signedTerms,
  standingOfDecision,
} from './in-force.ts'
export type { RiskCore, RiskLists } from './lists.ts'
export * from './matrix.ts'
export { controlsOfVendor, type ToldControl } from './of-vendor.ts'
export { riskFactIds } from './risk-facts.ts'
export { type RiskShift, type RiskShifts, shiftsBetween } from './shifts.ts'
export type * from './types.ts'
