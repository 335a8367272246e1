export type MediaType =
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/zip'
  | 'text/plain'
  | 'text/csv'

export type Refusal = 'program' | 'web-page' | 'macro' | 'old-office' | 'unknown'

export type Sniffed = { readonly kind: 'type'; readonly mediaType: MediaType } | { readonly kind: 'refused'; readonly why: Refusal }

/** What is looked at: the beginning, for the magic bytes, and the end, where a ZIP keeps its list of contents. */
export interface Sample {
  readonly head: Uint8Array
  readonly tail: Uint8Array
}

export const sampleBytes = 64 * 1024

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

const programs: readonly (readonly number[])[] = [
  [0x4d, 0x5a], // MZ: Windows
  [0x7f, 0x45, 0x4c, 0x46], // ELF: Linux
  [0xca, 0xfe, 0xba, 0xbe], // Mach-O, Java class
  [0xcf, 0xfa, 0xed, 0xfe],
  [0x23, 0x21], // #!
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14], // Windows shortcut
]
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0]

const endOfContents = [0x50, 0x4b, 0x05, 0x06]
const entryOfContents = 0x02014b50

/**
 * The names in the list of contents at the end of a ZIP, one per line. NOTE: only the list counts: a ZIP that stores a
 * workbook uncompressed shows that workbook's names among its own bytes.
 */
function namesInZip(tail: Uint8Array): string {
  const view = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength)
  const end = view.lastIndexOf(Buffer.from(endOfContents))
  if (end < 0 || end + 22 > view.length) return ''
  const names: string[] = []
  for (let at = Math.max(0, end - view.readUInt32LE(end + 12)); at + 46 <= end; ) {
    // A list longer than the sample begins before it: the next entry is looked for.
    if (view.readUInt32LE(at) !== entryOfContents) {
      at++
      continue
    }
    const nameLength = view.readUInt16LE(at + 28)
    names.push(view.toString('latin1', at + 46, Math.min(end, at + 46 + nameLength)))
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return `\n${names.join('\n')}\n`
}

function zipType({ tail }: Sample): Sniffed {
  const names = namesInZip(tail)
  if (/vbaProject\.bin|xl\/macrosheets\//i.test(names)) return { kind: 'refused', why: 'macro' }
  if (!names.includes('\n[Content_Types].xml\n')) return { kind: 'type', mediaType: 'application/zip' }
  if (names.includes('\nxl/workbook.xml\n'))
    return { kind: 'type', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
  if (names.includes('\nword/document.xml\n'))
    return { kind: 'type', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }
  return { kind: 'type', mediaType: 'application/zip' }
}

const markup = /<(!doctype|html|head|body|script|svg|iframe|object|embed|math|\?xml|!entity|!\[cdata\[|hta:)/i

/** UTF-16 by its mark, UTF-8 and Shift_JIS by holding no control bytes. */
function textOf(head: Uint8Array): string | undefined {
  if (startsWith(head, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(head)
  if (startsWith(head, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(head)
  const hasControls = head.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b)
  return hasControls ? undefined : latin1(head)
}

function textType(head: Uint8Array): Sniffed {
  const text = textOf(head)
  if (text === undefined) return { kind: 'refused', why: 'unknown' }
  return markup.test(text) ? { kind: 'refused', why: 'web-page' } : { kind: 'type', mediaType: 'text/plain' }
}

/** The type by the bytes alone; what the sender says does not count. */
export function sniffType(sample: Sample): Sniffed {
  const { head } = sample
  if (head.length === 0) return { kind: 'refused', why: 'unknown' }
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46, 0x2d])) return { kind: 'type', mediaType: 'application/pdf' }
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return { kind: 'type', mediaType: 'image/png' }
  if (startsWith(head, [0xff, 0xd8, 0xff])) return { kind: 'type', mediaType: 'image/jpeg' }
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return zipType(sample)
  if (startsWith(head, oldOffice)) return { kind: 'refused', why: 'old-office' }
  if (programs.some((magic) => startsWith(head, magic))) return { kind: 'refused', why: 'program' }
  return textType(head)
}

const endings: Readonly<Record<MediaType, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/zip': ['zip'],
  'text/plain': ['txt', 'log', 'tsv'],
  'text/csv': ['csv'],
}

export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** The type, settled by bytes and name together; undefined when the name promises something else than the bytes are. */
export function settleType(sniffed: MediaType, name: string): MediaType | undefined {
  const ending = endingOf(name)
  if (sniffed === 'text/plain' && endings['text/csv'].includes(ending)) return 'text/csv'
  return endings[sniffed].includes(ending) ? sniffed : undefined
}
