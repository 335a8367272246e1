import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { silentLog } from '../log/log.ts'
import { readAddress } from './addresses.ts'
import type { App } from './app.ts'
import { answerError } from './error-response.ts'
import { guardProxy } from './guards.ts'
import { type Listening, startListening } from './listen.ts'
import { makeMetrics } from './metrics.ts'
import type { AppEnvironment } from './request-facts.ts'
import { staticFiles } from './static-files.ts'

const folder = await mkdtemp(join(tmpdir(), 'mimamori-static-'))
const web = join(folder, 'web')
await mkdir(join(web, 'assets'), { recursive: true })
await writeFile(join(web, 'index.html'), '<!doctype html><title>みまもり</title>')
await writeFile(join(web, 'assets', 'app-Dk3x_9aQ.js'), 'console.log(1)\n'.repeat(200))
await writeFile(join(folder, 'secret.txt'), 'secret')
await writeFile(join(web, '.env'), 'secret')
await symlink(join(folder, 'secret.txt'), join(web, 'link.txt'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const open: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop()
})

function makeApp(): App {
  const app: App = new Hono<AppEnvironment>()
  app.onError((error, context) => context.json(answerError(error, { reference: 'R', log: silentLog() }).body, 403))
  return app
}

async function start(app: App, config: Partial<Parameters<typeof startListening>[1]> = {}): Promise<Listening> {
  const listening = await startListening(app, { host: '127.0.0.1', port: 0, isLoopback: true, ...config })
  open.push(listening)
  return listening
}

/** Sends the path as it is: `fetch` would tidy up `..` before sending. */
function rawGet(port: number, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, path, host: '127.0.0.1' }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += String(chunk)
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('listening', () => {
  test('on an address that others reach is refused without TLS', async () => {
    await expect(startListening(makeApp(), { host: '0.0.0.0', port: 0, isLoopback: false })).rejects.toMatchObject({
      code: 'http/network-without-tls',
    })
  })

  test('on a port that is taken is told in words', async () => {
    const { port } = await start(makeApp())
    await expect(start(makeApp(), { port })).rejects.toMatchObject({ code: 'http/port-taken' })
  })

  test('answers what has begun before it closes', async () => {
    const app = makeApp()
    app.get('/slow', async (context) => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      return context.text('done')
    })
    const listening = await start(app)
    const answer = rawGet(listening.port, '/slow')
    await new Promise((resolve) => setTimeout(resolve, 50))
    await listening.stop()
    expect(await answer).toEqual({ status: 200, body: 'done' })
  })

  test('the address to open is the public one where there is one', async () => {
    expect((await start(makeApp())).url).toMatch(/^http:\/\/localhost:\d+$/)
    expect((await start(makeApp(), { publicUrl: new URL('https://mimamori.example.jp/') })).url).toBe('https://mimamori.example.jp')
  })
})

describe('the built screens', () => {
  const app = makeApp()
  app.use(staticFiles(web))

  test('pages get index.html, unchanging files may be kept, and large texts are compressed', async () => {
    const page = await app.request('/facilities/h:1/checklist')
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(await page.text()).toContain('みまもり')
    const script = await app.request('/assets/app-Dk3x_9aQ.js', { headers: { 'accept-encoding': 'gzip' } })
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect(script.headers.get('content-encoding')).toBe('gzip')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const again = await app.request('/assets/app-Dk3x_9aQ.js', { headers: { 'if-none-match': script.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  test('an address of the API never gets a page', async () => {
    expect((await app.request('/api/v1/nowhere')).status).toBe(404)
    expect((await app.request('/assets/missing-Dk3x_9aQ.js')).status).toBe(404)
  })

  test('a page whose address ends in an id with points opens when it is loaded anew, as any other does', async () => {
    for (const path of ['/v/r1/sh%3A2026.r7.rei-gazo.images', '/v/r1/sh:2026.r7.own', '/f/fac:1/vendors/sh:2026.r7.kensa.js-kai']) {
      const page = await app.request(path)
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    }
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/link.txt',
    '/.env',
    '/%00.txt',
    '/%ff.txt',
  ])('%s leads nowhere', async (path) => {
    const { port } = await start(app)
    const { body } = await rawGet(port, path)
    expect(body).not.toContain('secret')
  })
})

describe('behind a proxy', () => {
  const app = makeApp()
  const config = { host: '0.0.0.0', isSecure: true, trustedProxy: ['10.0.0.5', '10.0.0.6'] }
  app.use(guardProxy(config))
  app.get('/', (context) => context.json(readAddress(context, config.trustedProxy)))
  const from = (remoteAddress: string, forwarded?: string) =>
    app.request('/', { headers: forwarded ? { 'x-forwarded-for': forwarded } : {} }, { incoming: { socket: { remoteAddress } } })

  test('the address is the last one that a trusted proxy vouches for', async () => {
    const response = await from('::ffff:10.0.0.5', '1.2.3.4, 192.0.2.9, 10.0.0.6')
    expect(await response.json()).toEqual({ socket: '10.0.0.5', client: '192.0.2.9' })
  })

  test('whoever comes past the proxy is refused, except from this machine', async () => {
    expect((await from('192.0.2.9')).status).toBe(403)
    expect((await from('127.0.0.1')).status).toBe(200)
  })

  test('a header of one who is no proxy is not believed', async () => {
    expect(await (await from('127.0.0.1', '1.2.3.4')).json()).toMatchObject({ client: '127.0.0.1' })
  })
})

test('metrics are figures on this machine alone', async () => {
  const metrics = makeMetrics({ totalCount: 3, idleCount: 2, waitingCount: 0 })
  metrics.observe({ method: 'GET', route: 'home', status: 200, milliseconds: 12 })
  const server = await metrics.listen(0)
  open.push(server)
  const text = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text()
  expect(text).toContain('mimamori_database_connections{state="idle"} 2')
  expect(text).toContain('mimamori_http_request_seconds_count{method="GET",route="home",status="200"} 1')
  expect((await rawGet(server.port, '/')).status).toBe(404)
})
