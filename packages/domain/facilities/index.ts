export * from './consent.ts'
export * from './seen.ts'
export type * from './types.ts'
