import type { One } from './one.ts'
export const findSheet: One | undefined = undefined
