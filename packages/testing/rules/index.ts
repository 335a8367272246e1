export * from './builders.ts'
export * from './check.ts'
export * from './arbitrary.ts'
