export { cardOf } from './cards.ts'

export { nameOfDocument, refsInWords, shortTitleOf, titleOfItem, wordsOfItem } from './item-words.ts'
export { isOnPaper, joinedOf, sheetState } from './joined.ts'
export { checklistProblem, checklistProblems } from './problems.ts'
export { checklistHandlers } from './routes.ts'
