import { Buffer } from 'node:buffer'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type ReadLimits, usualReadLimits } from '../archive/zip-read.ts'
import type { ArchiveFile } from '../archive/zip-write.ts'
import { failed, type KnownKey, type Verification } from './report.ts'
import { verifyFiles } from './verify-files.ts'
import { verifyPdf } from './verify-pdf.ts'
import { verifyZip } from './verify-zip.ts'

export interface VerifyOptions {
  /** Keys that the reader trusts, by fingerprint. A signature by any other key is valid or not, but never trusted. */
  readonly known?: readonly KnownKey[]
  readonly limits?: ReadLimits
}

/**
 * Whether a pack is as it was made, and apart from that, who signed it. Takes the bytes of a ZIP or PDF, or the path of
 * one or of an unpacked folder. Never throws: what cannot be read is told.
 */
export async function verify(source: Uint8Array | string, options: VerifyOptions = {}): Promise<Verification> {
  try {
    if (typeof source === 'string') return await verifyPath(source, options)
    return await verifyBytes(source, options)
  } catch {
    return failed('unreadable')
  }
}

async function verifyBytes(bytes: Uint8Array, options: VerifyOptions): Promise<Verification> {
  const known = options.known ?? []
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.startsWith('PK')) return await verifyZip(bytes, known, options.limits ?? usualReadLimits)
  if (start.includes('%PDF-')) return verifyPdf(bytes, known)
  return failed('not-a-pack')
}

async function verifyPath(path: string, options: VerifyOptions): Promise<Verification> {
  const limits = options.limits ?? usualReadLimits
  const what = await stat(path)
  if (!what.isDirectory()) return what.size > limits.bytes ? failed('too-large') : await verifyBytes(await readFile(path), options)
  const files = await readFolder(path, limits)
  return files ? verifyFiles(files, options.known ?? []) : failed('too-large')
}

/** Every file below a folder; links are not followed and count as files of their own name without content. */
async function readFolder(folder: string, limits: ReadLimits): Promise<readonly ArchiveFile[] | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files: ArchiveFile[] = []
  let bytes = 0
  for (const entry of entries) {
    if (entry.isDirectory()) continue
    const path = join(entry.parentPath, entry.name)
    const size = entry.isFile() ? (await stat(path)).size : 0
    bytes += size
    if (files.length >= limits.files || bytes > limits.bytes) return undefined
    const content = entry.isFile() ? await readFile(path) : Buffer.alloc(0)
    files.push({ path: relative(folder, path).split(sep).join('/'), bytes: content })
  }
  return files
}
