import { feedNames } from '@mimamori/domain'
import * as z from 'zod'
import { instant, userError } from './common.ts'

/** What the installation knows of weaknesses, and how old it is. */
export const feedsView = z.object({
  feeds: z.array(
    z.object({
      feed: z.enum(feedNames),
      /** Fetched by itself; else carried in as a file by the one who keeps the installation. */
      isFetched: z.boolean(),
      records: z.number().int(),
      /** Records of which some part could not be read, so that a person must look. */
      unread: z.number().int(),
      /** Day or instant of its making, by its own words. */
      asOf: z.string().optional(),
      takenAt: instant.optional(),
      /** When it was last asked for, fetched or not. */
      checkedAt: instant.optional(),
      /** Why the last reading was not taken over; what is kept is older then. */
      problem: userError.optional(),
      problemAt: instant.optional(),
    }),
  ),
  /** After a restore: what was found before stands, and nothing new is found until the feeds are read again. */
  readAgain: z.boolean(),
})

export type FeedsView = z.infer<typeof feedsView>
