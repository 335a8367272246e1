export { kindName, namesOf, same, sourceName } from './names.ts'
export { assetProblems } from './problems.ts'
export { assetHandlers } from './routes.ts'
export { assetRows } from './rows.ts'
