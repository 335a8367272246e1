export { paperFile } from './frozen.ts'
export { paperProblems } from './problems.ts'
export { paperHandlers } from './routes.ts'
