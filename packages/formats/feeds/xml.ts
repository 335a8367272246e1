import { sizeInWords } from '../bytes.ts'
import { userError } from '../errors.ts'
import { type XmlAttributes, type XmlFault, xmlSteps } from '../xml-steps.ts'
import { textOfFeed } from './bytes.ts'
import { cutProblem } from './json/records.ts'
import type { Feed, FeedItem, FeedLimits } from './types.ts'

/** An element that has been read as a whole: what it holds, by local names in the order of the file. */
export interface XmlElement {
  readonly name: string
  readonly attributes: XmlAttributes
  readonly children: readonly XmlElement[]
  readonly text: string
}

export interface XmlFeed {
  /** Local name of the elements that are given out as a whole, one after the other. */
  readonly records: readonly string[]
  readonly read: (record: XmlElement) => Iterable<FeedItem>
  /** An element outside of records as it opens. */
  readonly outside?: (name: string, attributes: XmlAttributes) => void
}

interface Building {
  readonly name: string
  readonly attributes: XmlAttributes
  readonly children: XmlElement[]
  text: string
}

/** A record as a whole, or why it was let go. */
type Found = XmlElement | 'too-large' | 'too-deep'

interface Reading {
  /** The record that is being read, from it down to the element that is open. */
  readonly open: Building[]
  readonly found: Found[]
  readonly limits: FeedLimits
  depth: number
  size: number
  fault: 'too-large' | 'too-deep' | undefined
}

const codes = {
  damaged: 'feed/damaged',
  forbidden: 'feed/forbidden-xml',
  truncated: 'feed/truncated',
  'too-long': 'feed/large-entry',
} as const satisfies Record<XmlFault, string>

/** The items of a feed in XML, record by record; no entity is ever expanded. A record that is too large or too deep is told and let go. */
export async function* xmlItemsOf(feed: Feed, { records, read, outside }: XmlFeed): AsyncIterable<FeedItem> {
  const { file, limits, progress } = feed
  const reading: Reading = { open: [], found: [], limits, depth: 0, size: 0, fault: undefined }
  const values = () => ({ count: progress.records, limit: sizeInWords(limits.maxRecordBytes) })
  const steps = xmlSteps(textOfFeed(feed, encodingOf(feed)), {
    handlers: {
      open: (name, attributes) => opened(reading, { name: localName(name), attributes, records, outside }),
      text: (text) => added(reading, text),
      close: () => closed(reading),
    },
    maxItemCharacters: limits.maxRecordBytes,
    errorOf: (fault, cause) => userError(codes[fault], { file }, values(), { cause }),
  })
  for await (const _ of steps) {
    for (const record of reading.found.splice(0)) {
      progress.records++
      if (typeof record === 'string') yield { kind: 'problem', problem: cutProblem(record, feed) }
      else yield* read(record)
    }
    if (reading.depth > limits.maxDepth * 10) throw userError('feed/damaged', { file }, values())
  }
}

interface Opened {
  readonly name: string
  readonly attributes: XmlAttributes
  readonly records: readonly string[]
  readonly outside: XmlFeed['outside']
}

/** What an element without anything in it takes in memory, about: a record of millions of those is a large one. */
const bytesOfElement = 64

function opened(reading: Reading, { name, attributes, records, outside }: Opened): void {
  reading.depth++
  if (reading.open.length === 0 && !records.includes(name)) {
    outside?.(name, attributes)
    return
  }
  if (reading.open.length >= reading.limits.maxDepth) reading.fault ??= 'too-deep'
  reading.open.push({ name, attributes, children: [], text: '' })
  grow(
    reading,
    Object.values(attributes).reduce((size, value) => size + value.length, name.length + bytesOfElement),
  )
}

function added(reading: Reading, text: string): void {
  const element = reading.open.at(-1)
  if (!element || text.trim() === '') return
  grow(reading, text.length)
  if (!reading.fault) element.text += text
}

/** Counts what a record holds; one with a fault keeps nothing. */
function grow(reading: Reading, by: number): void {
  reading.size += by
  if (reading.size > reading.limits.maxRecordBytes) reading.fault ??= 'too-large'
  if (reading.fault) for (const element of reading.open.slice(0, 1)) element.children.length = 0
}

function closed(reading: Reading): void {
  reading.depth--
  const element = reading.open.pop()
  if (!element) return
  const parent = reading.open.at(-1)
  if (parent) {
    if (!reading.fault) parent.children.push(element)
    return
  }
  reading.found.push(reading.fault ?? element)
  reading.size = 0
  reading.fault = undefined
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The encoding that the head of the XML names; UTF-16 has been turned into UTF-8 already. */
function encodingOf({ head }: Feed): string {
  const named = /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(Buffer.from(head.subarray(0, 300)).toString('latin1'))?.[1]
  return named === undefined || /^utf-?16/i.test(named) ? 'utf-8' : named
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}
