import { throwAwayDatabase } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { codeOf, makeSampleApp, own, password } from './fixtures/sample-app.ts'
import type { RouteValue } from './route-types.ts'

const database = await throwAwayDatabase()
const { app, parts, get, post, signedIn, readLog, clearLog } = await makeSampleApp(database.pool)

describe('input', () => {
  test.each([
    ['another type', { headers: { 'content-type': 'text/plain' }, body: '{"n":1}' }, 415, 'request/wrong-type'],
    ['broken JSON', { body: '{"n":' }, 400, 'request/bad-input'],
    ['a body of brackets within brackets', { body: `${'['.repeat(400)}${']'.repeat(400)}` }, 400, 'request/bad-input'],
    ['a field of the wrong kind', { body: '{"n":"1"}' }, 400, 'request/bad-input'],
    ['a field that nobody asked for', { body: '{"n":1,"admin":true}' }, 400, 'request/bad-input'],
    ['no body', { body: '' }, 400, 'request/bad-input'],
    ['more than the route takes', { body: `{"n":${'1'.repeat(1_001)}}` }, 413, 'request/too-large'],
  ])('%s is refused', async (_what, { headers = {}, body }: { headers?: Record<string, string>; body: string }, status, code) => {
    const cookie = await signedIn()
    const response = await app.request('/api/v1/write', {
      method: 'POST',
      body,
      headers: { ...own, 'content-type': 'application/json', ...headers, ...cookie },
    })
    expect([response.status, await codeOf(response)]).toEqual([status, code])
  })

  test('the place of a wrong field is named', async () => {
    const response = await post('/api/v1/write', { n: 'x' }, await signedIn())
    expect(await response.json()).toMatchObject({ error: { column: 'body.n' } })
  })

  test('a body without a length is cut off at the limit', async () => {
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(600))
      },
    })
    const request = new Request('http://localhost:4646/api/v1/upload', {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { ...own, 'x-file-name': 'a.bin' },
    })
    expect(await codeOf(app.fetch(request))).toBe('request/too-large')
  })

  test('an upload brings its name and its bytes', async () => {
    const headers = { ...own, 'x-file-name': encodeURIComponent('台帳.csv') }
    const response = await app.request('/api/v1/upload', { method: 'POST', body: 'abc', headers })
    expect(await response.json()).toEqual({ name: '台帳.csv', bytes: 3 })
    expect(await codeOf(app.request('/api/v1/upload', { method: 'POST', body: 'abc', headers: own }))).toBe('request/no-file-name')
  })
})

describe('errors', () => {
  test('one that was foreseen is told in its own words, with its place', async () => {
    const response = await get('/api/v1/fail/user')
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      error: {
        code: 'import/missing-column',
        message: { ja: '列がありません', en: 'no column' },
        action: { ja: '足す', en: 'add' },
        file: 'a.csv',
        row: 1,
        column: '機器名',
      },
    })
  })

  test.each(['bug', 'query', 'answer'])('one of ours (%s) is a reference number outside and a cause in the log', async (how) => {
    clearLog()
    const response = await get(`/api/v1/fail/${how}`)
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(Object.keys(JSON.parse(text).error).sort()).toEqual(['action', 'code', 'message', 'reference'])
    expect(text).not.toMatch(/broken|select|\bat |\.ts|山田|Error/)
    const reference = JSON.parse(text).error.reference
    expect(readLog()).toContain(`"reference":"${reference}"`)
    expect(readLog()).toContain('request failed')
    expect(readLog()).not.toMatch(/山田|T{43}|hunter2/)
  })

  test('a database that is away and a full disk are told as what they are', async () => {
    expect((await get('/api/v1/fail/away')).status).toBe(503)
    expect((await get('/api/v1/fail/full')).status).toBe(507)
  })

  test('too many wrong passwords say how long to wait', async () => {
    const tries = async () => post('/api/v1/sign-in', { login: 'guessed', password: 'guess' })
    for (let i = 0; i < 5; i += 1) expect((await tries()).status).toBe(401)
    const refused = await tries()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30'])
  })

  test('an address that does not exist is told as such', async () => {
    expect(await codeOf(get('/api/v1/nowhere'))).toBe('request/not-found')
  })
})

describe('the log', () => {
  test('names the route and the status, and neither addresses nor what was sent', async () => {
    clearLog()
    await post('/api/v1/sign-in', { login: 'soumu', password })
    expect(readLog()).toMatch(/"route":"signIn","status":200/)
    expect(readLog()).not.toMatch(/soumu|tsukue|mimamori=/)
  })
})

describe('the start', () => {
  const broken = (change: Partial<RouteValue>) => () =>
    createApp({ ...parts, routes: { ...parts.routes, hello: { ...parts.routes.hello, ...change } }, handlers: parts.handlers })

  test('fails when a route has no declared permission', () => {
    expect(broken({ permission: 'thing:raed' })).toThrow(/hello: permission "thing:raed" is not declared/)
    expect(broken({ permission: undefined as never })).toThrow(/is not declared/)
  })

  test('fails when two routes have one address, or one has no handler', () => {
    expect(broken({ path: '/api/v1/fail/:other' })).toThrow(/has the address of/)
    expect(() => createApp({ ...parts, handlers: {} as never })).toThrow(/has no handler/)
  })
})

describe('health', () => {
  test('is told without signing in', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await get('/readyz')).status).toBe(200)
  })

  test('readiness is denied when the database does not answer', async () => {
    const away = createApp({ ...parts, isReady: () => Promise.reject(new Error('away')) })
    expect((await away.request('/readyz', { headers: { host: 'localhost' } })).status).toBe(503)
  })
})
