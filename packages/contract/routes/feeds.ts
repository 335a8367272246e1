import { defineRoute } from '../route.ts'
import { feedsView } from '../views/feeds.ts'
import { none, nothing } from './shared.ts'

/** Feeds are the installation's: told to everybody of a facility, carried in by whoever keeps the installation. */
export const feedRoutes = {
  feeds: defineRoute({
    id: 'feeds',
    method: 'GET',
    path: '/api/v1/feeds',
    permission: 'facility:read',
    summary: 'Which feeds of weaknesses are kept, of which day, and what is wrong with them',
    params: none,
    query: none,
    body: nothing,
    response: feedsView,
  }),
}
