export { answerLinkHandlers } from './links/routes.ts'
export { answeringHandlers } from './routes.ts'
export { vendorTaskHandlers } from './tasks/routes.ts'
export { vendorWorkHandlers } from './visits-and-contacts/routes.ts'
