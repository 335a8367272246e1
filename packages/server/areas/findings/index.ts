export { findingProblem, findingProblems } from './problems.ts'
export { findingHandlers } from './routes.ts'
export { withTasks } from './taken.ts'
