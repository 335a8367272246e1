import type { Advisory, Remedy, Unparsed } from '@mimamori/matching'
import { cveOf, dayOf, hasJapanese, type JsonObject, linksOf, objectOf, objectsOf, present, textOf } from '../fields.ts'
import { jsonItemsOf, type RecordRead } from '../json/records.ts'
import { lacks } from '../lacks.ts'
import { readScore } from '../scores.ts'
import type { Feed, FeedItem } from '../types.ts'
import { type CsafProduct, productsOf } from './products.ts'
import { conditionsOf } from './statuses.ts'

/**
 * Advisories of makers in CSAF 2.0, one document or several in a list or in lines; from memory of the standard. Each weakness of a
 * document is an advisory of its own, since each has its own products.
 */
export function readCsaf(feed: Feed): AsyncIterable<FeedItem> {
  return jsonItemsOf(feed, { read: readDocument })
}

const mostTitle = 300

function readDocument(record: JsonObject): RecordRead {
  const document = objectOf(record.document)
  const tracking = objectOf(document?.tracking)
  const number = textOf(tracking?.id, 200)
  const publisher = publisherOf(objectOf(document?.publisher))
  if (!document || !tracking || number === undefined || publisher === undefined) return lacks('document')
  const products = productsOf(objectOf(record.product_tree) ?? {})
  const weaknesses = objectsOf(record.vulnerabilities)
  const head = { document, tracking, publisher, products, id: `${publisher}:${number}` }
  const advisories = weaknesses.map((weakness, at) => {
    const id = weaknesses.length === 1 ? head.id : `${head.id}/${cveOf(weakness.cve) ?? at + 1}`
    return advisoryOf(weakness, { ...head, id })
  })
  return { kind: 'items', items: advisories.map((advisory) => ({ kind: 'advisory', advisory })) }
}

/** The publisher by its own address: `https://psirt.fortinet.com` is `fortinet`; else the first word of its name. */
function publisherOf(publisher: JsonObject | undefined): string | undefined {
  const host = /^https?:\/\/([a-z\d.-]+)/i.exec(textOf(publisher?.namespace, 300) ?? '')?.[1]?.toLowerCase()
  const labels = host?.split('.').slice(0, -1) ?? []
  const named = (labels.length > 1 && secondLevels.has(labels.at(-1) ?? '') ? labels.slice(0, -1) : labels).at(-1)
  const words = textOf(publisher?.name, 200)
    ?.normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}&-]+/u)
  return named ?? words?.find((word) => word !== '')
}

/** Of `co.jp` and the like. */
const secondLevels = new Set(['co', 'com', 'or', 'ne', 'go', 'ac', 'gov', 'org'])

interface Head {
  readonly document: JsonObject
  readonly tracking: JsonObject
  readonly publisher: string
  readonly products: ReadonlyMap<string, CsafProduct>
  readonly id: string
}

function advisoryOf(weakness: JsonObject, { document, tracking, publisher, products, id }: Head): Advisory {
  const cve = cveOf(weakness.cve)
  const affected = conditionsOf(objectOf(weakness.product_status) ?? {}, products)
  const scores = objectsOf(weakness.scores)
    .flatMap((score) => Object.entries(score).filter(([key]) => /^cvss_v/.test(key)))
    .map(([key, said]) => readScore(objectOf(said) ?? {}, { version: key.replace('cvss_v', ''), from: publisher }))
  const unscored = scores.flatMap((score): readonly Unparsed[] => (score.kind === 'unparsed' ? [score.unparsed] : []))
  const title = textOf(weakness.title, mostTitle) ?? textOf(document.title, mostTitle) ?? id
  return present<Advisory>({
    id,
    feed: 'csaf',
    cves: cve === undefined ? [] : [cve],
    title,
    titleLang: hasJapanese(title) ? 'ja' : 'en',
    publishedOn: dayOf(tracking.initial_release_date),
    modifiedOn: dayOf(tracking.current_release_date),
    withdrawn: undefined,
    conditions: affected.conditions,
    unparsed: [...affected.unparsed, ...unscored],
    scores: unique(scores.flatMap((score) => (score.kind === 'score' ? [score.score] : []))),
    decision: undefined,
    remedies: unique(objectsOf(weakness.remediations).flatMap(remedyOf)),
    links: linksOf([document, weakness].flatMap((one) => objectsOf(one.references).map(({ url }) => url))),
  })
}

const remedyKinds: Readonly<Record<string, Remedy['kind']>> = {
  vendor_fix: 'fix',
  optional_patch: 'fix',
  workaround: 'workaround',
  mitigation: 'mitigation',
  none_available: 'no-fix-yet',
  fix_planned: 'no-fix-yet',
  no_fix_planned: 'none-planned',
}

function remedyOf(remediation: JsonObject): readonly Remedy[] {
  const kind = remedyKinds[textOf(remediation.category, 40) ?? '']
  const text = textOf(remediation.details)
  return kind === undefined || text === undefined ? [] : [{ kind, text }]
}

/** The same score or way out stands once for each group of products. */
function unique<T>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()]
}
