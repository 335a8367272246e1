import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { userError } from '../../errors.ts'
import type { RawItem, Scan } from '../types.ts'
import { readXmlText, scanXmlSteps } from '../xml.ts'
import { addCell, type Diagram, itemsOfDiagram, newDiagram } from './cells.ts'

const inflate = promisify(inflateRaw)

/**
 * Diagrams of draw.io (diagrams.net), plain and deflated. After the documentation of its file format; not seen on a hospital's
 * own file. Nodes only: boxes and symbols with their text, and the frame they lie in. Lines between them are not read yet.
 */
export async function* readDrawio(scan: Scan): AsyncIterable<RawItem> {
  const reading: Reading = { packed: undefined, diagram: newDiagram(0), ended: [], cells: 0 }
  const steps = scanXmlSteps(scan, {
    open: (name, attributes) => {
      if (name === 'diagram') reading.packed = ''
      else if (name === 'mxGraphModel') reading.packed = undefined
      else reading.cells += addCell(reading.diagram, name, attributes)
    },
    text: (text) => {
      if (reading.packed !== undefined) reading.packed += text
    },
    close: (name) => {
      if (name === 'diagram') endDiagram(reading)
    },
    entries: () => reading.cells,
  })
  for await (const _ of steps) {
    for (const one of reading.ended.splice(0)) {
      const diagram = typeof one === 'string' ? await unpackedDiagram(one, reading, scan) : one
      yield* itemsOfDiagram(diagram, scan.file)
    }
  }
  yield* itemsOfDiagram(reading.diagram, scan.file)
}

interface Reading {
  /** The text of a diagram that may be deflated. */
  packed: string | undefined
  diagram: Diagram
  /** Diagrams whose end was read, plain or still deflated. */
  readonly ended: (Diagram | string)[]
  cells: number
}

function endDiagram(reading: Reading): void {
  const packed = reading.packed?.trim()
  reading.ended.push(packed || reading.diagram)
  reading.packed = undefined
  reading.diagram = newDiagram(reading.cells)
}

/** A deflated diagram: base64, deflate without a head, percent signs. It may not unpack to more than an item may have. */
async function unpackedDiagram(packed: string, reading: Reading, scan: Scan): Promise<Diagram> {
  const diagram = newDiagram(reading.cells)
  await readXmlText(await unpacked(packed, scan, reading.cells), scan, {
    open: (name, attributes) => {
      reading.cells += addCell(diagram, name, attributes)
    },
    entries: () => reading.cells,
  })
  return diagram
}

async function unpacked(packed: string, scan: Scan, count: number): Promise<string> {
  try {
    const bytes = await inflate(Buffer.from(packed, 'base64'), { maxOutputLength: scan.limits.maxItemCharacters })
    return decodeURIComponent(bytes.toString('utf-8'))
  } catch (error) {
    throw userError('scan/damaged', { file: scan.file }, { count }, { cause: error })
  }
}
