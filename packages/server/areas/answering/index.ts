export { answerLinkHandlers } from './links/routes.ts'
export { answeringHandlers } from './routes.ts'
export { vendorTaskHandlers } from './tasks/routes.ts'
export { vendorWorkHandlers } from './work/routes.ts'
