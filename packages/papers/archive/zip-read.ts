import { Buffer } from 'node:buffer'
import yauzl from 'yauzl'
import type { ArchiveFile } from './zip-write.ts'

/** Bounds of what is read from a file that somebody else gives us. */
export interface ReadLimits {
  readonly files: number
  readonly bytes: number
  /** Most bytes that one packed byte may turn into, once a file is larger than a megabyte. */
  readonly ratio: number
}

export const usualReadLimits: ReadLimits = { files: 10_000, bytes: 1_073_741_824, ratio: 200 }

export interface ZipProblem {
  readonly code: 'cut' | 'too-large' | 'bad-name' | 'duplicate-name'
  readonly path?: string
}

export interface ReadZip {
  readonly files: readonly ArchiveFile[]
  readonly problems: readonly ZipProblem[]
}

const smallEnoughForAnyRatio = 1_048_576

/** Every file of a ZIP, within limits; what cannot or must not be read is told. Never throws. */
export async function readZip(bytes: Uint8Array, limits: ReadLimits = usualReadLimits): Promise<ReadZip> {
  const files = new Map<string, ArchiveFile>()
  const problems: ZipProblem[] = []
  try {
    const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    if (zip.entryCount > limits.files) return { files: [], problems: [{ code: 'too-large' }] }
    let left = limits.bytes
    for await (const entry of entriesOf(zip)) {
      const name = nameOf(entry)
      if (name === undefined) problems.push({ code: 'bad-name', path: shownName(entry) })
      else if (name.endsWith('/')) continue
      else if (files.has(name) || hasOtherCase(files, name)) problems.push({ code: 'duplicate-name', path: name })
      else {
        const content = await contentOf(zip, entry, Math.min(left, boundOf(entry, limits)))
        left -= content.length
        files.set(name, { path: name, bytes: content })
      }
    }
  } catch (error) {
    problems.push({ code: error instanceof TooLarge ? 'too-large' : 'cut' })
  }
  return { files: [...files.values()], problems }
}

class TooLarge extends Error {}

function boundOf(entry: yauzl.Entry, limits: ReadLimits): number {
  return Math.max(smallEnoughForAnyRatio, entry.compressedSize * limits.ratio)
}

function open(buffer: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(error)
      else resolve(zip)
    })
  })
}

async function* entriesOf(zip: yauzl.ZipFile): AsyncGenerator<yauzl.Entry> {
  for (;;) {
    const entry = await nextEntry(zip)
    if (!entry) return
    yield entry
  }
}

function nextEntry(zip: yauzl.ZipFile): Promise<yauzl.Entry | undefined> {
  return new Promise((resolve, reject) => {
    const done = (settle: () => void) => {
      zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error')
      settle()
    }
    zip.on('entry', (entry: yauzl.Entry) => done(() => resolve(entry)))
    zip.on('end', () => done(() => resolve(undefined)))
    zip.on('error', (error: Error) => done(() => reject(error)))
    zip.readEntry()
  })
}

/** Characters that lead out of a folder, to another drive or to another name than the one shown. */
const badInName = /[\p{Cc}\p{Cf}\\:*?"<>|]/u
const symbolicLink = 0o120000
const longestName = 400

/** The name of an entry, or undefined for one that must not be used. */
function nameOf(entry: yauzl.Entry): string | undefined {
  const bytes = nameBytes(entry)
  const name = bytes.toString('utf8')
  const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === symbolicLink
  return isLink || !Buffer.from(name).equals(bytes) || !isSafePath(name) ? undefined : name
}

/** NOTE: with `decodeStrings: false` the name is the bytes of the file, whatever the types say. */
function nameBytes(entry: yauzl.Entry): Buffer {
  const raw: unknown = entry.fileName
  return Buffer.isBuffer(raw) ? raw : Buffer.from(String(raw))
}

/** The name as it can be told: without characters that would change what stands around it. */
function shownName(entry: yauzl.Entry): string {
  return nameBytes(entry)
    .toString('utf8')
    .replace(/[\p{Cc}\p{Cf}]/gu, '?')
    .slice(0, longestName)
}

/** True for a relative path that stays inside the folder it is unpacked into, on every system. */
export function isSafePath(path: string): boolean {
  if (path === '' || path.length > longestName || badInName.test(path) || path.startsWith('/')) return false
  const parts = path.replace(/\/$/, '').split('/')
  return parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[. ]$/.test(part))
}

function hasOtherCase(files: ReadonlyMap<string, unknown>, name: string): boolean {
  const lower = name.toLowerCase()
  return [...files.keys()].some((other) => other.toLowerCase() === lower)
}

function contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (entry.uncompressedSize > limit) {
      reject(new TooLarge())
      return
    }
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error)
        return
      }
      const chunks: Buffer[] = []
      let length = 0
      stream.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > limit) stream.destroy(new TooLarge())
        else chunks.push(chunk)
      })
      stream.on('error', reject)
      stream.on('end', () => resolve(Buffer.concat(chunks)))
    })
  })
}
