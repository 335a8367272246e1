import { z } from 'zod'
import { defineJob, type Job } from '../../../../platform/index.ts'
import { fetchFeeds } from './fetch.ts'
import type { FetchParts } from './fetch-parts.ts'

/** Looks every hour at what is due; nothing at all where the settings name no feed. */
export function feedJobs(parts: FetchParts): readonly Job[] {
  if (parts.settings.feeds.length === 0 && (parts.settings.feedApis ?? []).length === 0) return []
  return [defineJob({ task: 'feeds/fetch', input: z.object({}), every: '23 * * * *', run: ({ signal }) => fetchFeeds(parts, signal) })]
}
