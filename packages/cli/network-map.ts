import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { drawDrawio, drawSvg, layoutMap, mapInputOf, mapModel, type PlacedMap } from '@mimamori/diagram'
import type { Lang, World } from '@mimamori/domain'
import { closeCompiler, type MapDrawing, mapPaper, type PaperInput, renderPdf, renderPicture } from '@mimamori/papers'
import { type Call, type ExitStatus, UsageError } from './command.ts'
import { scansOfFolder, takenIn } from './folder-scans.ts'
import { assessFacility, type OpenFolder } from './open-folder.ts'
import { writeWhole } from './write-whole.ts'

type Input = Pick<PaperInput, 'analysis' | 'lang'>

/** Draws the map and writes it; the ending of the file names the format. */
const writers: Readonly<Record<string, (input: PaperInput) => Promise<Uint8Array> | Uint8Array>> = {
  svg: (input) => Buffer.from(mapDrawing(input).svg),
  drawio: (input) => Buffer.from(drawDrawio(placedMap(input.analysis.world, input.lang))),
  pdf: printed,
  png: pictured,
}

export const mapFormats: readonly string[] = Object.keys(writers)

/** Refuses an ending that no map can be written in, before anything is read. */
export function formatOf(file: string): string {
  const format = extname(file).slice(1).toLowerCase()
  if (Object.hasOwn(writers, format)) return format
  throw new UsageError({
    ja: `-o のファイル名は、次のどれかで終わらせてください:${mapFormats.map((one) => `.${one}`).join('、')}`,
    en: `The file named with -o ends in one of: ${mapFormats.map((one) => `.${one}`).join(', ')}`,
  })
}

export async function writeMap(
  file: string,
  input: PaperInput,
): Promise<{ readonly file: string; readonly bytes: number; readonly sha256: string }> {
  const bytes = await writers[formatOf(file)]?.(input)
  if (!bytes) throw new Error(`no map is written as ${file}`)
  await writeWhole(file, bytes)
  return { file, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** The map as papers show it, with its age and what is not known of it. */
export function mapDrawing({ analysis: { world }, lang }: Input): MapDrawing {
  const map = placedMap(world, lang)
  const confirmedOn = [...world.networkNodes, ...world.networkEdges]
    .flatMap(({ on }) => on ?? [])
    .toSorted()
    .at(-1)
  return {
    svg: drawSvg(map, { theme: 'print' }),
    alt: map.about,
    unknowns: world.networkQuestions.length,
    ...(confirmedOn !== undefined && { confirmedOn }),
  }
}

/** For a paper of a folder: the map as `mimamori network` draws it, with what the folder's scans tell; none where no zone is named. */
export async function mapOfFolder(
  folder: string,
  opened: OpenFolder,
  call: Call,
): Promise<{ readonly map?: MapDrawing; readonly status: ExitStatus }> {
  const { analysis } = opened.assessed
  if (analysis.world.zones.length === 0) return { status: opened.status }
  const { scans, unread } = await scansOfFolder(folder, call)
  if (scans.length === 0) return { map: mapDrawing({ analysis, lang: call.lang }), status: unread.length > 0 ? 3 : opened.status }
  const { assessed } = assessFacility(opened, call, (picture) => takenIn({ picture }, scans, '').picture)
  return { map: mapDrawing({ analysis: assessed.analysis, lang: call.lang }), status: unread.length > 0 ? 3 : opened.status }
}

function placedMap(world: World, lang: Lang): PlacedMap {
  return layoutMap(mapModel(mapInputOf(world, lang)), { places: world.mapPlaces })
}

async function pictured({ analysis, lang }: PaperInput): Promise<Uint8Array> {
  const made = await renderPicture(drawSvg(placedMap(analysis.world, lang)))
  if (made.kind === 'made') return made.bytes
  throw new Error(`the map was not drawn: ${JSON.stringify(made)}`)
}

async function printed(input: PaperInput): Promise<Uint8Array> {
  try {
    const made = await renderPdf(mapPaper(input, mapDrawing(input)))
    if (made.kind === 'made') return made.bytes
    throw new Error(`the map was not printed: ${JSON.stringify(made)}`)
  } finally {
    closeCompiler()
  }
}
