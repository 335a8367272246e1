import { SaxesParser } from 'saxes'
import { decoded } from '../encoding.ts'
import { userError } from '../errors.ts'
import type { Scan } from './types.ts'

export type XmlAttributes = Readonly<Record<string, string>>

export interface XmlHandlers {
  readonly open: (name: string, attributes: XmlAttributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
  /** How many entries have been read, for messages. */
  readonly entries: () => number
}

/**
 * Reads XML piece by piece. A bare DOCTYPE, as Nmap 7 writes it, is passed over and never fetched; one that defines anything
 * stops the reading, so no entity is ever expanded.
 */
export async function* scanXmlSteps(scan: Scan, handlers: XmlHandlers): AsyncIterable<void> {
  yield* steps(decoded(scan.source, await xmlEncoding(scan)), scan, handlers)
}

/** The same of a text in memory. */
export async function readXmlText(text: string, scan: Scan, handlers: XmlHandlers): Promise<void> {
  const pieces = async function* (): AsyncIterable<string> {
    yield text
  }
  for await (const _ of steps(pieces(), scan, handlers));
}

async function* steps(pieces: AsyncIterable<string>, scan: Scan, handlers: XmlHandlers): AsyncIterable<void> {
  const parser = new SaxesParser({ xmlns: false, fragment: false, position: false })
  const state: { failed: Error | undefined; sinceEvent: number } = { failed: undefined, sinceEvent: 0 }
  const fail = (code: 'scan/damaged' | 'scan/forbidden-xml' | 'scan/truncated', cause?: Error) => {
    state.failed ??= userError(code, { file: scan.file }, { count: handlers.entries() }, { cause })
  }
  listen(parser, handlers, state, fail)
  for await (const piece of pieces) {
    state.sinceEvent += piece.length
    parser.write(piece)
    if (state.sinceEvent > scan.limits.maxItemCharacters) fail('scan/damaged')
    if (state.failed) throw state.failed
    yield
  }
  parser.on('error', (error) => fail('scan/truncated', error))
  parser.close()
  if (state.failed) throw state.failed
  yield
}

function listen(
  parser: SaxesParser<{ xmlns: false; fragment: false; position: false }>,
  handlers: XmlHandlers,
  state: { sinceEvent: number },
  fail: (code: 'scan/damaged' | 'scan/forbidden-xml', cause?: Error) => void,
): void {
  parser.on('error', (error) => fail('scan/damaged', error))
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) fail('scan/forbidden-xml')
  })
  parser.on('opentag', (tag) => {
    state.sinceEvent = 0
    handlers.open(tag.name, tag.attributes)
  })
  parser.on('closetag', (tag) => {
    state.sinceEvent = 0
    handlers.close?.(tag.name)
  })
  const { text } = handlers
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
}

/** UTF-16 by its mark, as PowerShell writes what is redirected to a file; UTF-8 otherwise. */
async function xmlEncoding({ source }: Scan): Promise<'utf-8' | 'utf-16le' | 'utf-16be'> {
  const [first, second] = await source.head(2)
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
