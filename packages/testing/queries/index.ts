export {
  type Allowed,
  type CountTable,
  type Measured,
  type MeasuredRoutes,
  problemsOfCounts,
  readCounts,
  writeCounts,
} from './counts.ts'
export { example, type Place, type RouteCall, routeCalls } from './route-calls.ts'
export { type Statements, statementsOf } from './statements.ts'
