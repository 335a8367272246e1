export { type FrontierChart, frontierChart, niceStep } from './chart/frontier-chart.ts'
export { boxOf, type ChartLabel, type ChartWords, lossLabels, overlaps } from './chart/labels.ts'
export { type LossChart, type LossCurves, lossAt, lossChart } from './chart/loss-chart.ts'
export type { ChartRoom, Point } from './chart/room.ts'
export {
  type ChosenMeasure,
  type First,
  type FrontierPoint,
  type NextStep,
  type Plan,
  type PlanAnswer,
  type Proof,
  planUnder,
  searchChoice,
} from './choice/plan.ts'
export type { Searched } from './choice/search.ts'
export { type Stability, type StabilityOptions, stabilityOf } from './choice/stability.ts'
export type * from './choice/types.ts'
export { type BackTest, type BackTestLists, backTests } from './facility/back-test.ts'
export {
  type BoardFigure,
  type BoardReasons,
  boardFigures,
  boardReasons,
  decisionGroups,
  type EffectReason,
  noteOf,
  type ReasonWorld,
  type ScenarioReason,
  type ScenarioSums,
} from './facility/board-reasons.ts'
export { chartDays } from './facility/chart-days.ts'
export { type ChoiceLists, choiceModelOf, scenarioOfPart } from './facility/choice-model.ts'
export { type BeforeAfter, type Comparison, comparisonWith, type PlanShift, planShift } from './facility/comparison.ts'
export {
  type Damage,
  type DamageOptions,
  type DamageSide,
  type DamageWorld,
  damageFrom,
  damageOf,
  type MeasureEffect,
  plannedChanges,
} from './facility/damage.ts'
export { type PolicyHere, type PolicyLists, policiesHere, type Shares } from './facility/insurance.ts'
export { changesOf, lossModelOf, putsOf, type ScenarioLists } from './facility/models.ts'
export { type FactLists, isLittleKnown, type OpenFact, type OpenFacts, openFacts } from './facility/open-facts.ts'
export { type FacilityPlan, type PlanOptions, planOf } from './facility/plan.ts'
export { type WhatIf, type WhatIfWorld, worldIf } from './facility/what-if.ts'
export {
  approximate,
  compare,
  type Fraction,
  fraction,
  minus,
  over,
  plus,
  sumOf,
  times,
  truncate,
} from './fraction.ts'
export { heavyTailRatio, meanOf, quantileOf, type TailWarning, tailWarningOf, varianceOf } from './loss/distribution.ts'
export { drawsOf, type LossDraws, type RunOptions } from './loss/draws.ts'
export { type ExactYear, exactYear, headMeans } from './loss/exact.ts'
export type { AnnualLoss, DaysPerEvent, ExceedancePoint, LossResult, LossWarning, ScenarioLoss } from './loss/result.ts'
export { runLoss, runLossWithPauses, simulateLoss } from './loss/run.ts'
export * from './loss/types.ts'
export { type AidProfile, aidOf, aidProfiles, type NormLevelName } from './norm/aid.ts'
export { type FacilityAgainstNorm, type FacilityFacts, type FacilityNeed, facilityAgainstNorm } from './norm/facility.ts'
export { budgetNorm, displayedMean, shareOf } from './norm/norm.ts'
export { type NormYear, type StagedPath, stagedPath } from './norm/path.ts'
export { type NormCheck, type NormFigureName, reproduceNorm } from './norm/reproduce.ts'
export { type NormSensitivity, sensitivityToItRate } from './norm/sensitivity.ts'
export type * from './norm/types.ts'
export { backTestRun, usualBudgetYen, usualDraws, usualPlanYears, usualRun } from './page-run.ts'
export { type BuildingShape, buildingShapes, buildingSize, buildingSpots, stateMarks } from './quotes/building.ts'
export { coverageOf, type PlaceCoverage, type QuoteCoverage } from './quotes/coverage.ts'
export { type ProtectionState, protectionStates } from './quotes/protection-states.ts'
export { type QuoteCase, type QuoteSum, sumQuotes, type YenRange } from './quotes/sum.ts'
export { consumptionTax, withoutTax, withTax } from './quotes/tax.ts'
export type * from './quotes/types.ts'
export { readChoiceModel } from './reading/choice-model.ts'
export { expectedEvents, mostEvents, readLossModel } from './reading/loss-model.ts'
export type { ModelProblem, ModelProblemCode, ModelRead, ModelWarning } from './reading/problem.ts'
export type { SourcedFigure } from './sourced.ts'
export { type Bearing, type Borne, type BorneCost, type BorneLine, bearOf, type FeeCases, type PlanLine } from './support/bear-of.ts'
export {
  type PlanSupport,
  planLinesOf,
  planSupport,
  type SchemeOfLine,
  type SideOfPlan,
  type SupportedLine,
  type SupportVerdict,
} from './support/plan-support.ts'
export { type SupportFacts, type SupportStanding, supportHere, type ThreeValued } from './support/support-here.ts'
export type * from './support/types.ts'
export { publishedInWords, smallPercent, spreadInWords, valueInWords, yearsInWords } from './value-words.ts'
