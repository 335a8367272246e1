import { Buffer } from 'node:buffer'
import { canonicalJson } from '@mimamori/domain'
import { sha256 } from '../paper/check-number.ts'
import type { Copy, Frozen, Paper } from '../paper/index.ts'
import type { Signature } from './signer.ts'
import { type ArchiveFile, sortedByPath } from './zip-write.ts'

export const manifestPath = 'manifest.json'
export const signaturesPath = 'manifest.sig.json'
export const contentPath = 'content.json'
const format = 'mimamori-pack/1'
const signaturesFormat = 'mimamori-signatures/1'

export interface ManifestFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** Everything that the pack consists of and was made from. The files named are all but this one and its signatures. */
export interface Manifest {
  readonly format: typeof format
  readonly kind: Paper['kind']
  readonly copy: Copy
  readonly lang: Paper['lang']
  readonly title: string
  readonly facility: string
  readonly frozen: Frozen
  readonly contentSha256: string
  readonly checkNumber: string
  /** Fingerprints of those who signed: a signature that was taken away is missed. */
  readonly signedBy: readonly string[]
  readonly files: readonly ManifestFile[]
}

export function manifestOf(
  paper: Paper,
  made: { contentSha256: string; checkNumber: string; signedBy: readonly string[] },
  files: readonly ArchiveFile[],
): Manifest {
  return {
    format,
    kind: paper.kind,
    copy: paper.copy ?? 'on-site',
    lang: paper.lang,
    title: paper.title,
    facility: paper.facility,
    frozen: paper.frozen,
    ...made,
    files: sortedByPath(files).map((file) => ({ path: file.path, bytes: file.bytes.length, sha256: sha256(file.bytes) })),
  }
}

export function manifestBytes(manifest: Manifest): Uint8Array {
  return jsonFile(manifest)
}

export function signaturesBytes(signatures: readonly Signature[]): Uint8Array {
  return jsonFile({ format: signaturesFormat, signatures })
}

/** JSON as it lies in the ZIP, for people to read as well. */
function jsonFile(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`)
}

/** True if these bytes are the manifest of a paper with these contents: nothing in it is left to whoever writes it. */
export function isManifestOf(bytes: Uint8Array, content: Uint8Array, files: readonly ArchiveFile[]): boolean {
  const value = parsed(bytes)
  const paper = parsed(content)
  const read = readManifest(bytes)
  if (!read || typeof paper !== 'object' || paper === null || !('frozen' in paper)) return false
  const { contentSha256, checkNumber, signedBy } = read
  const expected = manifestOf(paper as Paper, { contentSha256, checkNumber, signedBy }, files) // only copied from, and compared
  return canonicalJson(value) === canonicalJson(expected) && Buffer.from(jsonFile(value)).equals(bytes)
}

/** What `verify` needs of a manifest, or undefined for bytes that are none. */
export interface ReadManifest {
  readonly files: readonly ManifestFile[]
  readonly contentSha256: string
  readonly checkNumber: string
  readonly signedBy: readonly string[]
  readonly madeAt: string
}

export function readManifest(bytes: Uint8Array): ReadManifest | undefined {
  const value = parsed(bytes)
  if (typeof value !== 'object' || value === null) return undefined
  const { format: written, files, contentSha256, checkNumber, signedBy, frozen } = value as Record<string, unknown> // looked at field by field below
  if (written !== format || !isHash(contentSha256) || typeof checkNumber !== 'string' || !Array.isArray(files)) return undefined
  if (!Array.isArray(signedBy) || !signedBy.every((one) => typeof one === 'string')) return undefined
  if (typeof frozen !== 'object' || frozen === null || !('madeAt' in frozen) || typeof frozen.madeAt !== 'string') return undefined
  const read = files.map(readFile)
  if (!read.every((file) => file !== undefined) || new Set(read.map((file) => file.path)).size < read.length) return undefined
  return { files: read, contentSha256, checkNumber, signedBy, madeAt: frozen.madeAt }
}

function readFile(value: unknown): ManifestFile | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { path, bytes, sha256: hash } = value as Record<string, unknown> // looked at field by field below
  return typeof path === 'string' && typeof bytes === 'number' && isHash(hash) ? { path, bytes, sha256: hash } : undefined
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
