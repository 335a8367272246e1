import { SaxesParser } from 'saxes'

export type XmlAttributes = Readonly<Record<string, string>>

export interface XmlHandlers {
  readonly open: (name: string, attributes: XmlAttributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** `too-long`: a single text or attribute beyond the limit. */
export type XmlFault = 'damaged' | 'forbidden' | 'truncated' | 'too-long'

export interface XmlSteps {
  readonly handlers: XmlHandlers
  readonly maxItemCharacters: number
  readonly errorOf: (fault: XmlFault, cause?: Error) => Error
}

interface State {
  failed: Error | undefined
  sinceEvent: number
}

/**
 * Reads XML piece by piece. A bare DOCTYPE, as Nmap 7 writes it, is passed over and never fetched; one that defines anything
 * stops the reading, so no entity is ever expanded.
 */
export async function* xmlSteps(pieces: AsyncIterable<string>, { handlers, maxItemCharacters, errorOf }: XmlSteps): AsyncIterable<void> {
  const parser = new SaxesParser({ xmlns: false, fragment: false, position: false })
  const state: State = { failed: undefined, sinceEvent: 0 }
  const fail = (fault: XmlFault, cause?: Error) => {
    state.failed ??= errorOf(fault, cause)
  }
  listen(parser, { handlers, state, fail })
  for await (const piece of pieces) {
    state.sinceEvent += piece.length
    parser.write(piece)
    if (state.sinceEvent > maxItemCharacters) fail('too-long')
    if (state.failed) throw state.failed
    yield
  }
  parser.on('error', (error) => fail('truncated', error))
  parser.close()
  if (state.failed) throw state.failed
  yield
}

interface Listening {
  readonly handlers: XmlHandlers
  readonly state: State
  readonly fail: (fault: XmlFault, cause?: Error) => void
}

function listen(
  parser: SaxesParser<{ xmlns: false; fragment: false; position: false }>,
  { handlers: { open, close, text }, state, fail }: Listening,
): void {
  parser.on('error', (error) => fail('damaged', error))
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) fail('forbidden')
  })
  parser.on('opentag', (tag) => {
    state.sinceEvent = 0
    open(tag.name, tag.attributes)
  })
  parser.on('closetag', (tag) => {
    state.sinceEvent = 0
    close?.(tag.name)
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
}
