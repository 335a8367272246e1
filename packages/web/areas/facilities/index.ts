export { kindLabels } from './enumerations.ts'
