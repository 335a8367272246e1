export type { Asset } from './types.ts'
