import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import yazl from 'yazl'

export interface UnzipLimits {
  readonly maxFiles: number
  /** Of all files together, unpacked. */
  readonly maxUnpackedBytes: number
  /** Unpacked to packed size, once there is more than a megabyte. */
  readonly maxRatio: number
}

export const unzipLimits: UnzipLimits = { maxFiles: 5000, maxUnpackedBytes: 300 * 1024 * 1024, maxRatio: 200 }

export type Unzipped =
  | { readonly kind: 'unzipped'; readonly names: readonly string[] }
  | { readonly kind: 'refused'; readonly why: 'damaged' | 'too-large' | 'password' | 'bad-name'; readonly name?: string }

type Why = Extract<Unzipped, { kind: 'refused' }>['why']

class Refused extends Error {
  readonly why: Why
  readonly entry: string | undefined

  constructor(why: Why, entry?: string) {
    super(why)
    this.why = why
    this.entry = entry
  }
}

/** Unpacks a ZIP into a new folder under limits that hold while reading, since what a ZIP says of itself may be false. */
export async function unzipInto(bytes: Uint8Array, folder: string, limits: UnzipLimits = unzipLimits): Promise<Unzipped> {
  try {
    const zip = await openZip(bytes)
    const budget = { left: Math.min(limits.maxUnpackedBytes, Math.max(1024 * 1024, bytes.length * limits.maxRatio)) }
    const names: string[] = []
    for (const entry of await listEntries(zip, limits)) {
      const name = safeName(entry.fileName)
      if (name.endsWith(sep)) continue
      const data = await readEntry(zip, entry, budget)
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), data)
      names.push(name)
    }
    return { kind: 'unzipped', names }
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', why: error.why, ...(error.entry !== undefined && { name: error.entry }) }
    throw error
  }
}

function openZip(bytes: Uint8Array): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: false, autoClose: false }
    yauzl.fromBuffer(Buffer.from(bytes), options, (error, zip) => (error ? reject(new Refused('damaged')) : resolve(zip)))
  })
}

function listEntries(zip: yauzl.ZipFile, limits: UnzipLimits): Promise<readonly yauzl.Entry[]> {
  const entries: yauzl.Entry[] = []
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry)
      if (entries.length > limits.maxFiles) reject(new Refused('too-large'))
      else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    // The reader itself refuses names that are absolute, climb or hold backslashes.
    zip.on('error', (error: Error) => reject(new Refused(/path|fileName/.test(error.message) ? 'bad-name' : 'damaged')))
    zip.readEntry()
  })
}

/** NOTE: a name that leads out of the folder is refused and not mended: such a file was made to do harm. */
function safeName(name: string): string {
  const path = normalize(name.replaceAll('\\', '/'))
  if (name.includes('\0') || path.startsWith('/') || /^[a-z]:/i.test(path) || path.split(sep).includes('..'))
    throw new Refused('bad-name', name.slice(0, 80))
  return path
}

async function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, budget: { left: number }): Promise<Buffer> {
  if (entry.isEncrypted()) throw new Refused('password', entry.fileName)
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of await openEntry(zip, entry)) {
      const part = piece as Uint8Array // a stream of a ZIP entry gives bytes
      budget.left -= part.length
      if (budget.left < 0) throw new Refused('too-large', entry.fileName)
      pieces.push(part)
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('damaged', entry.fileName)
  }
  return Buffer.concat(pieces)
}

function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(new Refused('damaged', entry.fileName)) : resolve(stream)))
  })
}

/** A ZIP of these files; every entry carries the same time, so that the same files give the same bytes. */
export async function zipFiles(files: ReadonlyMap<string, Uint8Array | string>, at: Date): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of files) zip.addBuffer(Buffer.from(content as Uint8Array), name, { mtime: at, mode: 0o100644 }) // text becomes UTF-8
  zip.end()
  const pieces: Uint8Array[] = []
  for await (const piece of zip.outputStream) pieces.push(piece as Uint8Array) // a ZIP stream gives bytes
  return Buffer.concat(pieces)
}
