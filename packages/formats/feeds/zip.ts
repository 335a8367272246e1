import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { type ByteSource, readAll } from '../bytes.ts'
import { problemOfError, UserError, userError } from '../errors.ts'
import { openFeedBytes } from './open.ts'
import type { FeedLimits, FoundFeed } from './types.ts'

/** The feeds in a ZIP, unpacked as they are read; nothing of it is written to the disk, so that a name in it can lead nowhere. */
export async function* openZipFeeds(source: ByteSource, limits: FeedLimits): AsyncIterable<FoundFeed> {
  const zip = await openZip(source)
  try {
    let files = 0
    for await (const entry of entriesOf(zip, source.name)) {
      if (entry.fileName.endsWith('/') || /(?:^|\/)[._]/.test(entry.fileName)) continue
      if (++files > limits.maxFiles) throw userError('feed/too-many-files', { file: source.name }, { limit: limits.maxFiles })
      yield await feedOf(entry, { zip, file: source.name, limits })
    }
  } finally {
    zip.close()
  }
}

async function openZip(source: ByteSource): Promise<yauzl.ZipFile> {
  const options = { lazyEntries: true, validateEntrySizes: true, autoClose: false }
  const bytes = source.path === undefined ? Buffer.from(await readAll(source)) : undefined
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: yauzl.ZipFile) => (error ? reject(refused(source.name, error)) : resolve(zip))
    if (bytes) yauzl.fromBuffer(bytes, options, done)
    else yauzl.open(source.path ?? '', options, done)
  })
}

function refused(file: string, cause: unknown): UserError {
  return userError('feed/zip', { file }, {}, { cause })
}

/** The entries as they are asked for: their list alone may be long. */
async function* entriesOf(zip: yauzl.ZipFile, file: string): AsyncIterable<yauzl.Entry> {
  for (;;) {
    const entry = await new Promise<yauzl.Entry | undefined>((resolve, reject) => {
      zip.removeAllListeners()
      zip.once('entry', resolve)
      zip.once('end', () => resolve(undefined))
      zip.once('error', (error: Error) => reject(refused(file, error)))
      zip.readEntry()
    })
    if (!entry) return
    yield entry
  }
}

interface Within {
  readonly zip: yauzl.ZipFile
  readonly file: string
  readonly limits: FeedLimits
}

async function feedOf(entry: yauzl.Entry, { zip, file, limits }: Within): Promise<FoundFeed> {
  const name = `${file}/${entry.fileName}`
  try {
    const stream = await streamOf(entry, { zip, name })
    return { kind: 'feed', feed: await openFeedBytes(bytesOf(stream, name), { name, limits }) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { kind: 'unread', problem: problemOfError(error) }
  }
}

function streamOf(entry: yauzl.Entry, { zip, name }: { readonly zip: yauzl.ZipFile; readonly name: string }): Promise<Readable> {
  return new Promise((resolve, reject) => {
    if (entry.isEncrypted()) reject(refused(name, undefined))
    else zip.openReadStream(entry, (error, stream) => (error ? reject(refused(name, error)) : resolve(stream)))
  })
}

async function* bytesOf(stream: Readable, name: string): AsyncIterable<Uint8Array> {
  try {
    for await (const piece of stream) yield piece as Uint8Array // a stream of a ZIP entry gives bytes
  } catch (error) {
    throw error instanceof UserError ? error : refused(name, error)
  }
}
