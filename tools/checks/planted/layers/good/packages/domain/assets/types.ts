import type { Id } from '../ids.ts'
export interface Asset { id: Id }
