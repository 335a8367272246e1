export { findingProblem, findingProblems } from './problems.ts'
export { findingHandlers } from './routes.ts'
