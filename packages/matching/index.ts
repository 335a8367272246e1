export type * from './advisory.ts'
export type * from './verdict.ts'
export type { VersionKey, VersionOrder } from './versions/order.ts'
