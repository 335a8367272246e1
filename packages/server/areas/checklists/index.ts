export { cardOf } from './cards.ts'

export { nameOfDocument, refsInWords, titleOfItem } from './item-words.ts'
export { isOnPaper, joinedOf, sheetState } from './joined.ts'
export { checklistProblem, checklistProblems } from './problems.ts'
export { checklistHandlers } from './routes.ts'
