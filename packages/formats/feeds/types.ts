import type { Advisory, EndOfLife, ExploitPrediction, JvnProduct, KnownExploited } from '@mimamori/matching'
import type { Problem } from '../errors.ts'

/** Feeds by how they are written. `nvd` is version 2.0; `jvn-rss` and `jvn-detail` are also the answers of MyJVN. */
export type FeedKind =
  | 'kev'
  | 'epss'
  | 'cve5'
  | 'nvd'
  | 'nvd-1.1'
  | 'jvn-rss'
  | 'jvn-detail'
  | 'jvn-products'
  | 'csaf'
  | 'end-of-life-csv'
  | 'end-of-life-json'

export interface FeedLimits {
  /** Of the file as it lies there. */
  readonly maxBytes: number
  /** Of what comes out of it when it is packed. */
  readonly maxUnpackedBytes: number
  /** One record; a larger one is passed over and told. */
  readonly maxRecordBytes: number
  /** Objects, lists or elements inside each other. */
  readonly maxDepth: number
  /** Files in a folder or a ZIP. */
  readonly maxFiles: number
}

const gigabyte = 1024 * 1024 * 1024

/** All records of CVE in one file have some 4 GB. */
export const feedLimits: FeedLimits = {
  maxBytes: 4 * gigabyte,
  maxUnpackedBytes: 16 * gigabyte,
  maxRecordBytes: 16 * 1024 * 1024,
  maxDepth: 100,
  maxFiles: 1_000_000,
}

/** What a feed says of itself. */
export interface FeedAbout {
  /** Day or instant of its making, as it writes it. */
  readonly asOf?: string
  /** How many records it should have; an answer of an interface may be a page of more. */
  readonly announced?: number
}

/** One thing that a feed says; what it says of itself comes once, where it stands. */
export type FeedItem =
  | { readonly kind: 'advisory'; readonly advisory: Advisory }
  | { readonly kind: 'known-exploited'; readonly knownExploited: KnownExploited }
  | { readonly kind: 'prediction'; readonly prediction: ExploitPrediction }
  | { readonly kind: 'end-of-life'; readonly endOfLife: EndOfLife }
  | { readonly kind: 'jvn-product'; readonly product: JvnProduct }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'about'; readonly about: FeedAbout }

/** A feed on its way through a reader. */
export interface Feed {
  readonly file: string
  /** The beginning, unpacked. */
  readonly head: Uint8Array
  /** All of it, unpacked; may be gone through once. */
  readonly chunks: AsyncIterable<Uint8Array>
  readonly limits: FeedLimits
  /** How far reading has come; for messages. */
  readonly progress: { records: number }
}

export type FeedReader = (feed: Feed) => AsyncIterable<FeedItem>

/**
 * A feed that was recognised. Its items come as they are asked for; a record that cannot be read is a problem among them, and
 * reading stops with an error where the feed itself is damaged: what came before is good, and the caller decides about it.
 */
export interface OpenFeed {
  readonly file: string
  readonly kind: FeedKind
  readonly items: AsyncIterable<FeedItem>
}

/** A file of a folder or ZIP: a feed, or why it is none. */
export type FoundFeed = { readonly kind: 'feed'; readonly feed: OpenFeed } | { readonly kind: 'unread'; readonly problem: Problem }
