import type { FeedKind } from './types.ts'

/** The kind of a feed by its first bytes, unpacked; of its name only what the bytes cannot tell counts. Undefined when nothing fits. */
export function recogniseFeed(head: Uint8Array, name: string): FeedKind | undefined {
  const text = new TextDecoder('utf-8').decode(head).trimStart()
  if (text.startsWith('<')) return kindOfXml(text)
  if (/^[{[]/.test(text)) return kindOfJson(text, name)
  return kindOfLines(text)
}

function kindOfXml(text: string): FeedKind | undefined {
  const root = /<(?:[\w.-]+:)?(VULDEF-Document|RDF|Result)\b[^>]*/.exec(text)
  if (root?.[1] === 'VULDEF-Document') return 'jvn-detail'
  if (root?.[1] === 'Result') return root[0].includes('jvndb.jvn.jp') ? 'jvn-products' : undefined
  return root && /jvn\.jp\/rss|purl\.org\/rss/.test(root[0]) ? 'jvn-rss' : undefined
}

/** Signs of each kind; the first that is found counts. A key may stand late where a program sorts its keys. */
const signs: readonly (readonly [FeedKind, RegExp])[] = [
  ['nvd-1.1', /"CVE_(?:Items|data_(?:type|format|version|numberOfCVEs|timestamp))"\s*:/],
  ['kev', /"catalogVersion"\s*:|"knownRansomwareCampaignUse"\s*:/],
  ['nvd', /"resultsPerPage"\s*:|"format"\s*:\s*"NVD_CVE"|"vulnerabilities"\s*:\s*\[\s*\{\s*"cve"\s*:\s*\{/],
  ['csaf', /"csaf_version"\s*:|"product_tree"\s*:/],
  ['cve5', /"dataType"\s*:\s*"CVE_RECORD"|"cveMetadata"\s*:/],
  ['end-of-life-json', /"cycle"\s*:|"eolFrom"\s*:|"isEol"\s*:/],
]

function kindOfJson(text: string, name: string): FeedKind | undefined {
  const found = signs.find(([, sign]) => sign.test(text))?.[0]
  return found ?? (/^(?:.*\/)?CVE-\d{4}-\d+\.json/i.test(name) && text.includes('"containers"') ? 'cve5' : undefined)
}

function kindOfLines(text: string): FeedKind | undefined {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/, 20)
  if (/^#\s*model_version\b/.test(lines[0] ?? '')) return 'epss'
  if (lines.some((line) => /^cve[,;]epss[,;]percentile\b/i.test(line) || epssLine.test(line))) return 'epss'
  return lines.some(isEndOfLifeHeading) ? 'end-of-life-csv' : undefined
}

const epssLine = /^CVE-\d{4}-\d{4,19}[,;]\d(?:\.\d+)?(?:e-\d+)?[,;]\d(?:\.\d+)?(?:e-\d+)?\s*$/i

function isEndOfLifeHeading(line: string): boolean {
  const cells = new Set(line.split(/[,;\t]/).map((cell) => cell.replace(/^"|"$/g, '').trim().toLowerCase()))
  return (cells.has('product') && cells.has('ends_on')) || (cells.has('製品') && cells.has('終了日'))
}
