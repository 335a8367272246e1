import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import type { XlsxLimits } from './limits.ts'
import { Stop } from './stop.ts'

/** The parts of a workbook by name, opened one after the other under the limits on size. */
export interface Package {
  readonly names: readonly string[]
  readonly read: (name: string) => AsyncIterable<Uint8Array>
  readonly close: () => void
}

interface Opened {
  readonly zip: yauzl.ZipFile
  readonly entries: ReadonlyMap<string, yauzl.Entry>
}

/** Opens the list of parts. What a part claims to be too large for is refused here, what it hides while it is read. */
export async function openPackage(from: { readonly path?: string; readonly bytes?: Uint8Array }, limits: XlsxLimits): Promise<Package> {
  const { zip, entries } = await listEntries(from)
  const claimed = [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (claimed > limits.maxUnpackedBytes) throw tooLarge(limits)
  const budget = { left: limits.maxUnpackedBytes }
  return {
    names: [...entries.keys()],
    read: (name) => readPart({ zip, entries }, name, { limits, budget }),
    close: () => zip.close(),
  }
}

function tooLarge(limits: XlsxLimits): Stop {
  return new Stop({ code: 'excel/too-large-inside', values: { limit: `${Math.round(limits.maxUnpackedBytes / (1024 * 1024))} MB` } })
}

async function listEntries(from: { readonly path?: string; readonly bytes?: Uint8Array }): Promise<Opened> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    const opened = (error: Error | null, file: yauzl.ZipFile) => (error ? reject(error) : resolve(file))
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }
    if (from.path !== undefined) yauzl.open(from.path, options, opened)
    else yauzl.fromBuffer(Buffer.from(from.bytes ?? []), options, opened)
  }).catch((error: unknown) => {
    throw new Stop({ code: 'excel/truncated', values: {} }, { cause: error })
  })
  const entries = new Map<string, yauzl.Entry>()
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.set(entry.fileName.replace(/^\//, ''), entry)
      if (entries.size > 5000) reject(new Stop({ code: 'excel/damaged', values: { part: 'ZIP' } }))
      else zip.readEntry()
    })
    zip.on('end', resolve)
    zip.on('error', reject)
    zip.readEntry()
  }).catch((error: unknown) => {
    throw error instanceof Stop ? error : new Stop({ code: 'excel/truncated', values: {} }, { cause: error })
  })
  return { zip, entries }
}

interface Counting {
  readonly limits: XlsxLimits
  readonly budget: { left: number }
}

async function* readPart({ zip, entries }: Opened, name: string, { limits, budget }: Counting): AsyncIterable<Uint8Array> {
  const entry = entries.get(name)
  if (!entry) throw new Stop({ code: 'excel/damaged', values: { part: name } })
  if (entry.isEncrypted()) throw new Stop({ code: 'excel/password', values: {} })
  const stream = await openEntry(zip, entry)
  let sum = 0
  let size = 0
  try {
    for await (const piece of stream) {
      const part = piece as Uint8Array // a stream of a ZIP entry gives bytes
      size += part.length
      budget.left -= part.length
      if (budget.left < 0) throw tooLarge(limits)
      if (size > limits.ratioFromBytes && size > entry.compressedSize * limits.maxRatio)
        throw new Stop({ code: 'excel/too-compressed', values: { part: name, ratio: limits.maxRatio } })
      sum = crc32(part, sum)
      yield part
    }
  } catch (error) {
    throw error instanceof Stop ? error : damaged(name, error)
  } finally {
    stream.destroy()
  }
  if (sum !== entry.crc32) throw damaged(name)
}

function damaged(part: string, cause?: unknown): Stop {
  return new Stop({ code: 'excel/damaged', values: { part } }, { cause })
}

function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(damaged(entry.fileName, error)) : resolve(stream)))
  })
}
