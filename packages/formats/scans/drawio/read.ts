import type { RawItem, Scan } from '../types.ts'
import { itemsOfDiagram } from './cells.ts'
import { diagramsOf } from './diagrams.ts'

/** Diagrams of draw.io as a list of devices: boxes and symbols with their text, and the frame they lie in. Not seen on a hospital's own file. */
export async function* readDrawio(scan: Scan): AsyncIterable<RawItem> {
  for await (const diagram of diagramsOf(scan)) yield* itemsOfDiagram(diagram, scan.file)
}
