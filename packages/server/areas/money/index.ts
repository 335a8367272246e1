export { moneyHandlers } from './routes.ts'
