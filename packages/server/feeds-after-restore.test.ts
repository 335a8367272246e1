import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@mimamori/contract'
import { openFeeds } from '@mimamori/formats'
import { givenServer, urlOf } from '@mimamori/testing'
import { knownExploitedFile } from '@mimamori/testing/fixtures'
import { afterAll, expect, test } from 'vitest'
import { makeServices } from './app.ts'
import { applyChanges, openFacility } from './areas/facilities/index.ts'
import { areToBeReadAgain, feedStates, takeInFeeds } from './areas/vulnerabilities/feeds/index.ts'
import { matchFacility } from './areas/vulnerabilities/index.ts'
import { overviewOf } from './areas/vulnerabilities/pages/overview.ts'
import { makeBackup, restoreBackup } from './backup.ts'
import { loadSecret, makeAuth, makeKeys, makeLog, newRecoveryKey, openPool, prepareJobs, withScope } from './platform/index.ts'

const server = await givenServer()
const { database, owner } = server
const place = await mkdtemp(join(tmpdir(), 'mimamori-feeds-restore-'))
const name = `${database.name}_feeds`
afterAll(async () => {
  await database.admin.query(`drop database if exists ${name} with (force)`)
  await rm(place, { recursive: true, force: true })
})

function record(id: string, last: string, dateUpdated = '2026-11-01T00:00:00Z'): string {
  const versions = [{ version: '7.2.0', lessThanOrEqual: last, status: 'affected', versionType: 'semver' }]
  const affected = [{ vendor: 'Fortinet', product: 'FortiOS', defaultStatus: 'unaffected', versions }]
  return JSON.stringify({
    dataType: 'CVE_RECORD',
    dataVersion: '5.1',
    cveMetadata: { cveId: id, state: 'PUBLISHED', dateUpdated },
    containers: { cna: { title: 'A weakness of a test', affected } },
  })
}

const kev = knownExploitedFile('CVE-2099-1001')

const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
await server.takeIn('cve.json', record('CVE-2099-1001', '7.2.4'))
await server.takeIn('kev.json', kev)
await server.match(facility)

/** The same installation from its backup, with the services of its server. */
async function restored() {
  const key = newRecoveryKey()
  const file = join(place, 'whole.mimamori')
  const envOf = (of: string, data: string) => ({
    DATABASE_URL: urlOf(database.address.app, of),
    MIMAMORI_DATABASE_OWNER_URL: urlOf(database.address.owner, of),
    MIMAMORI_DATA: data,
  })
  await makeBackup({ env: envOf(database.name, server.dataFolder), defaultFolder: server.dataFolder, file, key })
  await database.admin.query(`create database ${name} owner mimamori_owner template template0 encoding 'UTF8'`)
  await database.admin.query(`grant create on database ${name} to mimamori_jobs`)
  const dataFolder = join(place, 'data')
  await restoreBackup({ env: envOf(name, dataFolder), defaultFolder: dataFolder, file, key })
  const log = makeLog({ level: 'silent' })
  await prepareJobs({ ...database.address.jobs, database: name }, log)
  const pool = openPool({ ...database.address.app, database: name }, { onError: () => undefined, max: 4 })
  afterAll(() => pool.end())
  const secret = await loadSecret(join(dataFolder, 'secret.key'))
  const { clock } = server
  const auth = makeAuth({ pool, clock, pepper: secret.derive('tries'), idleMinutes: 60, sessionHours: 12 })
  const examplesFolder = join(import.meta.dirname, '../../examples')
  const keys = makeKeys({ pool, clock, secret })
  return makeServices({ config: { host: '127.0.0.1', isSecure: false }, pool, clock, log, auth, keys, dataFolder, examplesFolder })
}

test('after a restore what was found stands, with its urgency, until the feeds are read again, and it is said that they must be', async () => {
  const services = await restored()
  const asking = { organisation: owner.who?.organisation ?? '' }
  const inScope = <T>(ask: Parameters<typeof withScope<T>>[2]) => withScope(services.pool, asking, ask)
  const now = () => openFacility(services, asking, facility)
  const view = async () => overviewOf(await now(), await inScope(feedStates))
  const found = async () => (await now()).picture.slices.matches.map(({ advisory, line }) => [advisory, line])
  const before = await found()
  expect(before.length).toBeGreaterThan(0)
  expect(await inScope(areToBeReadAgain)).toBe(true)
  expect((await view()).feedsToRead).toEqual(['kev', 'cve5'])

  const asset = { id: 'd:new', name: '新しい装置', kind: 'firewall', maker: 'Fortinet', model: 'FortiGate-40F', firmware: '7.2.4' }
  const change = { kind: 'add', slice: 'assets', record: asset } as never // a record without branded ids
  await applyChanges(services, asking, facility, [{ change }])
  await matchFacility(services, asking, facility)
  expect(await found()).toEqual(before)
  expect((await view()).headline.exploited).toBeGreaterThan(0)

  const parts = { pool: services.pool, clock: server.clock, products: services.catalogue.reference.knownProducts }
  const takeIn = (name: string, text: string) => takeInFeeds(parts, openFeeds({ name, bytes: Buffer.from(text) }))
  await takeIn('cve.json', record('CVE-2099-1001', '7.2.4', '2026-11-02T00:00:00Z'))
  await matchFacility(services, asking, facility)
  expect(await inScope(areToBeReadAgain)).toBe(false)
  expect((await view()).feedsToRead).toEqual(['kev'])
  expect((await view()).headline.exploited).toBeGreaterThan(0)

  await takeIn('kev.json', kev)
  await takeIn('cve.json', record('CVE-2099-1001', '7.2.3', '2026-11-03T00:00:00Z'))
  await matchFacility(services, asking, facility)
  expect((await view()).feedsToRead).toEqual([])
  expect(await found()).toEqual([])
})
