import { unanswered } from './checklists/unanswered.ts'
export const rules = [unanswered]
