export { freePort, type RunningServer, type StartOptions, startProcess } from './start-process.ts'
export { firstOwner, type Visitor, visitorOf } from './visitor.ts'
