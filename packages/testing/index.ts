export * from './database/index.ts'
export { type ReadPng, readPng } from './png.ts'
export * from './scans/index.ts'
export * from './server/index.ts'
