import { byteSource, type FileInput } from '../bytes.ts'
import { problem, userError } from '../errors.ts'
import { openBytes } from './bytes.ts'
import { readCsaf } from './csaf/read.ts'
import { readCve5 } from './cve5/read.ts'
import { readEndOfLifeCsv, readEndOfLifeJson } from './end-of-life.ts'
import { readEpss } from './epss.ts'
import { readJvnDetail } from './jvn/detail.ts'
import { readJvnProducts } from './jvn/products.ts'
import { readJvnRss } from './jvn/rss.ts'
import { readKev } from './kev.ts'
import { readNvd, readNvd11 } from './nvd/read.ts'
import { recogniseFeed } from './recognise.ts'
import { type Feed, type FeedItem, type FeedKind, type FeedLimits, type FeedReader, feedLimits, type OpenFeed } from './types.ts'

const readers: Readonly<Record<FeedKind, FeedReader>> = {
  kev: readKev,
  epss: readEpss,
  cve5: readCve5,
  nvd: readNvd,
  'nvd-1.1': readNvd11,
  'jvn-rss': readJvnRss,
  'jvn-detail': readJvnDetail,
  'jvn-products': readJvnProducts,
  csaf: readCsaf,
  'end-of-life-csv': readEndOfLifeCsv,
  'end-of-life-json': readEndOfLifeJson,
}

export interface FeedOptions {
  /** Name for messages: a path within a folder, or the address that it came from. */
  readonly name?: string
  readonly limits?: Partial<FeedLimits>
}

/** Opens one file, packed with gzip or not, by what is in it. Folders and ZIP files: `openFeeds`. */
export async function openFeed(input: FileInput, options: FeedOptions = {}): Promise<OpenFeed> {
  const limits = { ...feedLimits, ...options.limits }
  const source = await byteSource(input, { maxBytes: limits.maxBytes, ...(options.name !== undefined && { name: options.name }) })
  return openFeedBytes(source.chunks(), { ...options, name: source.name })
}

/** The same of bytes as they arrive. Nothing is kept but the record that is being read. */
export async function openFeedBytes(bytes: AsyncIterable<Uint8Array>, options: FeedOptions & { readonly name: string }): Promise<OpenFeed> {
  const { name: file } = options
  const feed = await openBytes(bytes, { file, limits: { ...feedLimits, ...options.limits } })
  const kind = recogniseFeed(feed.head, file)
  if (kind === undefined) {
    await letGo(feed)
    throw userError('feed/unknown-format', { file })
  }
  return { file, kind, items: counted(readers[kind](feed), { feed, kind }) }
}

/** Ends what the beginning was read from, so that no file stays open. */
async function letGo({ chunks }: Feed): Promise<void> {
  await chunks[Symbol.asyncIterator]().return?.()
}

/** Lists that say how many records they have, all of them in one file. */
const announcing: ReadonlySet<FeedKind> = new Set(['kev', 'nvd-1.1'])

/** The items, and at the end whether there were any, and as many as the feed says of itself. */
async function* counted(
  items: AsyncIterable<FeedItem>,
  { feed, kind }: { readonly feed: Feed; readonly kind: FeedKind },
): AsyncIterable<FeedItem> {
  let announced: number | undefined
  for await (const item of items) {
    if (item.kind === 'about') announced = item.about.announced
    yield item
  }
  const place = { file: feed.file }
  const count = feed.progress.records
  if (count === 0 && announced !== 0) yield { kind: 'problem', problem: problem('feed/no-records', place) }
  else if (announcing.has(kind) && announced !== undefined && announced !== count)
    yield { kind: 'problem', problem: problem('feed/count-differs', place, { announced, count }) }
}
