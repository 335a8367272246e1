export * from './all.ts'
export type { Picture } from './picture.ts'
