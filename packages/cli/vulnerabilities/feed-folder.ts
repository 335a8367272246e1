import type { InstalledProduct, KnownProduct } from '@mimamori/domain'
import { type FeedItem, type FeedKind, type OpenFeed, openFeeds, type Problem, problemOfError, UserError } from '@mimamori/formats'
import {
  type Advisory,
  type Beside,
  criterionReader,
  fleetOf,
  groupsOf,
  type JvnProduct,
  type KnownExploited,
  type ProductBook,
  productBook,
  type Unparsed,
} from '@mimamori/matching'

/** What a folder of feeds has of one kind. */
export interface FeedTotal {
  readonly kind: FeedKind
  readonly files: number
  readonly records: number
  /** The newest of what its files, or else their records, say of themselves. */
  readonly asOf?: string
}

export interface UnparsedPart extends Unparsed {
  readonly advisory: string
  /** The record names a product that is installed here. */
  readonly here: boolean
}

/** Feeds as far as they concern what is installed; of the rest only numbers and what could not be read. */
export interface FeedsRead {
  readonly book: ProductBook
  readonly advisories: readonly Advisory[]
  readonly beside: Beside
  readonly feeds: readonly FeedTotal[]
  readonly unparsed: readonly UnparsedPart[]
  /** Files of the folder that are no feeds. */
  readonly skipped: readonly Problem[]
  readonly problems: readonly Problem[]
  /** A feed could not be read to its end. */
  readonly isDamaged: boolean
}

interface Reading {
  readonly totals: Map<FeedKind, FeedTotal>
  readonly skipped: Problem[]
  readonly problems: Problem[]
  isDamaged: boolean
}

export interface FeedsAsked {
  readonly installed: readonly InstalledProduct[]
  readonly products: readonly KnownProduct[]
  /** Records of this group alone are kept, whatever products they name. */
  readonly group?: string
}

/** Lists of names and of CVEs, which are needed before the first advisory can be judged. */
const lists: ReadonlySet<FeedKind> = new Set(['kev', 'epss', 'jvn-products', 'end-of-life-csv', 'end-of-life-json'])

/**
 * Reads a folder, a ZIP or one file. NOTE: twice, as the names of products may lie behind the advisories that need them; advisories of
 * products that nobody has are let go at once, so that memory grows with what is installed and not with the feeds.
 */
export async function readFeeds(path: string, { installed, products, group }: FeedsAsked): Promise<FeedsRead> {
  const reading: Reading = { totals: new Map(), skipped: [], problems: [], isDamaged: false }
  const { jvn, beside } = await readLists(path, reading)
  const book = productBook(products, jvn)
  const wanted = new Set(fleetOf(installed, book).pairs.flatMap(({ keys }) => keys))
  const reader = criterionReader(book)
  const [advisories, unparsed]: [Advisory[], UnparsedPart[]] = [[], []]
  for await (const feed of feedsIn(path, undefined))
    if (!lists.has(feed.kind))
      for await (const item of itemsOf(feed, reading)) {
        if (item.kind !== 'advisory') continue
        const { advisory } = item
        const here = reader
          .weakKeysOf(advisory)
          .values()
          .some((key) => wanted.has(key))
        unparsed.push(...advisory.unparsed.map((part) => ({ advisory: advisory.id, ...part, here })))
        if (group === undefined ? here : groupsOf(advisory).includes(group) || advisory.id === group) advisories.push(advisory)
      }
  return { book, advisories, beside, feeds: [...reading.totals.values()], unparsed, ...reading }
}

interface Lists {
  readonly jvn: readonly JvnProduct[]
  readonly beside: Beside
}

async function readLists(path: string, reading: Reading): Promise<Lists> {
  const jvn: JvnProduct[] = []
  const knownExploited = new Map<string, KnownExploited>()
  const predictions = new Map<string, number>()
  for await (const feed of feedsIn(path, reading)) {
    if (!lists.has(feed.kind)) {
      await letGo(feed)
      continue
    }
    for await (const item of itemsOf(feed, reading)) {
      if (item.kind === 'jvn-product') jvn.push(item.product)
      else if (item.kind === 'known-exploited') knownExploited.set(item.knownExploited.cve, item.knownExploited)
      else if (item.kind === 'prediction') predictions.set(item.prediction.cve, item.prediction.probability)
    }
  }
  return { jvn, beside: { knownExploited, predictions } }
}

/** `reading`: told of files that are no feeds; once is enough. */
async function* feedsIn(path: string, reading: Reading | undefined): AsyncIterable<OpenFeed> {
  for await (const found of openFeeds(path)) {
    if (found.kind === 'feed') yield found.feed
    else if (found.problem.code === 'feed/unknown-format') reading?.skipped.push(found.problem)
    else if (reading) {
      reading.problems.push(found.problem)
      reading.isDamaged = true
    }
  }
}

/** Opened once more when its turn comes: begun, so that its end closes the file. */
async function letGo({ items }: OpenFeed): Promise<void> {
  const begun = items[Symbol.asyncIterator]()
  await begun.next().catch(() => undefined)
  await begun.return?.()
}

/** The items of a feed, counted; what stops it is a problem, and what came before is good. */
async function* itemsOf(feed: OpenFeed, reading: Reading): AsyncIterable<FeedItem> {
  const before = reading.totals.get(feed.kind)
  let [records, told, newest]: [number, string | undefined, string | undefined] = [0, undefined, undefined]
  try {
    for await (const item of feed.items) {
      if (item.kind === 'problem') reading.problems.push(item.problem)
      else if (item.kind === 'about') told = item.about.asOf ?? told
      else records += 1
      if (item.kind === 'advisory') newest = later(newest, item.advisory.modifiedOn ?? item.advisory.publishedOn)
      yield item
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    reading.problems.push(problemOfError(error))
    reading.isDamaged = true
  }
  const asOf = later(before?.asOf, told ?? newest)
  const total = { kind: feed.kind, files: (before?.files ?? 0) + 1, records: (before?.records ?? 0) + records }
  reading.totals.set(feed.kind, { ...total, ...(asOf !== undefined && { asOf }) })
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a
}
