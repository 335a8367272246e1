export * from './feeds.ts'
export type * from './types.ts'
