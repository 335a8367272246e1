import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { problemOf } from '../errors/user-error.ts'
import { isPublicAddress, makeFetcher } from './index.ts'

const place = mkdtempSync(join(tmpdir(), 'mimamori-fetching-'))
const file = join(place, 'fetched')
const now = new Date('2026-11-20T00:00:00Z')

let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
const heard: IncomingMessage[] = []
const server = createServer((request, response) => {
  heard.push(request)
  answer(request, response)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const port = typeof address === 'object' && address ? address.port : 0
const home = `http://127.0.0.1:${port}`
const named = new Set([`127.0.0.1:${port}`])
afterAll(() => {
  server.close()
  rmSync(place, { recursive: true, force: true })
})
beforeEach(() => void heard.splice(0))

const clock = { now: () => now }
const fetcher = makeFetcher({ clock, named, pauseMs: 0 })
const wanted = { maxBytes: 1000 }

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => problemOf(error)?.code ?? String(error),
  )
}

describe('a file is fetched', () => {
  test('with what tells it apart from the next one, and its print', async () => {
    answer = (_, response) => response.writeHead(200, { etag: '"1"', 'last-modified': 'Fri, 20 Nov 2026 00:00:00 GMT' }).end('abc')
    expect(await fetcher.download(`${home}/a`, file, wanted)).toEqual({
      kind: 'fetched',
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      etag: '"1"',
      lastModified: 'Fri, 20 Nov 2026 00:00:00 GMT',
    })
    expect(readFileSync(file, 'utf8')).toBe('abc')
  })

  test('only if it is another one than before', async () => {
    answer = (request, response) => response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end()
    expect(await fetcher.download(`${home}/a`, file, { ...wanted, etag: '"1"', lastModified: 'x' })).toEqual({ kind: 'unchanged' })
    expect(heard[0]?.headers).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': 'x', 'user-agent': 'Mimamori' })
  })

  test.each([
    [429, '120', '2026-11-20T00:02:00.000Z'],
    [503, 'Fri, 20 Nov 2026 01:00:00 GMT', '2026-11-20T01:00:00.000Z'],
    [503, undefined, '2026-11-20T00:15:00.000Z'],
    [503, '0', '2026-11-20T00:01:00.000Z'],
    [429, '99999999', '2026-11-21T00:00:00.000Z'],
  ])('later, when the other side says so with %d and %s', async (status, retryAfter, until) => {
    answer = (_, response) => response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end()
    expect(await fetcher.download(`${home}/a`, file, wanted)).toEqual({ kind: 'later', notBefore: new Date(until) })
  })

  test('with a key that a redirect to another host does not take along', async () => {
    const other = createServer((request, response) => {
      heard.push(request)
      response.end('b')
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const at = other.address()
    const host = `127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
    answer = (_, response) => response.writeHead(302, { location: `http://${host}/b` }).end()
    const both = makeFetcher({ clock, named: new Set([...named, host]), pauseMs: 0 })
    await both.download(`${home}/a`, file, { ...wanted, headers: { apiKey: 'ours' } })
    other.close()
    expect(heard.map(({ headers }) => headers['apikey'])).toEqual(['ours', undefined])
  })

  test('by a few redirects', async () => {
    answer = (request, response) => (request.url === '/b' ? response.end('b') : response.writeHead(302, { location: '/b' }).end())
    expect(await fetcher.download(`${home}/a`, file, wanted)).toMatchObject({ kind: 'fetched' })
  })

  test('through the proxy that the settings name, and past it where they say so', async () => {
    const asked: string[] = []
    const proxyServer = createServer().on('connect', (request, socket) => {
      asked.push(request.url ?? '')
      const onward = connect(port, '127.0.0.1', () => socket.write('HTTP/1.1 502 Bad Gateway\r\n\r\n', () => socket.end()))
      onward.end()
    })
    await new Promise<void>((resolve) => proxyServer.listen(0, '127.0.0.1', resolve))
    const at = proxyServer.address()
    const url = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
    const behind = makeFetcher({ clock, named, pauseMs: 0, proxy: { url, without: ['127.0.0.1'] } })
    expect(await codeOf(behind.download('https://feeds.example/kev.json', file, wanted))).toBe('fetching/unreachable')
    expect(asked).toEqual(['feeds.example:443'])
    answer = (_, response) => response.end('past')
    expect(await behind.download(`${home}/a`, file, wanted)).toMatchObject({ kind: 'fetched' })
    proxyServer.close()
  })
})

describe('nothing is fetched', () => {
  test.each([
    ['http://93.184.216.34/kev.json', 'fetching/not-https'],
    ['https://127.0.0.1/kev.json', 'fetching/private-address'],
    ['https://[::1]/kev.json', 'fetching/private-address'],
    ['https://[::ffff:10.0.0.1]/kev.json', 'fetching/private-address'],
    ['https://0x7f.1/kev.json', 'fetching/private-address'],
    ['https://169.254.169.254/latest', 'fetching/private-address'],
    ['https://localhost/kev.json', 'fetching/private-address'],
  ])('from %s: %s', async (from, code) => {
    expect(await codeOf(fetcher.download(from, file, wanted))).toBe(code)
  })

  test.each([
    ['https://192.168.0.1/x', 'fetching/private-address'],
    ['http://192.168.0.1/x', 'fetching/not-https'],
    ['file:///etc/passwd', 'fetching/not-https'],
    ['/again', 'fetching/too-many-redirects'],
  ])('where a redirect leads to %s: %s', async (location, code) => {
    answer = (_, response) => response.writeHead(301, { location }).end()
    expect(await codeOf(fetcher.download(`${home}/a`, file, wanted))).toBe(code)
    expect(heard.length).toBeLessThanOrEqual(6)
  })

  test('where a name of the outside leads inside, though only one of its addresses does', async () => {
    const found = [
      { address: '93.184.216.34', family: 4 },
      { address: '10.1.2.3', family: 4 },
    ]
    const lookup = ((_: string, __: unknown, done: (error: null, list: typeof found) => void) => done(null, found)) as never // as much of it as is called
    const rebound = makeFetcher({ clock, named, pauseMs: 0, lookup })
    expect(await codeOf(rebound.download('https://feeds.example/kev.json', file, wanted))).toBe('fetching/private-address')
  })

  test('whole that breaks off, is too large, or is an error page', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('abc', () => response.destroy())
    }
    expect(await codeOf(fetcher.download(`${home}/a`, file, wanted))).toBe('fetching/cut-off')
    answer = (_, response) => response.end('x'.repeat(1001))
    expect(await codeOf(fetcher.download(`${home}/a`, file, wanted))).toBe('fetching/too-large')
    answer = (_, response) => response.writeHead(403).end('no')
    expect(await codeOf(fetcher.download(`${home}/a`, file, wanted))).toBe('fetching/bad-answer')
  })
})

test.each(['8.8.8.8', '1.1.1.1', '2606:4700::1111', '172.32.0.1', '100.128.0.1'])('%s is outside', (one) => {
  expect(isPublicAddress(one)).toBe(true)
})

test.each([
  '10.0.0.1',
  '172.31.255.255',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '::',
  '::ffff:8.8.8.8',
  'fe80::1',
  'fd00::1',
  'x',
  '',
])('%s is not outside', (one) => {
  expect(isPublicAddress(one)).toBe(false)
})
