import { drawDrawio, drawSvg, type PlacedMap } from '@mimamori/diagram'
import { byId, type Lang } from '@mimamori/domain'
import { mapPaper, renderPdf, renderPicture } from '@mimamori/papers'
import { readAuditHead } from '../../platform/audit/index.ts'
import type { FileReply } from '../../platform/http/index.ts'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import { mapDrawing, placedMap } from '../map-drawing.ts'
import { inputOf, paperProblem, signerOf } from '../papers/index.ts'
import type { Services } from '../services.ts'
import { cutOf } from './path.ts'
import { networkProblem } from './problems.ts'

export interface WantedMap {
  readonly format: keyof typeof mediaTypes
  readonly lang: Lang
  /** The way that is lit. */
  readonly path?: string | undefined
  /** Four sheets of A4 in place of one of A3. */
  readonly tiles?: boolean | undefined
  readonly by: string
}

const mediaTypes = { svg: 'image/svg+xml', drawio: 'application/vnd.jgraph.mxfile', pdf: 'application/pdf', png: 'image/png' } as const

interface Made {
  readonly bytes: Uint8Array
  readonly checkNumber?: string
}

/** The map as a file, with everything where a person has put it. */
export async function mapFile(services: Services, asking: Asking, facility: string, wanted: WantedMap): Promise<FileReply> {
  const now = await openFacility(services, asking, facility)
  const { bytes, checkNumber } = await madeAs(services, asking, now, wanted)
  await withScope(services.pool, asking, (client) =>
    appendAudit(services, asking, client, {
      action: 'paper/made',
      subject: facility,
      detail: {
        kind: 'network-map',
        format: wanted.format,
        revision: now.state.revision,
        ...(checkNumber !== undefined && { checkNumber }),
      },
    }),
  )
  return { name: `network_${now.asOf}.${wanted.format}`, mediaType: mediaTypes[wanted.format], bytes }
}

async function madeAs(services: Services, asking: Asking, now: Kept, wanted: WantedMap): Promise<Made> {
  const map = litMap(now, wanted)
  if (wanted.format === 'svg') return { bytes: Buffer.from(drawSvg(map, { theme: 'print' })) }
  if (wanted.format === 'drawio') return { bytes: Buffer.from(drawDrawio(map)) }
  if (wanted.format === 'png') return { bytes: await pictured(map) }
  const head = await withScope(services.pool, asking, (client) => readAuditHead(client, asking.organisation), { readOnly: true })
  const input = inputOf(services, now, { lang: wanted.lang, copy: 'on-site', by: wanted.by }, head.hash)
  const paper = mapPaper(input, { ...mapDrawing(now, map), ...(wanted.tiles && { tiles: true }) })
  const made = await renderPdf(paper, { signer: await signerOf(services.keys, asking.organisation) })
  if (made.kind === 'failed') throw paperProblem('paper/not-made')
  return made
}

async function pictured(map: PlacedMap): Promise<Uint8Array> {
  const made = await renderPicture(drawSvg(map))
  if (made.kind === 'failed') throw paperProblem('paper/not-made')
  return made.bytes
}

function litMap(now: Kept, { lang, path }: WantedMap): PlacedMap {
  const lit = path === undefined ? undefined : byId(now.analysis.world.forbiddenPaths, path)
  if (path !== undefined && !lit) throw networkProblem('network/no-such-path')
  const cut = lit && cutOf(now, lit)[0]?.id
  return placedMap(now, lang, { ...(lit && { path: lit }), ...(cut !== undefined && { cut }) })
}
