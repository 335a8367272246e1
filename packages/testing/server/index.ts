export {
  type Acting,
  type FileAnswer,
  type GivenPerson,
  type GivenServer,
  givenEmptyServer,
  givenPassword,
  givenServer,
  type ValueOf,
} from './given-server.ts'
