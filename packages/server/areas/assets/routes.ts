import { withScope } from '../../platform/index.ts'
import { openFacility } from '../facilities/index.ts'
import { type HandlerParts, type HandlersOf, langOf } from '../handler-parts.ts'
import { ownRecord } from '../tasks/index.ts'
import { assetOf } from './asset.ts'
import { conflictsOf } from './conflicts.ts'
import { decideConflicts } from './decide.ts'
import { driftView } from './drift.ts'
import { assetsFile } from './files.ts'
import { listAssets } from './list.ts'
import { assetPaper } from './paper.ts'
import { registerOf } from './register.ts'
import { retireAssets } from './retire.ts'
import { readMergeTimes } from './store.ts'

type Own =
  | 'assets'
  | 'asset'
  | 'assetConflicts'
  | 'decideConflicts'
  | 'retireAssets'
  | 'assetDrift'
  | 'register'
  | 'assetsFile'
  | 'assetPaper'

export function assetHandlers({ services }: HandlerParts): HandlersOf<Own> {
  return {
    assets: async ({ input, scope }) => listAssets(await openFacility(services, scope, input.params.facility), input.query),
    asset: async ({ input, scope }) => {
      const { facility, asset } = input.params
      const now = await openFacility(services, scope, facility)
      const mergedAt = await withScope(services.pool, scope, (client) => readMergeTimes(scope, client, facility), { readOnly: true })
      return assetOf(now, asset, { me: (await ownRecord(services, scope, now))?.id, mergedAt })
    },
    assetConflicts: async ({ input, scope }) => conflictsOf(await openFacility(services, scope, input.params.facility), input.query),
    decideConflicts: ({ input, scope }) => decideConflicts(services, scope, input.params.facility, input.body.decisions),
    retireAssets: ({ input, scope }) => retireAssets(services, scope, input.params.facility, { ...input.body, by: scope.personName }),
    assetDrift: async ({ input, scope }) => driftView(await openFacility(services, scope, input.params.facility), input.query),
    register: async ({ input, scope }) =>
      registerOf(await openFacility(services, scope, input.params.facility), input.params.part, input.query),
    assetsFile: ({ input, scope, session }) =>
      assetsFile(services, scope, input.params.facility, { ...input.query, lang: input.query.lang ?? langOf(session) }),
    assetPaper: ({ input, scope, session, request }) =>
      assetPaper(services, scope, input.params.facility, {
        ...input.query,
        paper: input.params.paper,
        lang: input.query.lang ?? langOf(session),
        by: session?.personName ?? '',
        origin: request.origin,
      }),
  }
}
