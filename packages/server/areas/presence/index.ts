export { presenceHandlers } from './routes.ts'
