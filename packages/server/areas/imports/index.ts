export { importProblems } from './problems.ts'
export type { ReadProblem } from './reading.ts'
export { importHandlers } from './routes.ts'
export { siftWhole } from './sift.ts'
