import { createConnection } from 'node:net'
import { throwAwayDatabase } from '@mimamori/testing'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { makeSampleApp, own, password } from './fixtures/sample-app.ts'
import { startListening } from './listen.ts'

const database = await throwAwayDatabase()
const { app, signedIn, readLog, clearLog } = await makeSampleApp(database.pool)
const listening = await startListening(app, { host: '127.0.0.1', port: 0, isLoopback: true })
afterAll(() => listening.stop())
beforeEach(clearLog)

/** Sends these bytes as they are, and gives all that comes back until the server closes or falls silent. */
function sendRaw(lines: readonly string[], more = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ port: listening.port, host: '127.0.0.1' }, () => socket.write(`${lines.join('\r\n')}\r\n\r\n${more}`))
    let answer = ''
    socket.on('data', (bytes) => {
      answer += bytes.toString()
    })
    socket.setTimeout(1_500, () => socket.destroy())
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}

const answersIn = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]))
const writesInLog = () => [...readLog().matchAll(/"route":"write"/g)].length
const head = [`Host: ${own.host}`, `Origin: ${own.origin}`, 'Sec-Fetch-Site: same-origin', 'Content-Type: application/json']
const hidden = 'POST /api/v1/write HTTP/1.1\r\nHost: localhost:4646\r\nOrigin: http://localhost:4646\r\nContent-Length: 7\r\n\r\n{"n":1}'

describe('a request whose end two servers would see in different places', () => {
  test.each([
    ['a length and chunks', [`Content-Length: ${hidden.length + 5}`, 'Transfer-Encoding: chunked'], `0\r\n\r\n${hidden}`],
    ['two lengths', ['Content-Length: 7', `Content-Length: ${hidden.length + 7}`], `{"n":1}${hidden}`],
    ['chunks under a misspelt name', ['Content-Length: 5', 'Transfer-Encoding : chunked'], `0\r\n\r\n${hidden}`],
    ['chunks that are none', ['Transfer-Encoding: xchunked'], `0\r\n\r\n${hidden}`],
    ['chunks and something else', ['Transfer-Encoding: chunked, identity'], `0\r\n\r\n${hidden}`],
    ['chunks on a folded line', ['Content-Length: 5', 'Transfer-Encoding:\r\n chunked'], `0\r\n\r\n${hidden}`],
    ['a length with a sign', ['Content-Length: +7'], `{"n":1}${hidden}`],
    ['a header that ends in a bare line feed', ['X-A: b\nContent-Length: 7'], `{"n":1}${hidden}`],
  ])('with %s is refused, and what hides behind it is not carried out', async (_how, framing, body) => {
    const { cookie } = await signedIn()
    clearLog()
    const answers = answersIn(await sendRaw(['POST /api/v1/write HTTP/1.1', ...head, `Cookie: ${cookie}`, ...framing], body))
    expect(answers).toEqual([400])
    expect(writesInLog()).toBe(0)
  })

  test('as bytes after a body of the right length is a request of its own, which has to sign in by itself', async () => {
    const { cookie } = await signedIn()
    clearLog()
    const sent = ['POST /api/v1/write HTTP/1.1', ...head, `Cookie: ${cookie}`, 'Content-Length: 7']
    expect(answersIn(await sendRaw(sent, `{"n":1}${hidden}`))).toEqual([200, 401])
  })
})

describe('headers of a proxy from one who is none', () => {
  test.each([
    ['another name', ['X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: https', 'Forwarded: host=evil.example']],
    ['another address', ['X-Original-URL: /api/v1/audit', 'X-Rewrite-URL: /api/v1/audit', 'X-HTTP-Method-Override: DELETE']],
  ])('change nothing: %s', async (_what, headers) => {
    const plain = await sendRaw(['GET /api/v1/hello/a HTTP/1.1', `Host: ${own.host}`, 'Connection: close'])
    const said = await sendRaw(['GET /api/v1/hello/a HTTP/1.1', `Host: ${own.host}`, 'Connection: close', ...headers])
    const body = (answer: string) => answer.split('\r\n\r\n')[1]
    expect(answersIn(said)).toEqual([200])
    expect(body(said)).toBe(body(plain))
    expect(said).not.toContain('evil.example')
  })

  test.each([
    ['two names', ['GET /api/v1/hello/a HTTP/1.1', `Host: ${own.host}`, 'Host: evil.example']],
    ['a whole address of another server', ['GET http://evil.example/api/v1/hello/a HTTP/1.1', `Host: ${own.host}`]],
    ['the name of another server', ['GET /api/v1/hello/a HTTP/1.1', 'Host: evil.example', `X-Forwarded-Host: ${own.host}`]],
  ])('%s gets no page', async (_what, lines) => {
    const answers = answersIn(await sendRaw([...lines, 'Connection: close']))
    expect(answers.length).toBe(1)
    expect(answers[0]).toBeGreaterThanOrEqual(400)
  })
})

test('a line break in an address, a header or a login makes no line of the log and no header of the answer', async () => {
  const forged = '%0d%0aSet-Cookie:%20mimamori=planted%0d%0a{"level":"info","msg":"forged"}'
  const agent = 'User-Agent: a","msg":"forged'
  const answer = await sendRaw([`GET /api/v1/hello/${forged} HTTP/1.1`, `Host: ${own.host}`, agent, 'Connection: close'])
  const login = { login: 'x\r\n{"level":"info","msg":"forged"}', password }
  await app.request('/api/v1/sign-in', {
    method: 'POST',
    headers: { ...own, 'content-type': 'application/json' },
    body: JSON.stringify(login),
  })
  expect(answer).not.toMatch(/^set-cookie/im)
  const lines = readLog().trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).msg)).not.toContain('forged')
  expect(readLog()).not.toContain('forged')
})

test('a session that somebody has put into the browser beforehand is worth nothing after signing in', async () => {
  const planted = 'A'.repeat(43)
  const attacker = (await signedIn()).cookie
  for (const cookie of [`mimamori=${planted}`, attacker]) {
    const response = await app.request('/api/v1/sign-in', {
      method: 'POST',
      headers: { ...own, 'content-type': 'application/json', cookie },
      body: JSON.stringify({ login: 'soumu', password }),
    })
    const given = (response.headers.get('set-cookie') ?? '').split(';')[0]
    expect(given).toMatch(/^mimamori=[\w-]{43}$/)
    expect(given).not.toBe(cookie)
  }
  expect((await app.request('/api/v1/me', { headers: { host: own.host, cookie: `mimamori=${planted}` } })).status).toBe(401)
})
