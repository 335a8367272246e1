export { networkProblems } from './problems.ts'
export { networkHandlers } from './routes.ts'
