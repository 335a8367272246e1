import { defineRule } from '../rule.ts'

export const unanswered = defineRule({ id: 'checklists/unanswered' })
