export { kindName, namesOf, same, serviceName, sourceNames } from './names.ts'
export { assetProblems } from './problems.ts'
export { assetHandlers } from './routes.ts'
export { assetRows } from './rows.ts'
