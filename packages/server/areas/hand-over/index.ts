export { type FoundHandOver, findForPaper } from './paper.ts'
export { handOverProblems } from './problems.ts'
export { handOverHandlers } from './routes.ts'
