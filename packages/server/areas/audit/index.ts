export { auditHandlers } from './routes.ts'
export { problemTexts } from './texts.ts'
