import { X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, expect, test } from 'vitest'
import { startListening } from '../http/index.ts'
import type { AppEnvironment } from '../http/request-facts.ts'
import { makeTls } from './index.ts'

const folder = await mkdtemp(join(tmpdir(), 'mimamori-tls-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const now = new Date()
const made = await makeTls({ folder, names: ['localhost', '127.0.0.1', 'Mimamori.byoin.local'], now })

function status(port: number, options: { ca?: string; servername?: string }): Promise<number | string> {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path: '/', ...options }, (response) => resolve(response.statusCode ?? 0)).on('error', (error) =>
      resolve('code' in error ? String(error.code) : error.message),
    )
  })
}

test('a server with the certificate is trusted by whoever trusts the authority, and by nobody else', async () => {
  const app = new Hono<AppEnvironment>()
  app.get('/', (context) => context.text('ok'))
  const config = { host: '127.0.0.1', port: 0, isLoopback: true, tlsCert: made.certificateFile, tlsKey: made.keyFile }
  const listening = await startListening(app, config)
  const ca = await readFile(made.authorityFile, 'utf8')
  expect(await status(listening.port, { ca, servername: 'mimamori.byoin.local' })).toBe(200)
  expect(await status(listening.port, { ca })).toBe(200)
  expect(await status(listening.port, { ca, servername: 'another.example' })).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
  expect(await status(listening.port, {})).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
  await listening.stop()
})

test('the private keys are for the own user alone', async () => {
  for (const file of [made.keyFile, made.authorityKeyFile]) expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('the authority vouches for servers alone, and the certificate cannot vouch for anything', async () => {
  const authority = new X509Certificate(await readFile(made.authorityFile))
  const server = new X509Certificate(await readFile(made.certificateFile))
  expect([authority.ca, server.ca]).toEqual([true, false])
  expect(server.checkIssued(authority)).toBe(true)
  expect(server.verify(authority.publicKey)).toBe(true)
  expect(server.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, DNS:mimamori.byoin.local')
  const days = (new Date(server.validTo).getTime() - now.getTime()) / 86_400_000
  expect(days).toBeLessThan(825)
})

test('a second time the authority stays, so that nothing is to be done at the PCs', async () => {
  const again = await makeTls({ folder, names: ['localhost'], now })
  expect(again).toMatchObject({ fingerprint: made.fingerprint, isNewAuthority: false, names: ['localhost'] })
})

test('an authority whose key lies in the safe is not replaced by another in silence', async () => {
  const other = await mkdtemp(join(tmpdir(), 'mimamori-tls-'))
  const first = await makeTls({ folder: other, names: ['localhost'], now })
  await rm(first.authorityKeyFile)
  await expect(makeTls({ folder: other, names: ['localhost'], now })).rejects.toMatchObject({ code: 'tls/authority-key-away' })
  await rm(other, { recursive: true })
})

test.each(['https://mimamori.local', 'a b', '-x', '', '*.byoin.local'])('%j is no name', async (name) => {
  await expect(makeTls({ folder, names: [name], now })).rejects.toMatchObject({ code: 'tls/bad-name' })
})
