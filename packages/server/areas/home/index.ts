export { levelOf } from './home.ts'
export { homeHandlers } from './routes.ts'
