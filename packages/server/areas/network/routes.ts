import { openFacility } from '../facilities/index.ts'
import type { HandlerParts, HandlersOf } from '../handler-parts.ts'
import { networkOf } from './map.ts'
import { modelOf } from './model.ts'
import { pathOf } from './path.ts'
import { tryOut } from './try.ts'
import { waysOf } from './ways.ts'
import { zoneOf } from './zone.ts'

type Own = 'network' | 'networkModel' | 'networkZone' | 'networkWays' | 'networkPath' | 'networkTry'

export function networkHandlers({ services }: HandlerParts): HandlersOf<Own> {
  return {
    network: async ({ input, scope }) => networkOf(await openFacility(services, scope, input.params.facility)),
    networkModel: async ({ input, scope }) => {
      const now = await openFacility(services, scope, input.params.facility)
      return { revision: now.state.revision, model: modelOf(now, input.query) }
    },
    networkZone: async ({ input, scope }) =>
      zoneOf(await openFacility(services, scope, input.params.facility), input.params.zone, input.query),
    networkWays: async ({ input, scope }) => {
      const { from, fallen } = input.query
      return waysOf(await openFacility(services, scope, input.params.facility), { from, fallen: fallen === '1' })
    },
    networkPath: async ({ input, scope }) => pathOf(await openFacility(services, scope, input.params.facility), input.params.path),
    networkTry: async ({ input, scope }) => tryOut(services, await openFacility(services, scope, input.params.facility), input.body),
  }
}
