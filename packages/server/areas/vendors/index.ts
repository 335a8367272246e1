export { dueOf } from './next-step.ts'
export { vendorHandlers } from './routes.ts'
