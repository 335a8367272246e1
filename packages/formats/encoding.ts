import iconv from 'iconv-lite'
import { type ByteSource, byteSource, type FileInput } from './bytes.ts'
import { userError } from './errors.ts'

/** `cp932` is Shift_JIS as Windows writes it, with 髙 﨑 ① ㈱. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp932' | 'euc-jp'

export const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (BE)',
  cp932: 'Shift_JIS',
  'euc-jp': 'EUC-JP',
}

/** A way to read a file, with its first three lines as they would look. */
export interface Try {
  readonly encoding: Encoding
  readonly preview: readonly string[]
}

/** `garbled`: no encoding fits; a person chooses from `tries`, best first. */
export type Detected =
  | { readonly kind: 'encoding'; readonly encoding: Encoding; readonly bom: boolean }
  | { readonly kind: 'garbled'; readonly tries: readonly Try[] }

/** Which encoding a whole file is in, by its mark, else by which one reads it without a fault. */
export async function detectEncoding(source: ByteSource): Promise<Detected> {
  const head = await source.head(4096)
  const marked = byMark(head)
  if (marked && marked !== 'utf-8') return { kind: 'encoding', encoding: marked, bom: true }
  const unmarked16 = byZeros(head)
  if (unmarked16) return { kind: 'encoding', encoding: unmarked16, bom: false }
  const utf8 = await sampleOfUtf8(source)
  if (utf8 !== undefined && (marked || !isMojibake(utf8))) return { kind: 'encoding', encoding: 'utf-8', bom: marked !== undefined }
  const cp932 = await faultsOf(source, 'cp932')
  const isReadable = !isMojibake(cp932.sample) && !isMostlyHalfWidth(cp932.sample)
  if (utf8 === undefined && !marked && cp932.faults === 0 && isReadable) return { kind: 'encoding', encoding: 'cp932', bom: false }
  return { kind: 'garbled', tries: await triesOf(source) }
}

/** Text of EUC-JP read as Shift_JIS turns into half-width kana. */
function isMostlyHalfWidth(text: string): boolean {
  const half = text.match(/[\uff61-\uff9f]/g)?.length ?? 0
  const japanese = text.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0
  return half > 4 && half > japanese
}

function byMark(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined
}

/** UTF-16 without a mark has a zero byte in every separator and digit, always on the same side. */
function byZeros(head: Uint8Array): Encoding | undefined {
  const [even = 0, odd = 0] = [0, 1].map((side) => head.filter((byte, at) => byte === 0 && at % 2 === side).length)
  if (even + odd < 4 || (even > 0 && odd > 0)) return undefined
  return even > 0 ? 'utf-16be' : 'utf-16le'
}

/** The beginning of a file whose every byte is UTF-8, else undefined. */
async function sampleOfUtf8(source: ByteSource): Promise<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let sample = ''
  try {
    for await (const part of source.chunks()) {
      const text = decoder.decode(part, { stream: true })
      if (sample.length < 20_000) sample += text
    }
    return sample + decoder.decode()
  } catch {
    return undefined
  }
}

async function faultsOf(source: ByteSource, encoding: Encoding): Promise<{ faults: number; sample: string }> {
  let faults = 0
  let sample = ''
  for await (const text of decoded(source, encoding)) {
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) faults++
    if (sample.length < 20_000) sample += text
  }
  return { faults, sample: sample.slice(0, 20_000) }
}

/** UTF-8 once read as Shift_JIS and saved so: written as Shift_JIS again, its bytes are UTF-8, which those of real Japanese never are. */
export function isMojibake(text: string): boolean {
  const back = iconv.decode(iconv.encode(text.slice(0, 5000), 'cp932'), 'utf-8')
  const japanese = back.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0
  const faults = back.match(/\ufffd/g)?.length ?? 0
  return japanese >= 4 && japanese * 3 > faults
}

async function triesOf(source: ByteSource): Promise<readonly Try[]> {
  const head = Buffer.from(await source.head(4096))
  const tries = (['cp932', 'utf-8', 'euc-jp'] as const).map((encoding) => ({ encoding, text: iconv.decode(head, encoding) }))
  const ranked = tries.map((one) => ({ ...one, bad: badness(one.text) })).sort((a, b) => a.bad - b.bad)
  return ranked.map(({ encoding, text }) => ({ encoding, preview: previewOf(text) }))
}

function badness(text: string): number {
  const faults = text.match(/\ufffd/g)?.length ?? 0
  return faults + (isMojibake(text) ? 1000 : 0) + (isMostlyHalfWidth(text) ? 500 : 0)
}

function previewOf(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .slice(0, 3)
    .map((line) => [...line].slice(0, 40).join(''))
}

/** The text of a file piece by piece, without its mark; a byte that is no text becomes U+FFFD. */
export async function* decoded(source: ByteSource, encoding: Encoding): AsyncIterable<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true })
  for await (const part of source.chunks()) {
    const text = decoder.write(Buffer.from(part.buffer, part.byteOffset, part.byteLength))
    if (text !== '') yield text
  }
  const rest = decoder.end()
  if (rest) yield rest
}

/** The same of a file by its path or bytes, for the screen that shows the previews. */
export async function detectFileEncoding(input: FileInput, maxBytes: number): Promise<Detected> {
  return detectEncoding(await byteSource(input, { maxBytes }))
}

/** ISO-2022-JP switches its alphabets by escape sequences of seven-bit text; no other encoding of an office has them. */
function isJis(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString('latin1')
  return ['$@', '$B', '(B', '(J'].some((alphabet) => text.includes(`\u{1b}${alphabet}`))
}

/** The encoding that a person named, or the detected one; stops with previews when none fits. */
export async function encodingOf(source: ByteSource, named?: Encoding): Promise<Encoding> {
  if (named) return named
  if (isJis(await source.head(4096))) throw userError('text/old-code', { file: source.name })
  const detected = await detectEncoding(source)
  if (detected.kind === 'encoding') return detected.encoding
  const best = detected.tries[0]?.encoding ?? 'cp932'
  throw userError('text/garbled', { file: source.name }, { encoding: encodingNames[best] })
}

/** The whole text of a file in whichever encoding it was saved. */
export async function readText(input: FileInput, options: { readonly maxBytes: number }): Promise<string> {
  const source = await byteSource(input, options)
  let text = ''
  for await (const part of decoded(source, await encodingOf(source))) text += part
  return text
}

/** A character that CP932 lacks, at which place of the text, and one that looks alike. */
export interface OutsideCp932 {
  readonly char: string
  readonly at: number
  readonly twin?: string
}

const twins: Readonly<Record<string, string>> = {
  '¥': '￥',
  '〜': '～',
  '−': '－',
  '‖': '∥',
  '—': '―',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
  '–': '-',
  '•': '・',
  '✓': 'レ',
  '✔': 'レ',
  '✕': '×',
  '✖': '×',
  '◯': '○',
}

/** The characters of a text that CP932 cannot write. */
export function outsideCp932(text: string): readonly OutsideCp932[] {
  const found: OutsideCp932[] = []
  let at = 0
  for (const char of text) {
    if (iconv.decode(iconv.encode(char, 'cp932'), 'cp932') !== char) {
      const twin = twins[char]
      found.push({ char, at, ...(twin !== undefined && { twin }) })
    }
    at += char.length
  }
  return found
}

/** A text as bytes; for `cp932` every character must be in it, which `outsideCp932` tells beforehand. */
export function encodeText(text: string, encoding: 'utf-8' | 'cp932', options: { readonly bom?: boolean } = {}): Uint8Array {
  return iconv.encode(text, encoding, { addBOM: options.bom ?? false })
}
