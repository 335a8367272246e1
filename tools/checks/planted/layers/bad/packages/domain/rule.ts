import { rules } from './all.ts'
export type Rule = typeof rules
