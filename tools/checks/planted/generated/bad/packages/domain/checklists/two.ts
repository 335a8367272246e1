import { defineRule } from '../rule.ts'

export const one = defineRule({ id: 'checklists/one' })
export const two = defineRule({ id: 'checklists/two' })
