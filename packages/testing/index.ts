export * from './database/index.ts'
export * from './scans/index.ts'
export * from './server/index.ts'
