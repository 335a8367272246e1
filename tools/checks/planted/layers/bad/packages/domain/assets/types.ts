import type { Sheet } from '../checklists/types.ts'
export type AssetSheet = Sheet
