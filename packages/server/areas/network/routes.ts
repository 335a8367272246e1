import { cleanFileName } from '../../platform/files/index.ts'
import { openFacility } from '../facilities/index.ts'
import { type HandlerParts, type HandlersOf, langOf } from '../handler-parts.ts'
import { drawingOf } from './drawing.ts'
import { networkOf } from './map.ts'
import { mapFile } from './map-file.ts'
import { modelOf } from './model.ts'
import { pathOf } from './path.ts'
import { tryOut } from './try.ts'
import { waysOf } from './ways.ts'
import { zoneOf } from './zone.ts'

type Own = 'network' | 'networkModel' | 'networkZone' | 'networkWays' | 'networkPath' | 'networkTry' | 'networkMap' | 'networkDrawio'

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
    networkMap: ({ input, scope, session }) =>
      mapFile(services, scope, input.params.facility, {
        ...input.query,
        lang: input.query.lang ?? langOf(session),
        tiles: input.query.tiles === '1',
        by: session?.personName ?? '',
      }),
    networkDrawio: async ({ input, scope, upload }) => {
      const file = { name: cleanFileName(upload.name), bytes: await upload.bytes() }
      return drawingOf(await openFacility(services, scope, input.params.facility), file)
    },
  }
}
