export { plannedIn } from './ticks.ts'
