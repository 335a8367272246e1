export {
  type Allowed,
  type CountTable,
  type Measured,
  type MeasuredRoutes,
  problemsOfCounts,
  readCounts,
  writeCounts,
} from './counts.ts'
export type { Place, RouteCall } from './place.ts'
export { example, routeCalls } from './route-calls.ts'
export { type Statements, statementsOf } from './statements.ts'
