import type { Advisory, EndOfLife, JvnProduct } from '@mimamori/matching'
import type { PoolClient } from 'pg'
import { unpacked } from '../record.ts'

/** An advisory with the keys of its weak products, as they are kept. */
export interface KeptAdvisory {
  readonly advisory: Advisory
  readonly keys: readonly string[]
}

interface Id {
  readonly feed: string
  readonly id: string
}

interface Body extends Id {
  readonly keys: string[]
  readonly body: Buffer
}

/** NOTE: a facility has thousands of advisories at most, an installation some 300,000: only their names are held at once. */
const atOnce = 500

async function* bodiesOf(client: PoolClient, ids: readonly Id[]): AsyncIterable<Body> {
  for (let start = 0; start < ids.length; start += atOnce) {
    const page = ids.slice(start, start + atOnce)
    const { rows } = await client.query<Body>(
      `select feed, id, keys, body from feed_record join unnest($1::text[], $2::text[]) as wanted (feed, id) using (feed, id)
       order by feed, id`,
      [page.map(({ feed }) => feed), page.map(({ id }) => id)],
    )
    yield* rows
  }
}

const advisoryFeeds = `feed in ('cve5', 'nvd', 'jvn', 'csaf')`

async function* advisories(client: PoolClient, where: string, values: readonly unknown[]): AsyncIterable<KeptAdvisory> {
  const { rows } = await client.query<Id>(`select feed, id from feed_record where ${advisoryFeeds} and ${where} order by feed, id`, [
    ...values,
  ])
  for await (const { keys, body } of bodiesOf(client, rows)) yield { advisory: unpacked<Advisory>(body), keys }
}

/** Every advisory that names one of these products as weak, by feed and number. */
export function advisoriesOf(client: PoolClient, productKeys: readonly string[]): AsyncIterable<KeptAdvisory> {
  return advisories(client, 'keys && $1', [productKeys])
}

/** Every advisory on one of these weaknesses, whatever product it names; one without a number of CVE is named by its own. */
export function advisoriesOn(client: PoolClient, weaknesses: readonly string[]): AsyncIterable<KeptAdvisory> {
  return advisories(client, `(cves && $1 or (cves = '{}' and id = any ($1)))`, [weaknesses])
}

/** Advisories of which some part could not be read; with keys, those of these products alone. */
export function unreadAdvisories(client: PoolClient, productKeys?: readonly string[]): AsyncIterable<KeptAdvisory> {
  return productKeys === undefined ? advisories(client, 'unread > 0', []) : advisories(client, 'unread > 0 and keys && $1', [productKeys])
}

/** Last days of support of these products. */
export async function endsOfLifeOf(client: PoolClient, productKeys: readonly string[]): Promise<readonly EndOfLife[]> {
  const { rows } = await client.query<{ body: Buffer }>(
    `select body from feed_record where feed = 'end-of-life' and keys && $1 order by id`,
    [productKeys],
  )
  return rows.map(({ body }) => unpacked<EndOfLife>(body))
}

/** The product list of JVN iPedia, some 60,000 small records. */
export async function* jvnProducts(client: PoolClient): AsyncIterable<JvnProduct> {
  const { rows } = await client.query<Id>(`select feed, id from feed_record where feed = 'jvn-products' order by id`)
  for await (const { body } of bodiesOf(client, rows)) yield unpacked<JvnProduct>(body)
}

/** Products that some reading after `run` changed something of, and the reading up to which that is so. */
export async function touchedSince(client: PoolClient, run: number): Promise<{ readonly run: number; readonly keys: ReadonlySet<string> }> {
  const { rows } = await client.query<{ run: number; key: string }>('select run, product_key as key from feed_touched where run > $1', [
    run,
  ])
  return { run: rows.reduce((latest, row) => Math.max(latest, row.run), run), keys: new Set(rows.map(({ key }) => key)) }
}
