import { throwAwayDatabase } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'
import { withScope } from '../db/scope.ts'
import { createApp } from './app.ts'
import { codeOf, makeSampleApp, own, password } from './fixtures/sample-app.ts'

const database = await throwAwayDatabase()
const { app, parts, clock, get, post, signedIn } = await makeSampleApp(database.pool)

describe('every answer', () => {
  test.each(['/api/v1/hello/a', '/api/v1/nowhere', '/healthz', '/api/v1/fail/bug'])(
    'of %s carries the headers that protect the browser',
    async (path) => {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'self'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-request-id')).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    },
  )

  test('holds what the contract names and nothing more', async () => {
    expect(await (await get('/api/v1/hello/a')).json()).toEqual({ hello: 'a' })
  })

  test('that is a file is saved and not shown', async () => {
    const response = await get('/api/v1/file')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(await response.text()).toBe('=1+1')
  })
})

describe('names', () => {
  test.each(['localhost', 'localhost:4646', '127.0.0.1:1', '[::1]:4646', 'LOCALHOST:4646'])('%s is answered', async (host) => {
    expect((await get('/healthz', { host })).status).toBe(200)
  })

  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io:4646', 'mimamori.example.jp', ''])(
    '%s is not: a rebound name gets nothing',
    async (host) => {
      const response = await get('/api/v1/hello/a', { host })
      expect([response.status, await codeOf(response)]).toEqual([421, 'request/wrong-host'])
    },
  )

  test('the public name is answered once it is configured', async () => {
    const named = createApp({ ...parts, config: { ...parts.config, publicUrl: new URL('https://mimamori.example.jp') } })
    expect((await named.request('/healthz', { headers: { host: 'mimamori.example.jp' } })).status).toBe(200)
  })
})

describe('a change from another site', () => {
  test.each([
    ['by the browser’s word', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['from a neighbouring port', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' }],
    ['by origin alone', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
    ['from a sandbox', { 'sec-fetch-site': '', origin: 'null' }],
    ['that says nothing of itself', { 'sec-fetch-site': '', origin: '' }],
    ['over another scheme', { 'sec-fetch-site': '', origin: 'https://localhost:4646' }],
  ])('is refused %s', async (_how, headers) => {
    const kept = Object.entries({ ...own, ...(await signedIn()), ...headers }).filter(([, value]) => value !== '')
    const response = await app.request('/api/v1/write', { method: 'POST', body: '{"n":1}', headers: Object.fromEntries(kept) })
    expect([response.status, await codeOf(response)]).toEqual([403, 'request/from-another-site'])
  })

  test('reading is not touched by it', async () => {
    expect((await get('/api/v1/hello/a', { 'sec-fetch-site': 'cross-site' })).status).toBe(200)
  })

  test('a program that names the own origin may write', async () => {
    const headers = { host: own.host, origin: own.origin, 'content-type': 'application/json', ...(await signedIn()) }
    expect((await app.request('/api/v1/write', { method: 'POST', body: '{"n":1}', headers })).status).toBe(200)
  })
})

describe('permissions', () => {
  test('without a session there is only what is public', async () => {
    expect(await codeOf(get('/api/v1/me'))).toBe('session/not-signed-in')
    expect((await get('/api/v1/hello/a')).status).toBe(200)
  })

  test('a role opens its own doors and no others', async () => {
    const cookie = await signedIn()
    expect((await post('/api/v1/write', { n: 2 }, cookie)).status).toBe(200)
    const refused = await get('/api/v1/audit', cookie)
    expect([refused.status, await codeOf(refused)]).toEqual([403, 'permission/not-allowed'])
  })

  test('where a second factor is demanded, whoever has none is stopped until one is set up', async () => {
    const demand = (isDemanded: boolean) => database.admin.query('update organisation set factor_demanded = $1', [isDemanded])
    const cookie = await signedIn()
    await demand(true)
    const refused = await post('/api/v1/write', { n: 2 }, cookie)
    expect([refused.status, await codeOf(refused)]).toEqual([403, 'session/factor-needed'])
    const session = await parts.auth.findSession(cookie.cookie.split('=')[1] ?? '')
    if (!session) throw new Error('no session')
    await parts.auth.factors.makeCodes(session, { kind: 'sheet' })
    expect((await post('/api/v1/write', { n: 2 }, cookie)).status).toBe(200)
    await demand(false)
    await parts.auth.factors.drop(session, { way: 'sheet' })
  })

  test('nothing is read from one who may not come in', async () => {
    expect(await codeOf(post('/api/v1/write', { n: 'x'.repeat(10_000) }))).toBe('session/not-signed-in')
  })

  test('the organisation of the scope is that of the session', async () => {
    const { organisation } = (await (await get('/api/v1/me', await signedIn())).json()) as { organisation: string }
    const { rows } = await withScope(database.pool, { organisation }, (client) => client.query('select count(*) as n from organisation'))
    expect(rows[0].n).toBe(1)
  })

  test('a session that was idle for too long is over', async () => {
    const cookie = await signedIn()
    clock.moveMinutes(31)
    expect(await codeOf(get('/api/v1/me', cookie))).toBe('session/not-signed-in')
  })
})

describe('the cookie', () => {
  test('is out of reach for scripts and not sent along from other sites', async () => {
    const set = (await post('/api/v1/sign-in', { login: 'soumu', password })).headers.getSetCookie()
    expect(set[0]).toMatch(/^mimamori=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(set[1]).toMatch(/^mimamori-device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(set).toHaveLength(2)
  })

  test('is bound to this host and to HTTPS where there is HTTPS', async () => {
    const secure = createApp({ ...parts, config: { host: '127.0.0.1', isSecure: true } })
    const headers = { ...own, origin: 'https://localhost:4646', 'content-type': 'application/json' }
    const response = await secure.request('/api/v1/sign-in', {
      method: 'POST',
      headers,
      body: JSON.stringify({ login: 'soumu', password }),
    })
    const set = response.headers.getSetCookie()
    expect(set[0]).toMatch(/^__Host-mimamori=.*; Secure; SameSite=Lax$/)
    expect(set[1]).toMatch(/^__Host-mimamori-device=.*; Secure; SameSite=Lax$/)
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000')
  })
})
