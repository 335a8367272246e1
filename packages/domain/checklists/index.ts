export * from './carry-over.ts'
export * from './effective.ts'
export * from './new-sheet.ts'
export type * from './types.ts'
