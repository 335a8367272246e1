export { type FoundHandOver, findForPaper } from './paper.ts'
export { handOverHandlers } from './routes.ts'
