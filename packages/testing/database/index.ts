export { addOrganisation, type MadeOrganisation, type ThrowAwayDatabase, throwAwayDatabase } from './throw-away.ts'
