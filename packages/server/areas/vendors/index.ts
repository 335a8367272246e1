export { dueOf, nextStep } from './next-step.ts'
export { vendorHandlers } from './routes.ts'
