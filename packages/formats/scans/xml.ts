import { decoded } from '../encoding.ts'
import { userError } from '../errors.ts'
import { type XmlFault, type XmlHandlers, xmlSteps } from '../xml-steps.ts'
import type { Scan } from './types.ts'

export interface ScanXmlHandlers extends XmlHandlers {
  /** How many entries have been read, for messages. */
  readonly entries: () => number
}

const codes = {
  damaged: 'scan/damaged',
  forbidden: 'scan/forbidden-xml',
  truncated: 'scan/truncated',
  'too-long': 'scan/damaged',
} as const satisfies Record<XmlFault, string>

/** Reads the XML of a scan piece by piece. */
export async function* scanXmlSteps(scan: Scan, handlers: ScanXmlHandlers): AsyncIterable<void> {
  yield* steps(decoded(scan.source, await xmlEncoding(scan)), scan, handlers)
}

/** The same of a text in memory. */
export async function readXmlText(text: string, scan: Scan, handlers: ScanXmlHandlers): Promise<void> {
  const pieces = async function* (): AsyncIterable<string> {
    yield text
  }
  for await (const _ of steps(pieces(), scan, handlers));
}

function steps(pieces: AsyncIterable<string>, { file, limits }: Scan, handlers: ScanXmlHandlers): AsyncIterable<void> {
  return xmlSteps(pieces, {
    handlers,
    maxItemCharacters: limits.maxItemCharacters,
    errorOf: (fault, cause) => userError(codes[fault], { file }, { count: handlers.entries() }, { cause }),
  })
}

/** UTF-16 by its mark, as PowerShell writes what is redirected to a file; UTF-8 otherwise. */
async function xmlEncoding({ source }: Scan): Promise<'utf-8' | 'utf-16le' | 'utf-16be'> {
  const [first, second] = await source.head(2)
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
