export { assetProblems } from './problems.ts'
export { assetHandlers } from './routes.ts'
