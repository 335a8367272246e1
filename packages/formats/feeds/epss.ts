import { textOfFeed } from './bytes.ts'
import { cveOf } from './fields.ts'
import { lackingRecord } from './json/records.ts'
import { lacks } from './lacks.ts'
import type { Feed, FeedItem } from './types.ts'

const mostLine = 1000

/** EPSS of FIRST: a line for each CVE, after a comment and headings that older copies lack; parted by commas or semicolons. */
export async function* readEpss(feed: Feed): AsyncIterable<FeedItem> {
  let rest = ''
  for await (const piece of textOfFeed(feed)) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield* itemsOf(line, feed)
    if (rest.length > mostLine) rest = rest.slice(0, mostLine)
  }
  yield* itemsOf(rest, feed)
}

function* itemsOf(raw: string, feed: Feed): Iterable<FeedItem> {
  const line = raw.trim()
  if (line === '') return
  if (line.startsWith('#')) {
    const asOf = /score_date:\s*([\dT:+.Z-]+)/.exec(line)?.[1]
    if (asOf !== undefined) yield { kind: 'about', about: { asOf } }
    return
  }
  const [first = '', second = '', third = ''] = line.slice(0, mostLine).split(line.includes(';') ? ';' : ',')
  if (feed.progress.records === 0 && /^"?cve"?$/i.test(first)) return
  feed.progress.records++
  const cve = cveOf(unquoted(first))
  const [probability, percentile] = [shareOf(unquoted(second)), shareOf(unquoted(third))]
  if (cve === undefined) yield { kind: 'problem', problem: lackingRecord(feed, { record: first, what: lacks('cve').what }) }
  else if (probability === undefined || percentile === undefined)
    yield { kind: 'problem', problem: lackingRecord(feed, { record: cve, what: lacks('share').what }) }
  else yield { kind: 'prediction', prediction: { cve, probability, percentile } }
}

function unquoted(text: string): string {
  return text.trim().replace(/^"(.*)"$/, '$1')
}

function shareOf(text: string): number | undefined {
  const value = /^\d(?:\.\d+)?(?:e-?\d+)?$/i.test(text) ? Number(text) : Number.NaN
  return value >= 0 && value <= 1 ? value : undefined
}
