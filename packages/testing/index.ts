export * from './database/index.ts'
export * from './server/index.ts'
