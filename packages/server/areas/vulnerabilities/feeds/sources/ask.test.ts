import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addOrganisation, throwAwayDatabase } from '@mimamori/testing'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { makeFetcher } from '../../../../platform/fetching/index.ts'
import { withScope } from '../../../../platform/index.ts'
import { advisoriesOn, feedStates, fetchFeeds } from '../index.ts'
import type { AskedFeed } from './interfaces.ts'
import { pauseOf, stretchesOf } from './interfaces.ts'

const database = await throwAwayDatabase()
const { pool } = database
const ours = await addOrganisation(database)
const folder = mkdtempSync(join(tmpdir(), 'mimamori-ask-'))
const dayMs = 86_400_000

interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}
interface Question {
  readonly url: URL
  readonly key: string | undefined
}

/** What the other side knows; it answers a question with what `answer` makes of it. */
let answer: (url: URL, number: number) => Answer = () => ({ status: 500 })
const asked: Question[] = []
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '', 'http://127.0.0.1')
  asked.push({ url, key: request.headers['apikey']?.toString() })
  const { status = 200, headers = {}, body } = answer(url, asked.length)
  response.writeHead(status, headers).end(body)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const place = server.address()
const port = typeof place === 'object' && place ? place.port : 0
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

let now = new Date('2026-11-20T00:00:00Z')
const clock = { now: () => now }
const fetcher = makeFetcher({ clock, named: new Set([`127.0.0.1:${port}`]), pauseMs: 0 })

beforeEach(() => {
  asked.splice(0)
  now = new Date(now.getTime() + dayMs)
})

async function ask(feed: AskedFeed, nvdKey?: string): Promise<void> {
  const settings = { feeds: [], feedUrls: [], feedApis: [{ feed, address: `http://127.0.0.1:${port}/${feed}` }], nvdKey, pauseMs: 0 }
  await fetchFeeds({ pool, clock, products: [], fetcher, settings, folder })
}

const stateOf = (feed: AskedFeed) => withScope(pool, ours, async (client) => (await feedStates(client)).find((one) => one.feed === feed))
const titlesOf = (cves: readonly string[]) =>
  withScope(pool, ours, async (client) => {
    const titles: string[] = []
    for await (const { advisory } of advisoriesOn(client, cves)) titles.push(advisory.title)
    return titles
  })

const cveOf = (number: number) => `CVE-2099-${String(number).padStart(4, '0')}`
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

/** A page of NVD, as it stands when the list has these records. */
function nvdPage(url: URL, list: readonly number[], title = 'A hole', perPage = 2): string {
  const start = Number(url.searchParams.get('startIndex'))
  const vulnerabilities = list.slice(start, start + perPage).map((number) => {
    const lastModified = `${now.toISOString().slice(0, 19)}`
    return { cve: { id: cveOf(number), lastModified, descriptions: [{ lang: 'en', value: title }] } }
  })
  const head = { resultsPerPage: perPage, startIndex: start, totalResults: list.length, format: 'NVD_CVE', version: '2.0' }
  return JSON.stringify({ ...head, timestamp: now.toISOString(), vulnerabilities })
}

describe('the interface of NVD', () => {
  test('is asked page by page for what has changed in 120 days, then for what has changed since', async () => {
    answer = (url) => ({ body: nvdPage(url, numbers(5)) })
    await ask('nvd', 'key-of-ours')
    const [first] = asked
    expect(asked.map(({ url, key }) => [url.searchParams.get('startIndex'), key])).toEqual(
      ['0', '2', '4'].map((start) => [start, 'key-of-ours']),
    )
    const [from, until] = ['lastModStartDate', 'lastModEndDate'].map((name) => Date.parse(first?.url.searchParams.get(name) ?? ''))
    expect([until, (until ?? 0) - (from ?? 0)]).toEqual([now.getTime(), 120 * dayMs])
    expect(await stateOf('nvd')).toMatchObject({ records: 5, problem: null })
    await ask('nvd')
    expect(asked).toHaveLength(3)
    now = new Date(now.getTime() + 3 * 3_600_000)
    answer = (url) => ({ body: nvdPage(url, []) })
    await ask('nvd')
    expect(Date.parse(asked.at(-1)?.url.searchParams.get('lastModStartDate') ?? '')).toBe(until)
    expect([asked.length, asked.at(-1)?.key, await stateOf('nvd')]).toMatchObject([4, undefined, { records: 5, problem: null }])
  })

  test('is left alone as long as it asks for, and asked for the same days again', async () => {
    answer = (url, number) =>
      number === 2 ? { status: 429, headers: { 'retry-after': '36000' } } : { body: nvdPage(url, numbers(5), 'Half') }
    await ask('nvd')
    const from = asked[0]?.url.searchParams.get('lastModStartDate')
    expect([asked.length, await titlesOf([cveOf(1)]), (await stateOf('nvd'))?.problem]).toEqual([2, ['A hole'], null])
    now = new Date(now.getTime() + 9 * 3_600_000)
    await ask('nvd')
    expect(asked).toHaveLength(2)
    now = new Date(now.getTime() + 3_600_000)
    answer = (url) => ({ body: nvdPage(url, numbers(5), 'Whole') })
    await ask('nvd')
    expect([asked[2]?.url.searchParams.get('lastModStartDate'), await titlesOf([cveOf(1)])]).toEqual([from, ['Whole']])
  })

  test('keeps what was there where one of its pages breaks off, and says so', async () => {
    answer = (url) => ({
      body:
        url.searchParams.get('startIndex') === '2' ? nvdPage(url, numbers(5), 'Broken').slice(0, -40) : nvdPage(url, numbers(5), 'Broken'),
    })
    await ask('nvd')
    expect([await titlesOf([cveOf(1), cveOf(5)]), (await stateOf('nvd'))?.problem?.code]).toEqual([['Whole', 'Whole'], 'feed/truncated'])
    expect(readdirSync(folder)).toEqual([])
  })

  test('is asked from the first page again where the list changes while one turns the pages', async () => {
    answer = (url, number) => ({ body: nvdPage(url, number < 3 ? numbers(6) : numbers(5), 'Settled') })
    await ask('nvd')
    expect(asked.map(({ url }) => url.searchParams.get('startIndex'))).toEqual(['0', '2', '4', '0', '2', '4'])
    expect([await titlesOf([cveOf(5)]), (await stateOf('nvd'))?.problem]).toEqual([['Settled'], null])
    now = new Date(now.getTime() + dayMs)
    answer = (url, number) => ({ body: nvdPage(url, numbers(4 + number), 'Restless') })
    await ask('nvd')
    expect([await titlesOf([cveOf(1)]), (await stateOf('nvd'))?.problem?.code]).toEqual([['Settled'], 'feeds/changed-while-paged'])
  })
})

describe('the interface of MyJVN', () => {
  const idOf = (number: number) => `JVNDB-2099-${String(number).padStart(6, '0')}`
  const status = (total: number) =>
    `<status:Status xmlns:status="http://jvndb.jvn.jp/myjvn/Status" version="3.3" retCd="0" errCd="" errMsg="" totalRes="${total}"/>`

  function listPage(url: URL, count: number): string {
    const start = Number(url.searchParams.get('startItem')) - 1
    const items = numbers(count)
      .slice(start, start + 50)
      .map(
        (number) =>
          `<item><title>例ルータの脆弱性${number}</title><sec:identifier>${idOf(number)}</sec:identifier><sec:references source="CVE" id="${cveOf(number)}">https://cve.example/</sec:references></item>`,
      )
    const names =
      'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:sec="http://jvn.jp/rss/mod_sec/3.0/"'
    return `<?xml version="1.0" encoding="UTF-8" ?><rdf:RDF ${names} xml:lang="ja"><channel><title>JVNDB</title></channel>${items.join('')}${status(count)}</rdf:RDF>`
  }

  function detailPage(url: URL): string {
    const ids = /vulnId=([^&]*)/.exec(url.href)?.[1]?.split('+') ?? []
    const records = ids.map(
      (id) =>
        `<Vulinfo><VulinfoID>${id}</VulinfoID><VulinfoData><Title>${id}の詳細</Title><Affected><AffectedItem><Name>例ネット</Name><ProductName>例ルータ</ProductName><VersionNumber>1.2.3</VersionNumber></AffectedItem></Affected><Related><RelatedItem type="advisory"><Name>CVE</Name><VulinfoID>${cveOf(Number(id.slice(-6)))}</VulinfoID><URL>https://cve.example/</URL></RelatedItem></Related></VulinfoData></Vulinfo>`,
    )
    return `<?xml version="1.0" encoding="UTF-8" ?><VULDEF-Document version="3.2" xmlns="http://jvn.jp/vuldef/" xml:lang="ja">${records.join('')}${status(ids.length)}</VULDEF-Document>`
  }

  test('tells what has changed by the day, and the whole of each record ten at a time', async () => {
    answer = (url) => ({ body: url.searchParams.get('method') === 'getVulnOverviewList' ? listPage(url, 63) : detailPage(url) })
    await ask('jvn')
    const methods = asked.map(({ url }) => url.searchParams.get('method'))
    expect([
      methods.filter((one) => one === 'getVulnOverviewList').length,
      methods.filter((one) => one === 'getVulnDetailInfo').length,
    ]).toEqual([2, 7])
    expect(asked[1]?.url.searchParams.get('startItem')).toBe('51')
    expect(asked[0]?.url.search).toContain('datePublishedStartY=2026')
    expect(await stateOf('jvn')).toMatchObject({ records: 63, problem: null })
    expect(await titlesOf([cveOf(63)])).toEqual([`${idOf(63)}の詳細`])
  })

  test('says in its own words why it refuses, and nothing is lost', async () => {
    const refusal = status(0).replace('retCd="0" errCd="" errMsg=""', 'retCd="1" errCd="MYJVN-100" errMsg="パラメタが正しくありません"')
    answer = (url) => ({ body: listPage(url, 0).replace(status(0), refusal) })
    await ask('jvn')
    const state = await stateOf('jvn')
    expect([state?.records, state?.problem?.code]).toEqual([63, 'feed/refused'])
    expect(state?.problem?.message.ja).toContain('パラメタ')
  })
})

test('what was not asked for in a year is asked for in stretches that the other side answers', () => {
  const at = new Date('2026-11-20T00:00:00Z')
  const stretches = stretchesOf('nvd', new Date(at.getTime() - 365 * dayMs), at)
  expect(stretches.map(({ from, until }) => (until.getTime() - from.getTime()) / dayMs)).toEqual([120, 120, 120, 5])
  expect(stretches.at(-1)?.until).toEqual(at)
})

test('without a key NVD is asked five times in thirty seconds at the most, and MyJVN never more than three times a second', () => {
  expect(30_000 / pauseOf('nvd', false)).toBeLessThanOrEqual(5)
  expect(30_000 / pauseOf('nvd', true)).toBeLessThanOrEqual(50)
  expect(1000 / pauseOf('jvn', false)).toBeLessThanOrEqual(3)
})
