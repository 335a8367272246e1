export * from './consent.ts'
export * from './seen.ts'
export * from './ten-questions.ts'
export type * from './types.ts'
