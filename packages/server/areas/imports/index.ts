export { importProblems } from './problems.ts'
export { importHandlers } from './routes.ts'
