export { kindLabels } from './enumerations.ts'
export { NewLine } from './new-line.tsx'
