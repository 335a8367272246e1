import type { Asset } from '@mimamori/domain'

export const sample: Asset = { id: 1 }
