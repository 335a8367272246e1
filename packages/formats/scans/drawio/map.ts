import { type ByteSource, byteSource, type FileInput } from '../../bytes.ts'
import { problem, UserError, userError } from '../../errors.ts'
import { recogniseSource } from '../recognise.ts'
import { type Scan, type ScanLimits, scanLimits } from '../types.ts'
import type { Diagram } from './cells.ts'
import { diagramsOf } from './diagrams.ts'
import { linesIn } from './map-lines.ts'
import { shapesIn } from './map-shapes.ts'
import type { DrawioMap } from './map-types.ts'

export interface DrawioMapLimits extends ScanLimits {
  readonly maxCells: number
}

const usualLimits: DrawioMapLimits = { ...scanLimits, maxBytes: 30 * 1024 * 1024, maxCells: 20_000 }

/** A drawing of the network: frames, boxes and lines with their places. Throws where there is no network in it; a person decides what is taken. */
export async function readDrawioMap(input: FileInput, limits: Partial<DrawioMapLimits> = {}): Promise<DrawioMap> {
  const all = { ...usualLimits, ...limits }
  const source = await byteSource(input, { maxBytes: all.maxBytes })
  const file = source.name
  if (!(await isDrawio(source))) throw userError('map/not-drawio', { file })
  const pages = await pagesOf({ source, file, options: {}, limits: all }, all.maxCells)
  const page = pages.toSorted((a, b) => weightOf(b) - weightOf(a))[0]
  const map = page && mapOf(page, file)
  if (map === undefined || !holdsNetwork(map)) throw userError('map/no-network', { file })
  if (pages.length === 1) return map
  return { ...map, problems: [problem('map/other-pages', { file }, { count: pages.length, name: page?.name ?? '' }), ...map.problems] }
}

/** NOTE: what is no scan at all, such as a picture, is no drawing either, and is to be told in words of drawings. */
async function isDrawio(source: ByteSource): Promise<boolean> {
  try {
    return (await recogniseSource(source)) === 'drawio'
  } catch (error) {
    if (error instanceof UserError && notScans.has(error.code)) return false
    throw error
  }
}

const notScans: ReadonlySet<string> = new Set(['scan/unknown-xml', 'file/not-a-table', 'scan/nmap-not-xml'])

async function pagesOf(scan: Scan, maxCells: number): Promise<readonly Diagram[]> {
  const pages: Diagram[] = []
  let cells = 0
  for await (const diagram of diagramsOf(scan)) {
    cells += diagram.cells.size
    if (cells > maxCells) throw userError('map/too-many', { file: scan.file }, { limit: maxCells })
    if (diagram.cells.size > 0) pages.push(diagram)
  }
  return pages
}

/** Of several pages the one that came from here counts, else that with most in it. */
function weightOf({ cells }: Diagram): number {
  const ours = [...cells.values()].filter((cell) => cell.mapId !== undefined).length
  return ours * 100_000 + cells.size
}

function mapOf({ cells }: Diagram, file: string): DrawioMap {
  const { zones, boxes, problems } = shapesIn(cells, file)
  const lines = linesIn(cells, new Set([...zones, ...boxes].map((one) => one.cell)), file)
  return { file, zones, boxes, edges: lines.edges, problems: [...problems, ...lines.problems] }
}

/** Something that we know, or a device by its name, symbol or address: else it is a drawing of something else. */
function holdsNetwork({ zones, boxes }: DrawioMap): boolean {
  if ([...zones, ...boxes].some((one) => one.id !== undefined)) return true
  return boxes.some((box) => box.kind !== undefined || box.ips.length + box.macs.length > 0)
}
