import type { Advisory, Remedy } from '@mimamori/matching'
import type { XmlAttributes } from '../../xml-steps.ts'
import { cveOf, dayOf, hasJapanese, linksOf, present, textOf } from '../fields.ts'
import { lackingRecord, nameless } from '../json/records.ts'
import { lacks } from '../lacks.ts'
import { type ScoreRead, scoreOf } from '../scores.ts'
import type { Feed, FeedItem } from '../types.ts'
import { childOf, childrenOf, type XmlElement, xmlItemsOf } from '../xml.ts'
import { jvnCondition } from './product.ts'
import { jvnId } from './rss.ts'
import { aboutOfStatus } from './status.ts'

const mostTitle = 300

/** VULDEF 3.2: the file of a year (72 MB for 2022) or an answer of getVulnDetailInfo. Seen on parts of the real files of 2021 to 2023. */
export async function* readJvnDetail(feed: Feed): AsyncIterable<FeedItem> {
  let status: XmlAttributes | undefined
  yield* xmlItemsOf(feed, {
    records: ['Vulinfo'],
    read: (record) => [itemOf(record, feed)],
    outside: (name, attributes) => {
      if (name === 'Status') status = attributes
    },
  })
  const told = aboutOfStatus(status, feed)
  if (told) yield told
}

function itemOf(record: XmlElement, feed: Feed): FeedItem {
  const data = childOf(record, 'VulinfoData')
  const id = jvnId(childOf(record, 'VulinfoID')?.text)
  const title = textOf(childOf(data, 'Title')?.text, mostTitle)
  if (id === undefined || !data)
    return { kind: 'problem', problem: lackingRecord(feed, { record: id ?? title ?? nameless, what: lacks('id').what }) }
  const products = childrenOf(childOf(data, 'Affected'), 'AffectedItem').map(productOf)
  const scores = childrenOf(childOf(data, 'Impact'), 'Cvss').map(scoreIn)
  const related = childrenOf(childOf(data, 'Related'), 'RelatedItem')
  const advisory = present<Advisory>({
    id,
    feed: 'jvn',
    cves: [...new Set(related.flatMap((item) => cveOf(childOf(item, 'VulinfoID')?.text) ?? []))],
    title: title ?? id,
    titleLang: title !== undefined && !hasJapanese(title) ? 'en' : 'ja',
    publishedOn: dayOf(childOf(data, 'DateFirstPublished')?.text),
    modifiedOn: dayOf(childOf(data, 'DateLastUpdated')?.text),
    withdrawn: undefined,
    conditions: products.flatMap(({ condition }) => condition ?? []),
    unparsed: [...products.flatMap((one) => one.unparsed), ...scores.flatMap((one) => (one.kind === 'unparsed' ? [one.unparsed] : []))],
    scores: scores.flatMap((one) => (one.kind === 'score' ? [one.score] : [])),
    decision: undefined,
    remedies: childrenOf(childOf(data, 'Solution'), 'SolutionItem').flatMap(remedyOf),
    links: linksOf(related.flatMap((item) => childOf(item, 'URL')?.text.trim() ?? [])),
  })
  return { kind: 'advisory', advisory }
}

function productOf(item: XmlElement) {
  return jvnCondition({
    vendor: childOf(item, 'Name')?.text,
    product: childOf(item, 'ProductName')?.text,
    cpe: childOf(item, 'Cpe')?.text,
    versions: childrenOf(item, 'VersionNumber').map(({ text }) => text),
  })
}

/** NOTE: a version of CVSS that nobody knew when this was written must not stop a year of records. */
function scoreIn(cvss: XmlElement): ScoreRead {
  return scoreOf({
    version: cvss.attributes.version ?? '',
    base: childOf(cvss, 'Base')?.text,
    vector: textOf(childOf(cvss, 'Vector')?.text, 300),
    from: 'JVN',
  })
}

function remedyOf(item: XmlElement): readonly Remedy[] {
  const text = textOf(childOf(item, 'Description')?.text)
  return text === undefined ? [] : [{ kind: 'fix', text }]
}
