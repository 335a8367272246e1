import { SaxesParser } from 'saxes'
import { Stop } from './stop.ts'
import type { Package } from './zip.ts'

export type Attributes = Readonly<Record<string, string>>

export interface Handlers {
  readonly open?: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Reads a part as XML; names come without their prefix. A DTD, and so any entity of its own, is refused. */
export async function* xmlSteps(file: Package, part: string, handlers: Handlers): AsyncIterable<void> {
  const parser = new SaxesParser({ xmlns: false, fragment: false, position: false })
  let failed: Error | undefined
  parser.on('error', (error) => {
    failed ??= new Stop({ code: 'excel/damaged', values: { part } }, { cause: error })
  })
  parser.on('doctype', () => {
    failed ??= new Stop({ code: 'excel/forbidden-xml', values: { part } })
  })
  parser.on('opentag', (tag) => handlers.open?.(localName(tag.name), tag.attributes as Attributes)) // without xmlns attributes are texts
  parser.on('closetag', (tag) => handlers.close?.(localName(tag.name)))
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  const decoder = new TextDecoder('utf-8')
  for await (const piece of file.read(part)) {
    parser.write(decoder.decode(piece, { stream: true }))
    if (failed) throw failed
    yield
  }
  parser.write(decoder.decode()).close()
  if (failed) throw failed
}

/** Reads a whole part. */
export async function readXml(file: Package, part: string, handlers: Handlers): Promise<void> {
  for await (const _ of xmlSteps(file, part, handlers));
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute by its name without prefix, such as `r:id`. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const direct = attributes[name]
  if (direct !== undefined) return direct
  const key = Object.keys(attributes).find((one) => localName(one) === name)
  return key === undefined ? undefined : attributes[key]
}

/** _x000D_ and its like stand for characters that XML cannot hold. */
export function unescapeXlsx(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}
