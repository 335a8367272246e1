import type { Asset } from './assets/types.ts'
export interface Picture { assets: Asset[] }
