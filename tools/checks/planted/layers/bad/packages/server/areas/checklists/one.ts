import type { findSheet } from './store.ts'
export type One = typeof findSheet
