export type * from './types.ts'
export * from './visit.ts'
