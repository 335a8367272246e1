export { acceptanceProblems } from './problems.ts'
export { acceptanceHandlers } from './routes.ts'
