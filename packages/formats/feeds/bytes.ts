import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { sizeInWords } from '../bytes.ts'
import { UserError, userError } from '../errors.ts'
import type { Feed, FeedLimits } from './types.ts'

const headBytes = 64 * 1024

/** A feed with its beginning looked at: unpacked when it is packed with gzip, and UTF-16 turned into UTF-8. */
export async function openBytes(bytes: AsyncIterable<Uint8Array>, options: { file: string; limits: FeedLimits }): Promise<Feed> {
  const progress = { records: 0 }
  const from: From = { ...options, progress }
  const packed = await peeked(bytes, 2)
  const isGzip = packed.head[0] === 0x1f && packed.head[1] === 0x8b
  const plain = await peeked(within(isGzip ? unpacked(packed.chunks, from) : packed.chunks, from), headBytes)
  if (plain.head.length === 0) throw userError('file/empty', { file: options.file })
  const utf16 = utf16Of(plain.head)
  if (utf16 === undefined) return { ...from, ...plain }
  return { ...from, ...(await peeked(asUtf8(plain.chunks, utf16), headBytes)) }
}

interface From {
  readonly file: string
  readonly limits: FeedLimits
  readonly progress: { records: number }
}

/** The first bytes, and all of them to go through once. What stops the reading of them is thrown when it is reached. */
async function peeked(bytes: AsyncIterable<Uint8Array>, length: number): Promise<Pick<Feed, 'head' | 'chunks'>> {
  const rest = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  let stopped: Error | undefined
  while (size < length && stopped === undefined) {
    const next = await rest.next().catch((error: unknown) => {
      if (size === 0 || !(error instanceof Error)) throw error
      stopped = error
      return undefined
    })
    if (!next || next.done) break
    if (next.value.length > 0) first.push(next.value)
    size += next.value.length
  }
  return { head: Buffer.concat(first).subarray(0, length), chunks: again(first, rest, stopped) }
}

async function* again(first: Uint8Array[], rest: AsyncIterator<Uint8Array>, stopped: Error | undefined): AsyncIterable<Uint8Array> {
  try {
    for (let piece = first.shift(); piece; piece = first.shift()) yield piece
    if (stopped) throw stopped
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

async function* unpacked(bytes: AsyncIterable<Uint8Array>, from: From): AsyncIterable<Uint8Array> {
  const source = Readable.from(bytes, { objectMode: false })
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  try {
    for await (const piece of source.pipe(gunzip)) yield piece as Uint8Array // gunzip gives bytes
  } catch (error) {
    if (error instanceof UserError) throw error
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (typeof code !== 'string' || !code.startsWith('Z_')) throw error
    const isShort = code === 'Z_BUF_ERROR'
    throw userError(isShort ? 'feed/truncated' : 'feed/damaged', { file: from.file }, { count: from.progress.records }, { cause: error })
  } finally {
    gunzip.destroy()
    source.destroy()
  }
}

async function* within(bytes: AsyncIterable<Uint8Array>, { file, limits }: From): AsyncIterable<Uint8Array> {
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size > limits.maxUnpackedBytes) throw userError('feed/too-large-inside', { file }, { limit: sizeInWords(limits.maxUnpackedBytes) })
    yield piece
  }
}

/** As PowerShell writes what is redirected to a file. */
function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined
}

async function* asUtf8(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncIterable<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of bytes) yield Buffer.from(decoder.decode(piece, { stream: true }))
  yield Buffer.from(decoder.decode())
}

/** The text of a feed piece by piece; stops where a byte is no text of its encoding. */
export async function* textOfFeed(feed: Feed, encoding = 'utf-8'): AsyncIterable<string> {
  const decoder = newDecoder(feed, encoding)
  for await (const piece of feed.chunks) yield decode(() => decoder.decode(piece, { stream: true }), feed)
  yield decode(() => decoder.decode(), feed)
}

function newDecoder({ file, progress }: Feed, encoding: string) {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch (error) {
    throw userError('feed/wrong-encoding', { file }, { count: progress.records }, { cause: error })
  }
}

function decode(read: () => string, { file, progress }: Feed): string {
  try {
    return read()
  } catch (error) {
    throw userError('feed/wrong-encoding', { file }, { count: progress.records }, { cause: error })
  }
}
