export { codeOf, enterAs, givenAuth, knownPassword, sessionOf } from './given-auth.ts'
export { type Acting, type FileAnswer, type GivenPerson, type GivenServer, givenServer, type ValueOf } from './given-server.ts'
