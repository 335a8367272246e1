export { hearSheetBeat } from './beat.ts'
export { presenceHandlers } from './routes.ts'
