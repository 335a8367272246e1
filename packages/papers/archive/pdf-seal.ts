import { canonicalJson } from '@mimamori/domain'
import { checkNumberOf, sha256 } from '../paper/check-number.ts'
import { readSignature, type Signature, type Signer, signatureOf } from './signer.ts'

const mark = '%MIMAMORI-SEAL '
const format = 'mimamori-pdf/1'

/** What a PDF says of itself: the hash of all its other bytes and of the contents that it was made from. */
export interface PdfSeal {
  readonly format: typeof format
  /** Of the file without the line of the seal, followed by the hash of the contents. */
  readonly sha256: string
  readonly bytes: number
  readonly contentSha256: string
  readonly checkNumber: string
  /** Fingerprints of those who signed: a signature that was cut away is missed. */
  readonly signedBy: readonly string[]
}

export interface SealedPdf {
  readonly seal: PdfSeal
  readonly signatures: readonly Signature[]
  /** The file without the line of the seal. */
  readonly rest: Uint8Array
  /** Whether the line stands where it was put: a line that was moved shifts the offsets of the file. */
  readonly atEnd: boolean
  /** The bytes that a signature is of. */
  readonly signed: Uint8Array
}

/**
 * Puts the seal into the PDF as one comment line before the last `startxref`. Readers skip comments, no offset of the
 * cross-reference table moves, and the end of the file stays where strict readers look for it.
 */
export async function sealPdf(
  pdf: Uint8Array,
  content: Pick<PdfSeal, 'contentSha256' | 'checkNumber'>,
  signer?: Signer,
): Promise<Uint8Array> {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const at = file.lastIndexOf('startxref')
  if (at < 0) throw new Error('PDF without startxref')
  const seal: PdfSeal = {
    format,
    sha256: hashOf(file, content.contentSha256),
    bytes: file.length,
    ...content,
    signedBy: signer ? [signer.fingerprint] : [],
  }
  const signatures = signer ? [await signatureOf(signedBytes(seal), signer)] : []
  const line = Buffer.from(`${lineOf({ seal, signatures })}\n`)
  return new Uint8Array(Buffer.concat([file.subarray(0, at), line, file.subarray(at)]))
}

/** The hash that the seal holds; that of the contents belongs to it, since a check number stands for its first letters alone. */
export function hashOf(rest: Uint8Array, contentSha256: string): string {
  return sha256(Buffer.concat([rest, Buffer.from(contentSha256)]))
}

function lineOf(stored: { seal: PdfSeal; signatures: readonly Signature[] }): string {
  return mark + canonicalJson(stored)
}

/** The seal of a PDF; `none` where it has no such line, `bad` where the line cannot be read, holds anything else or stands twice. */
export function readSeal(pdf: Uint8Array): SealedPdf | 'none' | 'bad' {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const from = file.indexOf(`\n${mark}`) + 1
  if (from === 0) return 'none'
  const to = file.indexOf('\n', from)
  if (to < 0 || file.indexOf(`\n${mark}`, to) >= 0) return 'bad'
  const stored = readStored(file.subarray(from + mark.length, to).toString('utf8'))
  if (!stored || !Buffer.from(lineOf(stored)).equals(file.subarray(from, to))) return 'bad'
  const rest = Buffer.concat([file.subarray(0, from), file.subarray(to + 1)])
  return { ...stored, rest, atEnd: rest.lastIndexOf('startxref') === from, signed: signedBytes(stored.seal) }
}

function signedBytes(seal: PdfSeal): Uint8Array {
  return Buffer.from(canonicalJson(seal))
}

function readStored(text: string): { seal: PdfSeal; signatures: readonly Signature[] } | undefined {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || !('seal' in value) || !('signatures' in value)) return undefined
  const seal = sealOf(value.seal)
  if (!seal || !Array.isArray(value.signatures)) return undefined
  const signatures = value.signatures.map(readSignature)
  return signatures.every((one) => one !== undefined) ? { seal, signatures } : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function sealOf(value: unknown): PdfSeal | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { format: written, sha256: hash, bytes, contentSha256, checkNumber, signedBy } = value as Record<string, unknown> // looked at field by field below
  if (written !== format || typeof hash !== 'string' || typeof bytes !== 'number' || typeof checkNumber !== 'string') return undefined
  if (typeof contentSha256 !== 'string' || !/^[0-9a-f]{64}$/.test(contentSha256) || checkNumberOf(contentSha256) !== checkNumber)
    return undefined
  if (!Array.isArray(signedBy) || !signedBy.every((one) => typeof one === 'string')) return undefined
  return { format, sha256: hash, bytes, contentSha256, checkNumber, signedBy }
}
