import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { drawDrawio, drawSvg, layoutMap, type MapInput, mapModel } from '@mimamori/diagram'
import type { Assessed, Lang } from '@mimamori/domain'
import { UsageError } from './command.ts'
import { writeWhole } from './write-whole.ts'

/** Draws the map and writes it; the ending of the file names the format. */
const writers: Readonly<Record<string, (assessed: Assessed, lang: Lang) => Promise<Uint8Array> | Uint8Array>> = {
  svg: (assessed, lang) => Buffer.from(drawSvg(placedOf(assessed, lang), { theme: 'print' })),
  drawio: (assessed, lang) => Buffer.from(drawDrawio(placedOf(assessed, lang))),
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
  assessed: Assessed,
  lang: Lang,
): Promise<{ readonly file: string; readonly bytes: number; readonly sha256: string }> {
  const bytes = await writers[formatOf(file)]?.(assessed, lang)
  if (!bytes) throw new Error(`no map is written as ${file}`)
  await writeWhole(file, bytes)
  return { file, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function placedOf(assessed: Assessed, lang: Lang) {
  const { mapPlaces } = assessed.picture.slices
  return layoutMap(mapModel(inputOf(assessed, lang)), { places: mapPlaces })
}

function inputOf({ analysis: { world }, asOf, catalogue }: Assessed, lang: Lang): MapInput {
  const { zones, assets, lines, vpns, remotePaths, assetZones, lastSeen, entrances, trustClasses } = world
  const records = { zones, assets, lines, vpns, remotePaths, assetZones, lastSeen, entrances, trustClasses }
  return { ...records, nodes: world.networkNodes, edges: world.networkEdges, assetKinds: catalogue.reference.assetKinds, asOf, lang }
}
