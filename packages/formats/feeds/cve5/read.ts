import type { Advisory, Remedy } from '@mimamori/matching'
import { cveOf, dayOf, hasJapanese, type JsonObject, linksOf, objectOf, objectsOf, present, textOf } from '../fields.ts'
import { jsonItemsOf, type RecordRead } from '../json/records.ts'
import { lacks } from '../lacks.ts'
import type { Feed, FeedItem } from '../types.ts'
import { affectedOf } from './affected.ts'
import { decisionOf, scoresOf } from './metrics.ts'

/**
 * CVE records in JSON 5.x, with what others added to them (ADP containers, among them CISA's decision points): one record, a
 * list, or one record a line. Seen on 500 real ones of 5.1.
 */
export function readCve5(feed: Feed): AsyncIterable<FeedItem> {
  return jsonItemsOf(feed, { read: readRecord })
}

const mostTitle = 300

function readRecord(record: JsonObject): RecordRead {
  const about = objectOf(record.cveMetadata)
  const cve = cveOf(about?.cveId)
  if (!about || cve === undefined) return lacks('cve')
  const containers = objectOf(record.containers)
  const cna = objectOf(containers?.cna) ?? {}
  const adps = objectsOf(containers?.adp)
  const affected = affectedOf(cna, adps)
  const scores = scoresOf([cna, ...adps])
  const title = textOf(cna.title, mostTitle) ?? descriptionOf(cna) ?? cve
  const advisory = present<Advisory>({
    id: cve,
    feed: 'cve5',
    cves: [cve],
    title,
    titleLang: hasJapanese(title) ? 'ja' : 'en',
    publishedOn: dayOf(about.datePublished),
    modifiedOn: dayOf(about.dateUpdated),
    withdrawn: textOf(about.state)?.toUpperCase() === 'REJECTED' ? true : undefined,
    conditions: affected.conditions,
    unparsed: [...affected.unparsed, ...scores.unparsed],
    scores: scores.scores,
    decision: decisionOf(adps),
    remedies: [...remediesOf('fix', cna.solutions), ...remediesOf('workaround', cna.workarounds)],
    links: linksOf([cna, ...adps].flatMap((one) => objectsOf(one.references).map(({ url }) => url))),
  })
  return { kind: 'items', items: [{ kind: 'advisory', advisory }] }
}

function descriptionOf(cna: JsonObject): string | undefined {
  const descriptions = [...objectsOf(cna.descriptions), ...objectsOf(cna.rejectedReasons)]
  const english = descriptions.find(({ lang }) => typeof lang === 'string' && lang.toLowerCase().startsWith('en'))
  return textOf((english ?? descriptions[0])?.value, mostTitle)
}

function remediesOf(kind: Remedy['kind'], said: unknown): readonly Remedy[] {
  return objectsOf(said).flatMap(({ value }) => {
    const text = textOf(value)
    return text === undefined ? [] : [{ kind, text }]
  })
}
