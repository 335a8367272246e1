export * from './arbitrary.ts'
export * from './builders.ts'
export * from './check.ts'
export * from './identity-pairs.ts'
