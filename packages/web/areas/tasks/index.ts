export { History } from './history.tsx'
export { stateOfTask } from './task-state.ts'
