import type { FeedsView } from '@mimamori/contract'
import { feedNames } from '@mimamori/domain'
import { withScope } from '../../../platform/index.ts'
import type { HandlerParts, HandlersOf } from '../../handler-parts.ts'
import { lastChecks } from './sources/store.ts'
import { areToBeReadAgain, readStates } from './states/store.ts'

export function feedHandlers({ services }: HandlerParts): HandlersOf<'feeds'> {
  return {
    feeds: ({ scope }) =>
      withScope(
        services.pool,
        scope,
        async (client): Promise<FeedsView> => {
          const states = await readStates(client)
          const checks = await lastChecks(client)
          const toldOf = (feed: (typeof feedNames)[number]) => {
            const state = states.find((one) => one.feed === feed)
            const { asOf, takenAt, problem, problemAt } = state ?? {}
            const checkedAt = checks.get(feed)
            return {
              feed,
              isFetched: services.fetchedFeeds.includes(feed),
              records: state?.records ?? 0,
              unread: state?.unread ?? 0,
              ...(asOf && { asOf }),
              ...(takenAt && { takenAt }),
              ...(checkedAt && { checkedAt }),
              ...(problem && { problem }),
              ...(problemAt && { problemAt }),
            }
          }
          return { feeds: feedNames.map(toldOf), readAgain: await areToBeReadAgain(client) }
        },
        { readOnly: true },
      ),
  }
}
