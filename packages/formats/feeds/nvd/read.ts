import type { Advisory } from '@mimamori/matching'
import { cveOf, dayOf, type JsonObject, linksOf, objectOf, objectsOf, present, textOf } from '../fields.ts'
import { jsonItemsOf, type RecordRead } from '../json/records.ts'
import { lacks } from '../lacks.ts'
import { readScore, type ScoreRead } from '../scores.ts'
import type { Feed, FeedItem } from '../types.ts'
import { type Configured, configurationsOf, nodesOf } from './configurations.ts'

/** NVD's JSON 2.0, an answer of its interface or a file of a year; from memory of its schema. */
export function readNvd(feed: Feed): AsyncIterable<FeedItem> {
  return jsonItemsOf(feed, {
    list: 'vulnerabilities',
    read: (entry) => readEntry(entry),
    about: (outer) => aboutOf(outer.timestamp, outer.totalResults),
  })
}

/** NVD's JSON 1.1, as mirrors and older tools still keep it. Seen on a real file of 1,664 records. */
export function readNvd11(feed: Feed): AsyncIterable<FeedItem> {
  return jsonItemsOf(feed, {
    list: 'CVE_Items',
    read: (entry) => readItem(entry),
    about: (outer) => aboutOf(outer.CVE_data_timestamp, Number(outer.CVE_data_numberOfCVEs)),
  })
}

function aboutOf(at: unknown, total: unknown): FeedItem {
  const asOf = textOf(at, 40)
  const announced = typeof total === 'number' && Number.isInteger(total) ? total : undefined
  return { kind: 'about', about: { ...(asOf !== undefined && { asOf }), ...(announced !== undefined && { announced }) } }
}

const mostTitle = 300

function readEntry(entry: JsonObject): RecordRead {
  const cve = objectOf(entry.cve) ?? entry
  const id = cveOf(cve.id)
  if (id === undefined) return lacks('cve')
  const metrics = objectOf(cve.metrics) ?? {}
  const scores = Object.entries(metrics).flatMap(([key, list]) =>
    objectsOf(list).map((metric) =>
      readScore(objectOf(metric.cvssData) ?? {}, { version: versionOf(key), from: textOf(metric.source, 100) ?? 'NVD' }),
    ),
  )
  return advisoryOf({
    id,
    title: englishOf(cve.descriptions),
    publishedOn: dayOf(cve.published),
    modifiedOn: dayOf(cve.lastModified),
    isWithdrawn: textOf(cve.vulnStatus)?.toLowerCase() === 'rejected',
    configured: configurationsOf(objectsOf(cve.configurations)),
    scores,
    links: objectsOf(cve.references).map(({ url }) => url),
  })
}

/** `cvssMetricV31` → 3.1. */
function versionOf(key: string): string {
  return key.replace(/^cvssMetricV/, '').replace(/^(\d)(\d)$/, '$1.$2')
}

function readItem(item: JsonObject): RecordRead {
  const cve = objectOf(item.cve) ?? {}
  const id = cveOf(objectOf(cve.CVE_data_meta)?.ID)
  if (id === undefined) return lacks('cve')
  const impact = objectOf(item.impact) ?? {}
  const cvss = [
    ['2.0', objectOf(objectOf(impact.baseMetricV2)?.cvssV2)],
    ['3.1', objectOf(objectOf(impact.baseMetricV3)?.cvssV3)],
  ] as const
  const title = englishOf(objectOf(cve.description)?.description_data)
  return advisoryOf({
    id,
    title,
    publishedOn: dayOf(item.publishedDate),
    modifiedOn: dayOf(item.lastModifiedDate),
    isWithdrawn: title?.startsWith('** REJECT **') === true,
    configured: nodesOf(objectsOf(objectOf(item.configurations)?.nodes)),
    scores: cvss.flatMap(([version, said]) => (said ? [readScore(said, { version, from: 'NVD' })] : [])),
    links: objectsOf(objectOf(cve.references)?.reference_data).map(({ url }) => url),
  })
}

function englishOf(said: unknown): string | undefined {
  const texts = objectsOf(said)
  return textOf((texts.find(({ lang }) => lang === 'en') ?? texts[0])?.value, mostTitle)
}

interface Parts {
  readonly id: string
  readonly title: string | undefined
  readonly publishedOn: string | undefined
  readonly modifiedOn: string | undefined
  readonly isWithdrawn: boolean
  readonly configured: Configured
  readonly scores: readonly ScoreRead[]
  readonly links: readonly unknown[]
}

function advisoryOf({ id, title, publishedOn, modifiedOn, isWithdrawn, configured, scores, links }: Parts): RecordRead {
  const advisory = present<Advisory>({
    id,
    feed: 'nvd',
    cves: [id],
    title: title ?? id,
    titleLang: 'en',
    publishedOn,
    modifiedOn,
    withdrawn: isWithdrawn ? true : undefined,
    conditions: configured.conditions,
    unparsed: [...configured.unparsed, ...scores.flatMap((one) => (one.kind === 'unparsed' ? [one.unparsed] : []))],
    scores: scores.flatMap((one) => (one.kind === 'score' ? [one.score] : [])),
    decision: undefined,
    remedies: [],
    links: linksOf(links),
  })
  return { kind: 'items', items: [{ kind: 'advisory', advisory }] }
}
