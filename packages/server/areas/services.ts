import type { FullCatalogue } from '@mimamori/catalog'
import type { CalendarDate, FeedName, RuleSet } from '@mimamori/domain'
import type { Pool, PoolClient } from 'pg'
import type { EvidenceFolder } from '../platform/files/index.ts'
import type { Scope } from '../platform/index.ts'
import type { Keys } from '../platform/keys/index.ts'
import type { Mailer } from '../platform/mail/index.ts'
import type { Kept } from './kept.ts'
import type { Lru } from './lru.ts'

/** What every area works with; made once per process by `app.ts`. */
export interface Services {
  readonly pool: Pool
  readonly now: () => Date
  /** The calendar day in Asia/Tokyo. */
  readonly today: () => CalendarDate
  readonly catalogue: FullCatalogue
  readonly rules: RuleSet
  /** Version of the rules, as papers print it. */
  readonly ruleSet: string
  readonly kept: Lru<Kept>
  /**
   * What a transaction is about to commit. NOTE: the next writer often has the lock before this process hears of the commit, and
   * would read and look at the whole facility anew; it may take this once the row says that this very transaction wrote it.
   */
  readonly coming: Map<string, Kept>
  readonly keys: Keys
  /** Absent where no mail server is set up. */
  readonly mailer?: Mailer | undefined
  /** Evidence, and the originals of what was imported. */
  readonly evidence: EvidenceFolder
  readonly uploads: EvidenceFolder
  /** Papers that left the house. */
  readonly papers: EvidenceFolder
  readonly version: string
  /** Tells the log of a fault that nobody is answered with. */
  readonly report: (error: unknown) => void
  /** What other areas leave behind whenever a facility was looked at anew, in the same transaction. */
  readonly afterLook: (scope: Scope, client: PoolClient, now: Kept) => Promise<void>
  readonly examplesFolder: string
  /** Feeds of weaknesses that this installation fetches by itself. */
  readonly fetchedFeeds: readonly FeedName[]
}
