import type { FeedName } from '@mimamori/domain'
import type { UserProblem } from '../../../platform/index.ts'

/** What became of one feed. */
export interface FeedTaken {
  readonly feed: FeedName
  readonly files: number
  /** Read now. */
  readonly read: number
  /** New, gone, or other than before; of predictions those that changed in whole per cent. */
  readonly changed: number
  /** Kept now. */
  readonly records: number
  readonly asOf?: string | undefined
}

export interface Refused {
  readonly file: string
  readonly feed?: FeedName
  readonly problem: UserProblem
}

/** What is told while files are gone through. */
export interface Tellings {
  readonly taken: FeedTaken[]
  readonly refused: Refused[]
  readonly passedOver: UserProblem[]
}
