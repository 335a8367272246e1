import type { Advisory } from '@mimamori/matching'
import type { XmlAttributes } from '../../xml-steps.ts'
import { cveOf, dayOf, hasJapanese, linksOf, present, textOf } from '../fields.ts'
import { lackingRecord, nameless } from '../json/records.ts'
import { lacks } from '../lacks.ts'
import { scoreOf } from '../scores.ts'
import type { Feed, FeedItem } from '../types.ts'
import { childOf, childrenOf, type XmlElement, xmlItemsOf } from '../xml.ts'
import { jvnCondition } from './product.ts'
import { aboutOfStatus } from './status.ts'

const mostTitle = 300

/**
 * JVNRSS 2.0 as feed or as answer of getVulnOverviewList: products without versions, so that it tells what is new; the versions
 * stand in the detail. Seen on the real feed of 2023-11-02.
 */
export async function* readJvnRss(feed: Feed): AsyncIterable<FeedItem> {
  let asOf: string | undefined
  let status: XmlAttributes | undefined
  yield* xmlItemsOf(feed, {
    records: ['item', 'channel'],
    read: (element) => {
      if (element.name === 'item') return [itemOf(element, feed)]
      feed.progress.records--
      asOf = textOf(childOf(element, 'modified')?.text ?? childOf(element, 'date')?.text, 40)
      return []
    },
    outside: (name, attributes) => {
      if (name === 'Status') status = attributes
    },
  })
  const told = aboutOfStatus(status, feed)
  const announced = told?.kind === 'about' ? told.about : {}
  if (asOf !== undefined || told) yield { kind: 'about', about: { ...(asOf !== undefined && { asOf }), ...announced } }
}

function itemOf(item: XmlElement, feed: Feed): FeedItem {
  const text = (name: string) => childOf(item, name)?.text
  const id = jvnId(text('identifier'))
  if (id === undefined)
    return { kind: 'problem', problem: lackingRecord(feed, { record: textOf(text('title'), 60) ?? nameless, what: lacks('id').what }) }
  const references = childrenOf(item, 'references')
  const products = childrenOf(item, 'cpe').map((cpe) =>
    jvnCondition({ vendor: cpe.attributes.vendor, product: cpe.attributes.product, cpe: cpe.text, versions: [] }),
  )
  const scores = childrenOf(item, 'cvss').map(({ attributes: { version = '', score, vector } }) =>
    scoreOf({ version, base: score, vector: textOf(vector, 300), from: 'JVN' }),
  )
  const title = textOf(text('title'), mostTitle) ?? id
  const advisory = present<Advisory>({
    id,
    feed: 'jvn',
    cves: [...new Set(references.flatMap(({ attributes }) => (attributes.source === 'CVE' ? (cveOf(attributes.id) ?? []) : [])))],
    title,
    titleLang: hasJapanese(title) ? 'ja' : 'en',
    publishedOn: dayOf(text('issued')),
    modifiedOn: dayOf(text('modified')),
    withdrawn: undefined,
    conditions: products.flatMap(({ condition }) => condition ?? []),
    unparsed: [...products.flatMap((one) => one.unparsed), ...scores.flatMap((one) => (one.kind === 'unparsed' ? [one.unparsed] : []))],
    scores: scores.flatMap((one) => (one.kind === 'score' ? [one.score] : [])),
    decision: undefined,
    remedies: [],
    links: linksOf([text('link')?.trim(), ...references.map((one) => one.text.trim())]),
  })
  return { kind: 'advisory', advisory }
}

/** `JVNDB-2024-000037`. */
export function jvnId(text: string | undefined): string | undefined {
  const id = text?.trim().toUpperCase() ?? ''
  return /^JVNDB-\d{4}-\d{4,9}$/.test(id) ? id : undefined
}
