import type { Text } from '@mimamori/domain'
import { sizeInWords } from '../../bytes.ts'
import { type Problem, problem, userError } from '../../errors.ts'
import { type JsonObject, objectOf } from '../fields.ts'
import type { Feed, FeedItem } from '../types.ts'
import { lineCuts } from './lines.ts'
import { type Cut, newSplitter } from './split.ts'

/** What a record is, or what it lacks so that it can be one. */
export type RecordRead =
  | { readonly kind: 'items'; readonly items: readonly FeedItem[]; readonly lacking?: readonly Lacking[] }
  | { readonly kind: 'lacks'; readonly what: Text }

/** A part of a record that lacks something, by its name. */
export interface Lacking {
  readonly record: string | Text
  readonly what: Text
}

export interface JsonFeed {
  /** Name of the list of records in the outer object; without it each outermost object is one. */
  readonly list?: string
  readonly read: (record: JsonObject, file: string) => RecordRead
  /** What the outer object says of the feed, after its last record. */
  readonly about?: (outer: JsonObject) => FeedItem | undefined
}

/** The items of a feed in JSON, record by record. One that is broken, too large or of another form is told, and the next one is read. */
export async function* jsonItemsOf(feed: Feed, { list, read, about }: JsonFeed): AsyncIterable<FeedItem> {
  const splitter = newSplitter({ ...(list !== undefined && { list }), ...feed.limits })
  for await (const cut of list === undefined && isLines(feed) ? lineCuts(feed) : cutsOf(feed, splitter)) {
    feed.progress.records++
    yield* itemsOf(cut, feed, read)
  }
  if (!splitter.isWhole()) throw userError('feed/truncated', { file: feed.file }, { count: feed.progress.records })
  if (list === undefined) return
  const told = about?.(outerOf(splitter.outside(), feed))
  if (told) yield told
}

async function* cutsOf(feed: Feed, splitter: ReturnType<typeof newSplitter>): AsyncIterable<Cut> {
  for await (const piece of feed.chunks) yield* splitter.feed(piece)
}

/** One record a line: the first line is a whole object, and so begins the next; or the name says so. */
function isLines({ head, file }: Feed): boolean {
  if (/\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(file)) return true
  const end = head.indexOf(0x0a)
  if (end < 0) return false
  const line = Buffer.from(head.subarray(0, end)).toString().trim()
  const next = Buffer.from(head.subarray(end)).toString().trimStart()
  return line.startsWith('{') && line.endsWith('}') && next.startsWith('{')
}

function itemsOf(cut: Cut, feed: Feed, read: JsonFeed['read']): readonly FeedItem[] {
  if (!('bytes' in cut)) return [problemItem(cutProblem(cut.kind, feed))]
  const parsed = cut.kind === 'broken' ? brokenOf(cut.bytes) : parse(cut.bytes)
  if (parsed.kind === 'broken') return [problemItem(brokenRecord(feed, parsed))]
  const { value } = parsed
  const found = read(value, feed.file)
  if (found.kind === 'items') return [...found.items, ...(found.lacking ?? []).map((one) => problemItem(lackingRecord(feed, one)))]
  const record = idOf(Buffer.from(cut.bytes.subarray(0, 4096)).toString())
  return [problemItem(lackingRecord(feed, { record, what: found.what }))]
}

function problemItem(told: Problem): FeedItem {
  return { kind: 'problem', problem: told }
}

/** Why a record was let go. */
export function cutProblem(kind: Exclude<Cut['kind'], 'record' | 'broken'>, { file, limits, progress }: Feed): Problem {
  const place = { file, row: progress.records }
  if (kind === 'too-large')
    return problem('feed/large-record', place, { count: progress.records, limit: sizeInWords(limits.maxRecordBytes) })
  if (kind === 'too-deep') return problem('feed/deep-record', place, { count: progress.records, limit: limits.maxDepth })
  return problem('feed/no-object', place)
}

interface Broken {
  readonly kind: 'broken'
  readonly record: string | Text
}

const fatal = new TextDecoder('utf-8', { fatal: true })

function parse(bytes: Uint8Array): { readonly kind: 'parsed'; readonly value: JsonObject } | Broken {
  try {
    const value = objectOf(JSON.parse(fatal.decode(bytes)))
    return value ? { kind: 'parsed', value } : { kind: 'broken', record: nameless }
  } catch {
    return brokenOf(bytes)
  }
}

function brokenOf(bytes: Uint8Array): Broken {
  return { kind: 'broken', record: idOf(Buffer.from(bytes.subarray(0, 4096)).toString()) }
}

export const nameless: Text = { ja: '番号が読めない記録', en: 'a record whose number cannot be read' }

/** The number of a record as far as its beginning shows one. */
function idOf(text: string): string | Text {
  return /"(?:cveID|cveId|ID|id|tracking_id|cycle)"\s*:\s*"([^"\\]{1,60})"/.exec(text)?.[1] ?? nameless
}

function brokenRecord({ file, progress }: Feed, { record }: Broken): Problem {
  return problem('feed/broken-record', { file, row: progress.records }, { count: progress.records, record })
}

/** A record that lacks what makes it one. */
export function lackingRecord({ file, progress }: Feed, { record, what }: Lacking): Problem {
  return problem('feed/lacking-record', { file, row: progress.records }, { count: progress.records, record, what })
}

function outerOf(bytes: Uint8Array, { file, progress }: Feed): JsonObject {
  try {
    return objectOf(JSON.parse(fatal.decode(bytes))) ?? {}
  } catch (error) {
    throw userError('feed/damaged', { file }, { count: progress.records }, { cause: error })
  }
}
