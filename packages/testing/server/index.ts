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
export { type GivenMailServer, givenMailServer, type ReceivedMail } from './mail-server.ts'
