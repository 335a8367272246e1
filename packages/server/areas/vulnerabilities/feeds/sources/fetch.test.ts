import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { addOrganisation, throwAwayDatabase } from '@mimamori/testing'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { makeFetcher } from '../../../../platform/fetching/index.ts'
import { withScope } from '../../../../platform/index.ts'
import { feedStates, fetchFeeds, knownExploited } from '../index.ts'
import { sourcesOf } from './addresses.ts'

const database = await throwAwayDatabase()
const { pool } = database
const ours = await addOrganisation(database)
const folder = mkdtempSync(join(tmpdir(), 'mimamori-fetch-'))

interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** What the publisher has under each path; an answer with an etag is given once. */
const shelf = new Map<string, Answer>()
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  const { status = 200, headers = {}, body } = shelf.get(request.url ?? '') ?? { status: 404 }
  const isKnown = headers['etag'] !== undefined && request.headers['if-none-match'] === headers['etag']
  response.writeHead(isKnown ? 304 : status, headers).end(isKnown ? undefined : body)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const port = typeof address === 'object' && address ? address.port : 0
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

let now = new Date('2026-11-20T00:00:00Z')
const clock = { now: () => now }
const fetcher = makeFetcher({ clock, named: new Set([`127.0.0.1:${port}`]), pauseMs: 0 })
const paths = { kev: '/kev.json', nvd: '/nvdcve-2.0-modified.json.gz', jvn: '/feed/jvndb_detail_2026.rdf' } as const
type Fed = keyof typeof paths

beforeEach(() => {
  asked.splice(0)
  now = new Date(now.getTime() + 24 * 3_600_000)
})

async function fetched(feed: Fed): Promise<void> {
  const settings = { feeds: [feed], feedUrls: [{ feed, address: `http://127.0.0.1:${port}${paths[feed]}` }] }
  await fetchFeeds({ pool, clock, products: [], fetcher, settings, folder })
}

const stateOf = (feed: Fed) => withScope(pool, ours, async (client) => (await feedStates(client)).find((one) => one.feed === feed))
const known = () => withScope(pool, ours, async (client) => (await knownExploited(client, ['CVE-2099-0001'])).length)

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const entry = { cveID: 'CVE-2099-0001', dateAdded: '2026-02-01', knownRansomwareCampaignUse: 'Unknown' }
const kev = JSON.stringify({ catalogVersion: '1', dateReleased: '2026-11-19', count: 1, vulnerabilities: [entry] })
const cve = { id: 'CVE-2099-0001', lastModified: '2026-11-19T00:00:00', descriptions: [{ lang: 'en', value: 'A hole' }] }
const nvd = JSON.stringify({ resultsPerPage: 1, totalResults: 1, format: 'NVD_CVE', vulnerabilities: [{ cve }] })

describe('a feed that is fetched', () => {
  test('is taken in, and asked for again only on condition, and not before its time', async () => {
    shelf.set(paths.kev, { headers: { etag: '"1"' }, body: kev })
    await fetched('kev')
    expect([await known(), (await stateOf('kev'))?.source, readdirSync(folder)]).toEqual([1, 'kev.json', []])
    const { takenAt } = (await stateOf('kev')) ?? {}
    await fetched('kev')
    now = new Date(now.getTime() + 3 * 3_600_000)
    await fetched('kev')
    expect([asked.length, (await stateOf('kev'))?.takenAt]).toEqual([2, takenAt])
  })

  test.each([429, 503])('is left alone as long as an answer %d asks for', async (status) => {
    shelf.set(paths.kev, { status, headers: { 'retry-after': '36000' } })
    await fetched('kev')
    now = new Date(now.getTime() + 9 * 3_600_000)
    await fetched('kev')
    expect([asked.length, await known(), (await stateOf('kev'))?.problem]).toEqual([1, 1, null])
    now = new Date(now.getTime() + 3_600_000)
    await fetched('kev')
    expect(asked).toHaveLength(2)
  })

  test.each([
    ['is packed and cut off', { body: gzipSync(kev).subarray(0, -9) }, 'feed/truncated'],
    ['is gone', { status: 404 }, 'feeds/nothing-there'],
    ['has become a page', { headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' }, 'feed/unknown-format'],
    ['leads inside', { status: 302, headers: { location: 'https://192.168.0.1/kev.json' } }, 'fetching/private-address'],
    ['fails over there', { status: 500 }, 'fetching/bad-answer'],
  ] as const)('and %s leaves what was there, and says so', async (_, answer, code) => {
    shelf.set(paths.kev, answer)
    await fetched('kev')
    expect([await known(), (await stateOf('kev'))?.problem?.code, readdirSync(folder)]).toEqual([1, code, []])
  })

  test('is taken in again as soon as it is sound', async () => {
    shelf.set(paths.kev, { body: kev })
    await fetched('kev')
    expect(await stateOf('kev')).toMatchObject({ problem: null, records: 1 })
  })
})

describe('a feed whose publisher tells the print of its files', () => {
  const meta = paths.nvd.replace('.json.gz', '.meta')
  const metaOf = (content: string) => ({
    body: `lastModifiedDate:2026-11-19T00:00:00-05:00\r\nsize:${content.length}\r\nsha256:${sha256(content).toUpperCase()}\r\n`,
  })

  test('is not taken in where the file is another one', async () => {
    shelf.set(meta, metaOf(nvd))
    shelf.set(paths.nvd, { body: gzipSync(nvd.replace('A hole', 'No hole')) })
    await fetched('nvd')
    expect(await stateOf('nvd')).toMatchObject({ records: 0, problem: { code: 'feeds/changed-hash' } })
  })

  test('is taken in where it is that one, and fetched again only when the print changes', async () => {
    shelf.set(paths.nvd, { body: gzipSync(nvd) })
    await fetched('nvd')
    expect(await stateOf('nvd')).toMatchObject({ records: 1, problem: null })
    now = new Date(now.getTime() + 24 * 3_600_000)
    await fetched('nvd')
    expect(asked).toEqual([meta, paths.nvd, meta])
  })

  test('in one list of all files is held against that list', async () => {
    const list = [{ filename: 'jvndb_detail_2026.rdf', sha256: sha256('something else'), size: 1 }]
    shelf.set('/ja/feed/checksum.txt', { body: JSON.stringify(list) })
    shelf.set(paths.jvn, { body: '<VULDEF-Document/>' })
    await fetched('jvn')
    expect(await stateOf('jvn')).toMatchObject({ problem: { code: 'feeds/changed-hash' } })
  })
})

test('without addresses of the settings every year of NVD and JVN is looked at, and the changes last', () => {
  const sources = sourcesOf({ feeds: ['kev', 'epss', 'nvd', 'jvn', 'csaf'], feedUrls: [] }, 2026)
  expect(sources.filter(({ feed }) => feed === 'nvd').map(({ address }) => address.slice(-17))).toHaveLength(26)
  expect(sources.findLast(({ feed }) => feed === 'nvd')).toMatchObject({
    address: expect.stringMatching(/modified\.json\.gz$/),
    prints: { kind: 'nvd-meta', address: expect.stringMatching(/modified\.meta$/) },
  })
  expect(sources.every(({ address }) => address.startsWith('https://'))).toBe(true)
})
