import type { Fetcher } from '../../../../platform/fetching/index.ts'
import type { FeedParts } from '../parts.ts'
import type { FeedSettings } from './addresses.ts'

/** What feeds are fetched and asked for with. */
export interface FetchParts extends FeedParts {
  readonly fetcher: Fetcher
  readonly settings: FeedSettings
  /** Where files lie until they were taken in. */
  readonly folder: string
}
