import { decoded, detectEncoding, type Encoding } from '../encoding.ts'
import type { Scan } from './types.ts'

export interface Line {
  readonly row: number
  readonly text: string
  /** The line had more characters than are kept. */
  readonly isCut: boolean
}

/** The encoding of a text, the likeliest one when none reads it without a fault: a console may leave broken bytes. */
export async function scanEncoding({ source }: Pick<Scan, 'source'>): Promise<Encoding> {
  const detected = await detectEncoding(source)
  return detected.kind === 'encoding' ? detected.encoding : (detected.tries[0]?.encoding ?? 'utf-8')
}

/** The lines of a text one after the other; of a line that is too long only the beginning is kept. */
export async function* linesOf(scan: Scan): AsyncIterable<Line> {
  const most = scan.limits.maxLineCharacters
  const encoding = await scanEncoding(scan)
  let rest = ''
  let row = 0
  let isCut = false
  for await (const piece of decoded(scan.source, encoding)) {
    const text = rest + piece
    const ends = text.endsWith('\r') ? text.length - 1 : text.length
    const parts = text.slice(0, ends).split(/\r\n|\n|\r/)
    rest = (parts.pop() ?? '') + text.slice(ends)
    for (const part of parts) {
      row++
      yield { row, text: withoutConsoleSigns(part.slice(0, most)), isCut: isCut || part.length > most }
      isCut = false
    }
    if (rest.length > most) {
      rest = rest.slice(0, most)
      isCut = true
    }
  }
  const last = rest.replace(/\r$/, '')
  if (last !== '') yield { row: row + 1, text: withoutConsoleSigns(last.slice(0, most)), isCut: isCut || last.length > most }
}

const [escapeSign, backspace] = ['\u{1b}', '\u{8}']
const colour = new RegExp(`${escapeSign}\\[[0-9;?]*[A-Za-z]`, 'g')
const more = new RegExp(`^\\s*-{1,2} ?More ?-{1,2}[^${backspace}]*?${backspace}*\\s*${backspace}*`, 'i')

/** A console writes colours, and takes back its own "--More--" with backspaces. */
function withoutConsoleSigns(text: string): string {
  if (!/\p{Cc}|\ufeff|-More-/iu.test(text)) return text
  return text
    .replace(colour, '')
    .replace(more, '')
    .replace(/(?!\t)\p{Cc}|\ufeff/gu, '')
}
