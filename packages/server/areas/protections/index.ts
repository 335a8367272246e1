export { protectionHandlers } from './routes.ts'
