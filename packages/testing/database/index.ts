export { addOrganisation, type MadeOrganisation, type ThrowAwayDatabase, throwAwayDatabase, urlOf } from './throw-away.ts'
