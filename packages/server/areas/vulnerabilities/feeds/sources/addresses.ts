import type { FeedName } from '@mimamori/domain'
import type { Interface } from './interfaces.ts'

/** One file that a feed, or a part of it, is fetched from. */
export interface Source {
  readonly feed: FeedName
  readonly address: string
  /** Between two looks. */
  readonly everyHours: number
  /** Where its publisher tells the print of the file: in a small file of its own, or in a list of all files. */
  readonly prints?: { readonly kind: 'nvd-meta' | 'jvn-list'; readonly address: string }
}

export interface FeedSettings {
  readonly feeds: readonly FeedName[]
  readonly feedUrls: readonly { readonly feed: FeedName; readonly address: string }[]
  /** Publishers that are asked for changes, beside their files. */
  readonly feedApis?: readonly Interface[]
  readonly nvdKey?: string | undefined
  /** Between two questions to them; what they ask for where absent. */
  readonly pauseMs?: number
}

const day = 24
const week = 7 * day
const firstYearOf = { nvd: 2002, jvn: 1998 } as const

/** NOTE: addresses of the publishers as they are known to us; where one has moved, MIMAMORI_FEED_URLS names the new one. */
const kev = 'https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json'
const epss = 'https://epss.empiricalsecurity.com/epss_scores-current.csv.gz'
const nvd = 'https://nvd.nist.gov/feeds/json/cve/2.0/nvdcve-2.0-'
const jvn = 'https://jvndb.jvn.jp/ja/feed/detail/jvndb_detail_'

/** What is looked at for the feeds of the settings, in this order; addresses of the settings stand in for ours. */
export function sourcesOf({ feeds, feedUrls }: FeedSettings, year: number): readonly Source[] {
  return feeds.flatMap((feed) => {
    const named = feedUrls.filter((one) => one.feed === feed)
    return (named.length > 0 ? named.map(({ address }) => ({ feed, address, everyHours: 3 })) : usual(feed, year)).map(withPrints)
  })
}

/** Years change seldom: what is new stands in the file of changes of the last eight days. */
function usual(feed: FeedName, year: number): readonly Source[] {
  if (feed === 'kev') return [{ feed, address: kev, everyHours: 3 }]
  if (feed === 'epss') return [{ feed, address: epss, everyHours: 6 }]
  if (feed === 'nvd')
    return [
      ...years(firstYearOf.nvd, year).map((one) => ({ feed, address: `${nvd}${one}.json.gz`, everyHours: week })),
      { feed, address: `${nvd}modified.json.gz`, everyHours: 3 },
    ]
  if (feed === 'jvn') return years(firstYearOf.jvn, year).map((one) => ({ feed, address: `${jvn}${one}.rdf`, everyHours: 12 }))
  return []
}

function years(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}

function withPrints(source: Source): Source {
  const url = new URL(source.address)
  if (source.feed === 'nvd' && url.pathname.endsWith('.json.gz'))
    return { ...source, prints: { kind: 'nvd-meta', address: source.address.replace(/\.json\.gz$/, '.meta') } }
  if (source.feed === 'jvn' && url.pathname.endsWith('.rdf'))
    return { ...source, prints: { kind: 'jvn-list', address: new URL('/ja/feed/checksum.txt', url).href } }
  return source
}
