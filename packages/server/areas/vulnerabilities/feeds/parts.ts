import type { KnownProduct } from '@mimamori/domain'
import type { ProductReference } from '@mimamori/matching'
import type { Pool } from 'pg'
import type { Clock } from '../../../platform/clock/clock.ts'

/** Keys under which a product that a feed names is found again among installed ones. */
export type KeysOf = (product: ProductReference) => readonly string[]

/** What feeds are kept with; they need no tenant, no secret and no facility. */
export interface FeedParts {
  readonly pool: Pool
  readonly clock: Clock
  /** Of the catalogue: how products are spelled. */
  readonly products: readonly KnownProduct[]
}
