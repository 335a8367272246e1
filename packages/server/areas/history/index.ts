export { historyProblems } from './problems.ts'
export { historyHandlers } from './routes.ts'
