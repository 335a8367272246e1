export * from './audit/index.ts'
export * from './auth/index.ts'
export {
  isSound,
  keyFromFile,
  keyFromText,
  type Loaded,
  newRecoveryKey,
  printRecoveryKey,
  type RecoveryKey,
  readRecoveryKey,
} from './backup/index.ts'
export * from './clock/clock.ts'
export * from './config/index.ts'
export * from './db/index.ts'
export * from './errors/user-error.ts'
export * from './files/index.ts'
export * from './http/index.ts'
export * from './jobs/index.ts'
export * from './keys/index.ts'
export { type Log, makeLog, silentLog } from './log/log.ts'
export * from './mail/index.ts'
export { type Platform, type PlatformRequest, setupAddress, startPlatform } from './start/start-platform.ts'
export * from './tls/index.ts'
