import { drawDrawio, drawSvg, layoutMap, mapModel, type PlacedMap } from '@mimamori/diagram'
import { byId, type Lang } from '@mimamori/domain'
import type { FileReply } from '../../platform/http/index.ts'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { mapInputOf } from './model.ts'
import { cutOf } from './path.ts'
import { networkProblem } from './problems.ts'

export interface WantedMap {
  readonly format: keyof typeof writers
  readonly lang: Lang
  /** The way that is lit. */
  readonly path?: string | undefined
}

const writers = {
  svg: { mediaType: 'image/svg+xml', write: (map: PlacedMap) => Buffer.from(drawSvg(map, { theme: 'print' })) },
  drawio: { mediaType: 'application/vnd.jgraph.mxfile', write: (map: PlacedMap) => Buffer.from(drawDrawio(map)) },
} as const

/** The map as a file, with everything where a person has put it. */
export async function mapFile(services: Services, asking: Asking, facility: string, wanted: WantedMap): Promise<FileReply> {
  const now = await openFacility(services, asking, facility)
  const { mediaType, write } = writers[wanted.format]
  const bytes = write(placedMap(now, wanted))
  await withScope(services.pool, asking, (client) =>
    appendAudit(services, asking, client, {
      action: 'paper/made',
      subject: facility,
      detail: { kind: 'network-map', format: wanted.format, revision: now.state.revision },
    }),
  )
  return { name: `network_${now.asOf}.${wanted.format}`, mediaType, bytes }
}

function placedMap(now: Kept, { lang, path }: WantedMap): PlacedMap {
  const lit = path === undefined ? undefined : byId(now.analysis.world.forbiddenPaths, path)
  if (path !== undefined && !lit) throw networkProblem('network/no-such-path')
  const cut = lit && cutOf(now, lit)[0]?.id
  const model = mapModel({ ...mapInputOf(now, lang), ...(lit && { path: lit }), ...(cut !== undefined && { cut }) })
  return layoutMap(model, { places: now.picture.slices.mapPlaces })
}
