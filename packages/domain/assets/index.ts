export type * from './observation.ts'
export type * from './types.ts'
