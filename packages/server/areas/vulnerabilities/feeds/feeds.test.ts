import { gzipSync } from 'node:zlib'
import type { KnownProduct } from '@mimamori/domain'
import { openFeeds } from '@mimamori/formats'
import { addOrganisation, throwAwayDatabase } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'
import { withoutScope, withScope } from '../../../platform/index.ts'
import {
  advisoriesOf,
  advisoriesOn,
  endsOfLifeOf,
  feedStates,
  keepKeysCurrent,
  knownExploited,
  predictions,
  takeInFeeds,
  touchedSince,
  unreadAdvisories,
} from './index.ts'

const database = await throwAwayDatabase()
const { pool } = database
const ours = await addOrganisation(database)
const parts = { pool, clock: { now: () => new Date('2026-11-20T00:00:00Z') }, products: [] }

const take = (name: string, content: string | Uint8Array) =>
  takeInFeeds(parts, openFeeds({ name, bytes: typeof content === 'string' ? Buffer.from(content) : content }))
const asked = <T>(work: Parameters<typeof withScope<T>>[2]) => withScope(pool, ours, work, { readOnly: true })
const stateOf = async (feed: string) => (await asked(feedStates)).find((one) => one.feed === feed)

async function listed<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

const idsOf = (...keys: string[]) => asked(async (client) => (await listed(advisoriesOf(client, keys))).map(({ advisory }) => advisory.id))
const touchedAfter = (run: number) => asked((client) => touchedSince(client, run))

interface Cve {
  readonly id: string
  readonly product: string
  readonly below: string
  readonly updated: string
}

function cve5({ id, product, below, updated }: Cve): string {
  return JSON.stringify({
    dataType: 'CVE_RECORD',
    dataVersion: '5.1',
    cveMetadata: { cveId: id, state: 'PUBLISHED', dateUpdated: updated },
    containers: {
      cna: {
        title: `Hole in ${product}`,
        affected: [
          {
            vendor: 'Kasou',
            product,
            defaultStatus: 'unaffected',
            versions: [{ version: '1.0', lessThan: below, status: 'affected', versionType: 'semver' }],
          },
        ],
      },
    },
  })
}

const gate = { id: 'CVE-2099-0001', product: 'Gate', below: '1.4', updated: '2026-01-05T00:00:00Z' }
const pump = { id: 'CVE-2099-0002', product: 'Pump', below: '2.0', updated: '2026-01-06T00:00:00Z' }

function kev(cves: readonly string[], released: string): string {
  const vulnerabilities = cves.map((cveID) => ({
    cveID,
    dateAdded: '2026-02-01',
    dueDate: '2026-02-22',
    knownRansomwareCampaignUse: 'Known',
  }))
  return JSON.stringify({ catalogVersion: released, dateReleased: released, count: cves.length, vulnerabilities })
}

const epss = (lines: readonly string[], on: string) => `#model_version:v2099,score_date:${on}\ncve,epss,percentile\n${lines.join('\n')}\n`

describe('records of advisories', () => {
  test('are found by the products that they name as weak, by every organisation', async () => {
    const made = await take('cves.jsonl', `${cve5(gate)}\n${cve5(pump)}\n`)
    expect(made).toMatchObject({ taken: [{ feed: 'cve5', files: 1, read: 2, changed: 2, records: 2 }], refused: [], passedOver: [] })
    expect(await idsOf('kasou:gate')).toEqual([gate.id])
    expect(await idsOf('kasou:gate', 'kasou:pump', 'kasou:nothing')).toEqual([gate.id, pump.id])
    expect(await idsOf('kasou:nothing')).toEqual([])
    const [found] = await asked((client) => listed(advisoriesOn(client, [pump.id])))
    expect(found).toMatchObject({ keys: ['kasou:pump'], advisory: { title: 'Hole in Pump', cves: [pump.id] } })
  })

  test('without a number of CVE are found by their own', async () => {
    const product = { name: 'Valve 1.0', product_id: 'valve' }
    const notice = {
      document: {
        category: 'csaf_security_advisory',
        csaf_version: '2.0',
        title: 'Hole in Valve',
        publisher: { name: 'Kasou', namespace: 'https://psirt.kasou.example', category: 'vendor' },
        tracking: { id: 'K-1', current_release_date: '2026-01-05T00:00:00Z', initial_release_date: '2026-01-05T00:00:00Z' },
      },
      product_tree: { full_product_names: [product] },
      vulnerabilities: [{ title: 'Hole in Valve', product_status: { known_affected: ['valve'] } }],
    }
    expect(await take('k-1.json', JSON.stringify(notice))).toMatchObject({ taken: [{ feed: 'csaf', read: 1 }], refused: [] })
    const found = await asked((client) => listed(advisoriesOn(client, ['kasou:K-1'])))
    expect(found.map(({ advisory }) => advisory.title)).toEqual(['Hole in Valve'])
  })

  test('read again unchanged change nothing and touch no product', async () => {
    const { run } = await touchedAfter(0)
    expect(await take('cves.jsonl', `${cve5(gate)}\n${cve5(pump)}\n`)).toMatchObject({ taken: [{ read: 2, changed: 0, records: 2 }] })
    expect((await touchedAfter(run)).keys).toEqual(new Set())
  })

  test('that changed touch their products, those of before and those of now', async () => {
    const { run } = await touchedAfter(0)
    await take('CVE-2099-0002.json', cve5({ ...pump, product: 'Pump2', updated: '2026-01-07T00:00:00Z' }))
    expect((await touchedAfter(run)).keys).toEqual(new Set(['kasou:pump', 'kasou:pump2']))
    expect([await idsOf('kasou:pump'), await idsOf('kasou:pump2')]).toEqual([[], [pump.id]])
  })

  test('of a day that has not come yet do not keep out what comes after them', async () => {
    await take('CVE-2099-0002.json', cve5({ ...pump, product: 'Pump3', updated: '2099-01-07T00:00:00Z' }))
    await take('CVE-2099-0002.json', cve5({ ...pump, product: 'Pump2', updated: '2026-01-07T00:00:00Z' }))
    expect([await idsOf('kasou:pump3'), await idsOf('kasou:pump2')]).toEqual([[], [pump.id]])
  })

  test('of an older state do not take the place of a newer one', async () => {
    await take('CVE-2099-0002.json', cve5(pump))
    expect(await idsOf('kasou:pump2')).toEqual([pump.id])
  })

  test('of a truncated file leave everything as it was, and the state says why', async () => {
    const many = Array.from({ length: 1200 }, (_, n) => cve5({ ...gate, id: `CVE-2098-${10_000 + n}`, product: 'Many' }))
    const packed = gzipSync(many.join('\n'))
    const made = await take('many.jsonl.gz', packed.subarray(0, packed.length - 10))
    expect(made).toMatchObject({ taken: [], refused: [{ file: 'many.jsonl.gz', feed: 'cve5', problem: { code: 'feed/truncated' } }] })
    expect(await idsOf('kasou:many')).toEqual([])
    expect(await stateOf('cve5')).toMatchObject({ records: 2, problem: { code: 'feed/truncated' }, problemAt: '2026-11-20T00:00:00.000Z' })
    expect(await take('many.jsonl.gz', packed)).toMatchObject({ taken: [{ read: 1200, changed: 1200, records: 1202 }] })
    expect(await idsOf('kasou:many')).toHaveLength(1200)
    expect(await stateOf('cve5')).toMatchObject({ records: 1202, problem: null, takenAt: '2026-11-20T00:00:00.000Z' })
  })

  test('that are broken one by one are told, and the others taken', async () => {
    const made = await take('cves.jsonl', `${cve5(gate)}\n{"cveMetadata": {"cveId": "CVE-2099-0009"}, "containers": }\n${cve5(pump)}\n`)
    expect(made).toMatchObject({ taken: [{ read: 2 }], passedOver: [{ code: 'feed/broken-record', row: 2 }] })
    expect(await stateOf('cve5')).toMatchObject({ passedOver: [{ code: 'feed/broken-record' }] })
  })

  test('of which a part could not be read are queued', async () => {
    const product = { vendor: 'Kasou', product: 'Riddle', versions: [{ version: 'the green one, mostly', status: 'affected' }] }
    const record = { ...JSON.parse(cve5({ ...gate, id: 'CVE-2099-0003' })), containers: { cna: { title: 'x', affected: [product] } } }
    await take('riddle.json', JSON.stringify(record))
    const queue = (keys?: readonly string[]) => asked((client) => listed(unreadAdvisories(client, keys)))
    expect((await queue()).map(({ advisory }) => [advisory.id, advisory.unparsed.length > 0])).toEqual([['CVE-2099-0003', true]])
    expect(await queue(['kasou:riddle'])).toHaveLength(1)
    expect(await queue(['kasou:gate'])).toEqual([])
    expect(await stateOf('cve5')).toMatchObject({ unread: 1 })
  })
})

describe('of a record that JVN iPedia tells in full and in a list of news', () => {
  const id = 'JVNDB-2099-000001'
  const names = 'xmlns="http://jvn.jp/vuldef/" xmlns:status="http://jvndb.jvn.jp/myjvn/Status"'
  const affected = '<AffectedItem><Name>Kasou</Name><ProductName>Router</ProductName><VersionNumber>1.2.3</VersionNumber></AffectedItem>'
  const full = `<?xml version="1.0"?><VULDEF-Document version="3.2" ${names}><Vulinfo><VulinfoID>${id}</VulinfoID><VulinfoData><Title>Full</Title>
    <Affected>${affected}</Affected><DateLastUpdated>2026-11-05T09:00:00+09:00</DateLastUpdated></VulinfoData></Vulinfo></VULDEF-Document>`
  const news = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dcterms="http://purl.org/dc/terms/" xmlns:sec="http://jvn.jp/rss/mod_sec/"><item><title>News</title><sec:identifier>${id}</sec:identifier>
    <dcterms:modified>2026-11-06T09:00+09:00</dcterms:modified></item></rdf:RDF>`
  const titles = () => asked(async (client) => (await listed(advisoriesOf(client, ['kasou:router']))).map(({ advisory }) => advisory.title))

  async function* both() {
    yield* openFeeds({ name: 'a-full.rdf', bytes: Buffer.from(full) })
    yield* openFeeds({ name: 'b-news.rdf', bytes: Buffer.from(news) })
  }

  test('the full one stays, in whatever order they come', async () => {
    expect((await takeInFeeds(parts, both())).refused).toEqual([])
    expect(await titles()).toEqual(['Full'])
    await take('b-news.rdf', news)
    expect(await titles()).toEqual(['Full'])
  })
})

describe('feeds that are whole each time', () => {
  const known = () => asked((client) => knownExploited(client, [gate.id, pump.id]))
  const likely = () => asked((client) => predictions(client, [gate.id, pump.id]))

  test('take the place of what was there, and touch the products whose weakness is concerned', async () => {
    await take('kev.json', kev([gate.id], '2026-02-01T00:00:00Z'))
    const { run } = await touchedAfter(0)
    expect((await take('kev.json', kev([pump.id], '2026-02-02T00:00:00Z'))).taken).toMatchObject([{ read: 1, changed: 2, records: 1 }])
    expect((await take('kev.json', kev([pump.id], '2026-02-02T00:00:00Z'))).taken).toMatchObject([{ read: 1, changed: 0, records: 1 }])
    expect(await known()).toMatchObject([{ cve: pump.id, addedOn: '2026-02-01', dueOn: '2026-02-22', ransomware: true }])
    expect((await touchedAfter(run)).keys).toEqual(new Set(['kasou:gate', 'kasou:pump2']))
    expect(await stateOf('kev')).toMatchObject({ records: 1, asOf: '2026-02-02T00:00:00Z', source: 'kev.json' })
  })

  test('that are dated in the future are not taken, or nothing after them ever would be', async () => {
    const before = await stateOf('kev')
    const { refused } = await take('kev.json', kev(['CVE-2099-0001'], '2099-02-03T00:00:00Z'))
    expect(refused).toMatchObject([{ feed: 'kev', problem: { code: 'feeds/dated-ahead' } }])
    expect(await stateOf('kev')).toMatchObject({ asOf: before?.asOf, records: before?.records })
  })

  test('that are older, cut off or fewer than they say are not taken, and the state says why', async () => {
    const whole = kev([gate.id, pump.id], '2026-03-01T00:00:00Z')
    const wrong = [kev([gate.id], '2026-01-01T00:00:00Z'), whole.slice(0, -30), whole.replace('"count":2', '"count":3')]
    const codes = []
    for (const content of wrong) {
      await take('kev.json', content)
      codes.push((await stateOf('kev'))?.problem?.code)
      expect(await known()).toMatchObject([{ cve: pump.id }])
    }
    expect(codes).toEqual(['feeds/older', 'feed/truncated', 'feed/count-differs'])
  })

  test('predictions touch a product when their whole per cent changes', async () => {
    await take('epss.csv', epss([`${gate.id},0.00123,0.4`, `${pump.id},0.5,0.9`], '2026-03-01T00:00:00Z'))
    const { run } = await touchedAfter(0)
    await take('epss.csv', epss([`${gate.id},0.00124,0.4`, `${pump.id},0.61,0.9`], '2026-03-02T00:00:00Z'))
    expect((await touchedAfter(run)).keys).toEqual(new Set(['kasou:pump2']))
    expect(await likely()).toEqual([
      { cve: gate.id, probability: 0.00124, percentile: 0.4 },
      { cve: pump.id, probability: 0.61, percentile: 0.9 },
    ])
  })
})

test('ends of life are kept too', async () => {
  await take('ends.csv', 'vendor,product,version,ends_on\nKasou,Gate,1,2027-03-31\n')
  expect(await asked((client) => endsOfLifeOf(client, ['kasou:gate']))).toMatchObject([{ endsOn: '2027-03-31' }])
})

test('products are found under a name that was learned after their advisories were kept', async () => {
  const { run } = await touchedAfter(0)
  const spelled: KnownProduct = {
    id: 'kasou:gatekeeper',
    name: { ja: '門番', en: 'Gatekeeper' },
    vendor: { ja: '架空社', en: 'Kasou' },
    part: 'os',
    family: 'dotted',
    cpes: ['o:kasou:gatekeeper'],
    vendorNames: ['Kasou'],
    productNames: ['Gate', 'Gatekeeper'],
    confidence: 'ours',
  }
  await keepKeysCurrent({ ...parts, products: [spelled] })
  expect([await idsOf('kasou:gate'), await idsOf('kasou:gatekeeper')]).toEqual([[], [gate.id]])
  expect((await touchedAfter(run)).keys).toEqual(new Set(['kasou:gate', 'kasou:gatekeeper']))
  await keepKeysCurrent(parts)
  expect(await idsOf('kasou:gate')).toEqual([gate.id])
})

test('a file that is no feed is refused with what it should be', async () => {
  expect(await take('notes.txt', 'x')).toMatchObject({
    taken: [],
    refused: [{ file: 'notes.txt', problem: { code: 'feed/unknown-format' } }],
  })
})

test('a second reading at the same time is refused, and the first is not disturbed', async () => {
  const both = await Promise.allSettled([take('kev.json', kev([gate.id], '2026-04-01')), take('kev.json', kev([gate.id], '2026-04-01'))])
  const refused = both.filter(({ status }) => status === 'rejected')
  expect(refused).toMatchObject([{ reason: { code: 'feeds/busy' } }])
  expect(await stateOf('kev')).toMatchObject({ asOf: '2026-04-01', problem: null })
})

test('no request writes into the feeds, in whatever name it comes', async () => {
  const insert = `insert into feed_touched (product_key, run) values ('planted', 1)`
  await expect(withScope(pool, ours, (client) => client.query(insert))).rejects.toThrow(/row-level security/)
  await expect(withoutScope(pool, (client) => client.query(insert))).rejects.toThrow(/row-level security/)
  const { rowCount } = await withScope(pool, ours, (client) => client.query('delete from feed_record'))
  expect(rowCount).toBe(0)
})

test('advisories of a product are found by the index of keys', async () => {
  const plan = await asked(async (client) => {
    await client.query('set local enable_seqscan = off')
    return client.query(`explain select feed, id from feed_record where feed in ('cve5', 'nvd') and keys && '{kasou:gate}'`)
  })
  expect(JSON.stringify(plan.rows)).toContain('feed_record_by_key')
})
