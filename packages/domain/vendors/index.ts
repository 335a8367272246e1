export * from './disclosures.ts'
export type * from './types.ts'
export * from './visit.ts'
