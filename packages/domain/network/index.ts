export * from './check.ts'
export type * from './types.ts'
export * from './what-if.ts'
