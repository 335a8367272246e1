export { type Acting, type FileAnswer, type GivenPerson, type GivenServer, givenServer, type ValueOf } from './given-server.ts'
