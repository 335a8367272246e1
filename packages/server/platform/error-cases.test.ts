import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ThrowAwayDatabase, throwAwayDatabase, urlOf } from '@mimamori/testing'
import { Hono } from 'hono'
import type pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { openOffline } from '../offline.ts'
import { hashPassword } from './auth/password.ts'
import { ConfigError, readConfig } from './config/index.ts'
import { checkServer } from './db/checks.ts'
import { findNative } from './db/embedded/native.ts'
import { choosePlace } from './db/embedded/place.ts'
import { problemOf } from './errors/user-error.ts'
import { answerError } from './http/error-response.ts'
import { makeSampleApp } from './http/fixtures/sample-app.ts'
import { guardProxy } from './http/guards.ts'
import { silentLog } from './log/log.ts'

const database: ThrowAwayDatabase = await throwAwayDatabase()
const sample = await makeSampleApp(database.pool)
const folder = await mkdtemp(join(tmpdir(), 'mimamori-errors-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function thrown(work: () => unknown): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    return problemOf(error)?.code
  }
}

/** What a fault of the world around us is answered with. */
function answered(code: string): string {
  return answerError(Object.assign(new Error('fault'), { code }), { reference: 'R', log: silentLog() }).body.error.code
}

/** A server that answers with these facts: none of the kind can be installed here. */
function serverWith(facts: object): pg.Pool {
  return { query: async () => ({ rows: [facts] }) } as unknown as pg.Pool // as much of a pool as is asked
}

const facts = { version: '18.0', version_number: 180_000, encoding: 'UTF8', fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }

async function asOtherUser(work: () => Promise<unknown>): Promise<string | undefined> {
  const { getuid } = process
  Object.assign(process, { getuid: () => 12_345 })
  try {
    return await thrown(work)
  } finally {
    Object.assign(process, { getuid })
  }
}

async function samePort(): Promise<string | undefined> {
  try {
    readConfig({ MIMAMORI_PORT: '4700', MIMAMORI_METRICS_PORT: '4700' })
    return undefined
  } catch (error) {
    return error instanceof ConfigError ? error.problems[0]?.code : undefined
  }
}

/** The store without a server, on the database of this test. */
async function offline(login: string) {
  return openOffline({
    env: { DATABASE_URL: urlOf(database.address.app) },
    defaultFolder: join(folder, 'data'),
    examplesFolder: folder,
    login,
  })
}

async function exportOfNothing(): Promise<string | undefined> {
  const store = await offline('soumu')
  try {
    return await thrown(() => store.exportFolder(undefined, join(folder, 'out')))
  } finally {
    await store.stop()
  }
}

async function onOtherMachine(work: () => Promise<unknown>): Promise<string | undefined> {
  const { arch } = process
  Object.defineProperty(process, 'arch', { value: 'none' })
  try {
    return await thrown(work)
  } finally {
    Object.defineProperty(process, 'arch', { value: arch })
  }
}

async function pastTheProxy(): Promise<string> {
  const app = new Hono()
  app.use(guardProxy({ host: '0.0.0.0', isSecure: true, trustedProxy: ['192.0.2.1'] }))
  app.onError((error, context) => context.text(problemOf(error)?.code ?? '', 403))
  const env = { incoming: { socket: { remoteAddress: '198.51.100.7' } } }
  return (await app.request('/', {}, env)).text()
}

async function withoutOrganisation(): Promise<string> {
  const { get, signedIn } = sample
  await database.admin.query('delete from membership')
  return (await (await get('/api/v1/me', await signedIn())).text()).match(/"code":"([^"]+)"/)?.[1] ?? ''
}

/** Codes with what triggers them, for those that no test beside their place does. */
const cases: Readonly<Record<string, () => Promise<string | undefined> | string>> = {
  'auth/too-busy': () => thrown(() => Promise.all(Array.from({ length: 50 }, () => hashPassword('tsukue-kumo')))),
  'config/invalid': () => thrown(() => readConfig({ MIMAMORI_PORT: '99999' })),
  'database/away': () => answered('ECONNREFUSED'),
  'database/disk-full': () => answered('53100'),
  'request/changed-meanwhile': () => answered('40001'),
  'server/fault': () => answered('XX000'),
  'database/too-old': () => thrown(() => checkServer(serverWith({ ...facts, version: '14.9', version_number: 140_009 }))),
  'database/wrong-encoding': () => thrown(() => checkServer(serverWith({ ...facts, encoding: 'SQL_ASCII' }))),
  'database/no-embedded-postgres': () => onOtherMachine(() => findNative()),
  'database/data-of-another-user': () => asOtherUser(() => choosePlace({ defaultFolder: folder })),
  'config/same-port': samePort,
  'offline/no-login': () => thrown(() => offline('nobody')),
  'offline/no-facility': exportOfNothing,
  'request/past-the-proxy': pastTheProxy,
  'session/no-organisation': withoutOrganisation,
}

/** What only a PostgreSQL or a machine in a state that no test can bring about causes, with why. */
const notTriggered: Readonly<Record<string, string>> = {
  'database/no-setuid': 'a kernel that forbids root to become another account',
  'database/orphan-will-not-stop': 'a PostgreSQL that three signals and 70 seconds do not end',
}

describe('every error of the platform', () => {
  test.each(Object.entries(cases))('%s is told when it happens', { timeout: 60_000 }, async (code, trigger) => {
    expect(await trigger()).toBe(code)
  })

  test('is triggered here or beside its place', () => {
    const packages = new URL('../../', import.meta.url)
    const files = ['server', 'cli'].flatMap((folder) =>
      readdirSync(new URL(folder, packages), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name}`),
    )
    const read = (names: readonly string[]) => names.map((name) => readFileSync(new URL(name, packages), 'utf8')).join('\n')
    const isOurs = (name: string) => name.startsWith('server/') && !name.startsWith('server/areas/')
    const source = read(files.filter((name) => isOurs(name) && !/\.test\.ts$|fixtures/.test(name)))
    // Areas and the command line are where some errors of the platform come to light.
    const tests = read(files.filter((name) => name.endsWith('.test.ts') && !name.endsWith('error-cases.test.ts')))
    const codes = [...new Set([...source.matchAll(/code: '([a-z]+\/[a-z-]+)'/g)].map(([, code = '']) => code))]
    expect(codes.length).toBeGreaterThan(50)
    expect(codes.filter((code) => !(code in cases) && !(code in notTriggered) && !tests.includes(`${code}'`))).toEqual([])
  })
})
