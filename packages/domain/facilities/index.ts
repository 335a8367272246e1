export * from './consent.ts'
export type * from './types.ts'
