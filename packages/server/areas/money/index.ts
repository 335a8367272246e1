export { planFactsOfKept } from './plan-facts.ts'
export { moneyHandlers } from './routes.ts'
