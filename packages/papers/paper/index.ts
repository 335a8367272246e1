export * from './blocks.ts'
export type * from './paper.ts'
export * from './say.ts'
