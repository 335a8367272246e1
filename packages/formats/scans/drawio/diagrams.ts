import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { userError } from '../../errors.ts'
import type { Scan } from '../types.ts'
import { readXmlText, scanXmlSteps } from '../xml.ts'
import { addCell, type Diagram, newDiagram } from './cells.ts'

const inflate = promisify(inflateRaw)

/** The pages of a file of draw.io (diagrams.net), plain and deflated. After the documentation of its format. */
export async function* diagramsOf(scan: Scan): AsyncIterable<Diagram> {
  const reading: Reading = { packed: undefined, diagram: newDiagram(0), ended: [], cells: 0 }
  const steps = scanXmlSteps(scan, {
    open: (name, attributes) => {
      if (name === 'diagram') {
        reading.packed = ''
        reading.diagram = newDiagram(reading.cells, attributes.name)
      } else if (name === 'mxGraphModel') reading.packed = undefined
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
    for (const { diagram, packed } of reading.ended.splice(0))
      yield packed === '' ? diagram : await unpackedDiagram(packed, diagram.name, { reading, scan })
  }
  if (reading.diagram.cells.size > 0) yield reading.diagram
}

interface Reading {
  /** The text of a diagram that may be deflated. */
  packed: string | undefined
  diagram: Diagram
  /** Diagrams whose end was read, plain or still deflated. */
  readonly ended: { readonly diagram: Diagram; readonly packed: string }[]
  cells: number
}

function endDiagram(reading: Reading): void {
  reading.ended.push({ diagram: reading.diagram, packed: reading.packed?.trim() ?? '' })
  reading.packed = undefined
  reading.diagram = newDiagram(reading.cells)
}

/** A deflated diagram: base64, deflate without a head, percent signs. It may not unpack to more than an item may have. */
async function unpackedDiagram(packed: string, name: string, { reading, scan }: { reading: Reading; scan: Scan }): Promise<Diagram> {
  const diagram = newDiagram(reading.cells, name)
  await readXmlText(await unpacked(packed, scan, reading.cells), scan, {
    open: (element, attributes) => {
      reading.cells += addCell(diagram, element, attributes)
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
