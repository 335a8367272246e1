export { codeOf, enterAs, givenAuth, knownPassword, sessionOf } from './given-auth.ts'
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
export { allYes, type GivenVendor, givenVendor } from './given-vendor.ts'
export { givenMailServer } from './mail-server.ts'
export { smallHospital } from './small-hospital.ts'
