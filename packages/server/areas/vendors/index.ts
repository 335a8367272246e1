export { vendorHandlers } from './routes.ts'
