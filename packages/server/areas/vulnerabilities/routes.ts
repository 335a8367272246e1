import { withScope } from '../../platform/index.ts'
import { openFacility } from '../facilities/index.ts'
import { done, type HandlerParts, type HandlersOf, langOf } from '../handler-parts.ts'
import { feedStates } from './feeds/index.ts'
import { bookOf } from './names.ts'
import { advisoryOf } from './pages/advisory.ts'
import { deviceViewOf } from './pages/device.ts'
import { overviewOf } from './pages/overview.ts'
import { unreadOf } from './pages/unread.ts'
import { warningsOf } from './pages/warnings.ts'
import { whyOf } from './pages/why.ts'
import { openResponses } from './responses/open.ts'
import { stepResponse } from './responses/step.ts'
import { responseViewOf } from './responses/view.ts'
import { stepPlannedUpdate } from './updates/step.ts'
import { plannedUpdatesOf } from './updates/view.ts'

type Own =
  | 'vulnerabilities'
  | 'vulnerableDevice'
  | 'advisory'
  | 'whyAffected'
  | 'openResponses'
  | 'vulnerabilityResponse'
  | 'stepResponse'
  | 'warnings'
  | 'plannedUpdates'
  | 'stepPlannedUpdate'
  | 'unreadAdvisories'

export function vulnerabilityHandlers({ services }: HandlerParts): HandlersOf<Own> {
  return {
    vulnerabilities: async ({ input, scope }) => {
      const now = await openFacility(services, scope, input.params.facility)
      return withScope(services.pool, scope, async (client) => overviewOf(now, await feedStates(client)), { readOnly: true })
    },
    vulnerableDevice: async ({ input, scope }) =>
      deviceViewOf(await openFacility(services, scope, input.params.facility), input.params.asset),
    advisory: async ({ input, scope }) => {
      const now = await openFacility(services, scope, input.params.facility)
      return withScope(services.pool, scope, (client) => advisoryOf(now, client, input.params.advisory), { readOnly: true })
    },
    whyAffected: async ({ input, scope }) => {
      const now = await openFacility(services, scope, input.params.facility)
      const ask = { readOnly: true }
      return withScope(
        services.pool,
        scope,
        async (client) => whyOf(now, client, { ...input.query, book: await bookOf(services, client) }),
        ask,
      )
    },
    openResponses: ({ input, scope, session }) =>
      openResponses(services, scope, input.params.facility, { ...input.body, lang: langOf(session) }),
    vulnerabilityResponse: async ({ input, scope }) =>
      responseViewOf(await openFacility(services, scope, input.params.facility), input.params.response, services.mailer !== undefined),
    stepResponse: async ({ input, scope }) => {
      const { seen, ...said } = input.body
      await stepResponse(services, scope, input.params.facility, { response: input.params.response, seen, said })
      return done
    },
    warnings: async ({ input, scope }) => warningsOf(await openFacility(services, scope, input.params.facility)),
    plannedUpdates: async ({ input, scope }) => plannedUpdatesOf(await openFacility(services, scope, input.params.facility)),
    stepPlannedUpdate: async ({ input, scope }) => {
      const { seen, ...said } = input.body
      await stepPlannedUpdate(services, scope, input.params.facility, { update: input.params.update, seen, said })
      return done
    },
    unreadAdvisories: async ({ input, scope }) => {
      const now = await openFacility(services, scope, input.params.facility)
      return withScope(services.pool, scope, async (client) => unreadOf(now, client, await bookOf(services, client)), { readOnly: true })
    },
  }
}
