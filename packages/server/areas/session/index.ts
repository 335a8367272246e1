export { callerOf } from './caller.ts'
export { sessionHandlers } from './routes.ts'
