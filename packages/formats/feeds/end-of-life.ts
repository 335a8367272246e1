import type { EndOfLife, ProductReference, VersionRange } from '@mimamori/matching'
import { readCsvTable } from '../csv.ts'
import { cellText, type TableRow } from '../table.ts'
import { foldText } from '../text.ts'
import { readCpe } from './cpe.ts'
import { dayOf, type JsonObject, objectOf, objectsOf, present, textOf } from './fields.ts'
import { jsonItemsOf, type Lacking, lackingRecord, nameless, type RecordRead } from './json/records.ts'
import { lacks } from './lacks.ts'
import type { Feed, FeedItem } from './types.ts'

const headings = {
  vendor: ['vendor', 'メーカー'],
  product: ['product', '製品'],
  cpe: ['cpe', 'CPE'],
  from: ['version_from', '版(から)'],
  before: ['version_before', '版(より前)'],
  endsOn: ['ends_on', '終了日'],
} as const

/** Our own table of ends of support: `vendor,product,cpe,version_from,version_before,ends_on`, or the same headings in Japanese. */
export async function* readEndOfLifeCsv(feed: Feed): AsyncIterable<FeedItem> {
  const { rows } = await readCsvTable({ name: feed.file, bytes: await wholeOf(feed) })
  let columns: ReadonlyMap<string, number> | undefined
  for (const row of rows) {
    const get = columns && ((names: readonly string[]) => textIn(row, columns ?? new Map(), names))
    if (!get) columns = columnsOf(row)
    else if (row.cells.some((_, column) => cellText(row, column) !== '')) {
      feed.progress.records++
      yield itemOf(get, feed)
    }
  }
}

async function wholeOf({ chunks }: Feed): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of chunks) pieces.push(piece)
  return Buffer.concat(pieces)
}

function columnsOf(row: TableRow): ReadonlyMap<string, number> | undefined {
  const columns = new Map(row.cells.map((_, column) => [foldText(cellText(row, column)), column] as const))
  return [headings.product, headings.endsOn].every((names) => names.some((name) => columns.has(foldText(name)))) ? columns : undefined
}

function textIn(row: TableRow, columns: ReadonlyMap<string, number>, names: readonly string[]): string | undefined {
  const column = names.map((name) => columns.get(foldText(name))).find((one) => one !== undefined)
  return column === undefined ? undefined : textOf(cellText(row, column), 300)
}

function itemOf(get: (names: readonly string[]) => string | undefined, feed: Feed): FeedItem {
  const cpe = readCpe(get(headings.cpe) ?? '')
  const product = present<ProductReference>({ cpe: cpe?.name, vendor: get(headings.vendor), product: get(headings.product) })
  const endsOn = dayOf(get(headings.endsOn)?.replaceAll('/', '-'))
  const record = product.product ?? nameless
  if (product.product === undefined && !cpe)
    return { kind: 'problem', problem: lackingRecord(feed, { record, what: lacks('product').what }) }
  if (endsOn === undefined) return { kind: 'problem', problem: lackingRecord(feed, { record, what: lacks('ends-on').what }) }
  const [from, before] = [get(headings.from), get(headings.before)]
  const range: VersionRange = {
    ...(from !== undefined && { from, fromIncluded: true }),
    ...(before !== undefined && { to: before, toIncluded: false }),
  }
  return { kind: 'end-of-life', endOfLife: { product, range, endsOn } }
}

/**
 * Lines of a product as endoflife.date gives them: a list of cycles whose product is the name of the file, or an answer of its
 * newer interface, which names it. From memory of its description. A line without an end is still supported and is passed over.
 */
export function readEndOfLifeJson(feed: Feed): AsyncIterable<FeedItem> {
  return jsonItemsOf(feed, { read: readRecord })
}

function readRecord(record: JsonObject, file: string): RecordRead {
  const result = objectOf(record.result) ?? record
  const releases = objectsOf(result.releases)
  const product = productOf(result, file)
  const ends = (releases.length > 0 ? releases : [record]).map((line) => endOf(line, product))
  return {
    kind: 'items',
    items: ends.flatMap((end) => (end?.kind === 'end' ? [{ kind: 'end-of-life', endOfLife: end.endOfLife }] : [])),
    lacking: ends.flatMap((end) => (end?.kind === 'lacks' ? [{ record: end.record, what: end.what }] : [])),
  }
}

function productOf(result: JsonObject, file: string): ProductReference {
  const cpes = objectsOf(result.identifiers).filter(({ type }) => type === 'cpe')
  const cpe = cpes.flatMap(({ id }) => readCpe(withAllParts(textOf(id, 500) ?? '')) ?? [])[0]
  const base = file.replace(/^.*\//, '').replace(/(?:\.json)?(?:\.gz)?$/i, '')
  return present<ProductReference>({
    cpe: cpe?.name,
    vendor: undefined,
    product: textOf(result.label, 200) ?? textOf(result.name, 200) ?? base,
  })
}

/** The interface names products by the beginning of a CPE name: `cpe:2.3:o:fortinet:fortios`. */
function withAllParts(name: string): string {
  const missing = name.startsWith('cpe:2.3:') ? 13 - name.split(':').length : 0
  return missing > 0 ? name + ':*'.repeat(missing) : name
}

type Ended = { readonly kind: 'end'; readonly endOfLife: EndOfLife } | (Lacking & { readonly kind: 'lacks' })

/** Undefined for a line that has no end yet. */
function endOf(line: JsonObject, product: ProductReference): Ended | undefined {
  const end = line.eol ?? line.eolFrom ?? false
  if (end === false) return undefined
  const cycle = textOf(line.cycle ?? line.name, 60) ?? ''
  const record = [product.product, cycle].join(' ')
  const [endsOn, next] = [dayOf(end), nextLine(cycle)]
  if (endsOn === undefined) return { kind: 'lacks', record, what: lacks('ends-on').what }
  if (next === undefined) return { kind: 'lacks', record, what: lacks('version').what }
  return { kind: 'end', endOfLife: { product, range: { from: cycle, fromIncluded: true, to: next, toIncluded: false }, endsOn } }
}

/** 7.2 → 7.3: all versions of a line lie before the next one. */
function nextLine(cycle: string): string | undefined {
  const [, head = '', last] = /^((?:\d{1,9}\.)*)(\d{1,9})$/.exec(cycle) ?? []
  return last === undefined ? undefined : `${head}${Number(last) + 1}`
}
