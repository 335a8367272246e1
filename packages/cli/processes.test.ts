import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { routes } from '@mimamori/contract'
import { throwAwayDatabase, urlOf } from '@mimamori/testing'
import { firstOwner, type RunningServer, startBalancer, startProcess, type Visitor, visitorOf } from '@mimamori/testing/process'
import { afterAll, describe, expect, test } from 'vitest'

const database = await throwAwayDatabase()
const data = mkdtempSync(join(tmpdir(), 'mimamori-processes-'))
const env = { DATABASE_URL: urlOf(database.address.app), MIMAMORI_DRAIN_SECONDS: '3' }
const start = (more: Readonly<Record<string, string>> = {}) => startProcess({ data, env: { ...env, ...more } })
const who = { login: 'hanako', password: 'asagao-to-himawari-2026', name: '見本 花子' }
const running = new Set<RunningServer>()
afterAll(async () => {
  await Promise.all([...running].map((server) => server.stop()))
  rmSync(data, { recursive: true, force: true })
})

async function started(): Promise<RunningServer> {
  const server = await start()
  running.add(server)
  return server
}

async function stopped(server: RunningServer): Promise<void> {
  running.delete(server)
  await server.stop()
}

const one = await started()
const owner = await firstOwner(one, who)
const two = await started()
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'clinic-1vendor' }, body: {} })
const params = { facility }

async function onSecond(): Promise<Visitor> {
  const visitor = visitorOf(two.url)
  await visitor.ask(routes.signIn, { body: { login: who.login, password: who.password } })
  return visitor
}

describe('two processes on one database', () => {
  test('each shows at once what the other has written, though both keep the picture in memory', async () => {
    const second = await onSecond()
    const before = await second.ask(routes.facts, { params })
    const own = before.facility
    await second.ask(routes.home, { params })
    const change = { kind: 'set', slice: 'facility', id: own.record.id, fields: { phone: '00-0000-1234' } } as const
    await owner.ask(routes.change, { params, body: { changes: [{ change, expected: own.version }] } })
    const after = await second.ask(routes.facts, { params })
    expect(after.facility.record.phone).toBe('00-0000-1234')
    expect(after.revision).toBeGreaterThan(before.revision)
  })

  test('a change against a version that the other process has replaced is a conflict, and overwrites nothing', async () => {
    const second = await onSecond()
    const { facility: own } = await second.ask(routes.facts, { params })
    const set = (phone: string) => ({
      change: { kind: 'set', slice: 'facility', id: own.record.id, fields: { phone } } as const,
      expected: own.version,
    })
    await owner.ask(routes.change, { params, body: { changes: [set('00-0000-0001')] } })
    const late = await second.call(routes.change, { params, body: { changes: [set('00-0000-0002')] } })
    const conflicts = late.kind === 'ok' ? late.value.conflicts : []
    expect(conflicts).toMatchObject([{ theirs: { phone: '00-0000-0001' } }])
    expect((await owner.ask(routes.facts, { params })).facility.record.phone).toBe('00-0000-0001')
  })

  test('a session begun at one is known to the other', async () => {
    owner.move(two.url)
    expect(await owner.ask(routes.session, {})).toMatchObject({ state: 'signed-in' })
    owner.move(one.url)
  })
})

test('a rolling restart behind one address fails no request', { timeout: 120_000 }, async () => {
  const balancer = await startBalancer()
  balancer.ports.add(one.port).add(two.port)
  await expect.poll(async () => (await fetch(`${balancer.url}/readyz`)).status).toBe(200)
  const visitor = visitorOf(balancer.url)
  await visitor.ask(routes.signIn, { body: { login: who.login, password: who.password } })
  const failed: string[] = []
  let done = 0
  let goesOn = true
  const working = Array.from({ length: 4 }, async (_, writer) => {
    for (let at = 0; goesOn; at++) {
      const change = { kind: 'add', slice: 'people', record: { id: `p:${writer}.${at}` as never, name: '見本' } } as const
      const answer = await visitor.call(routes.change, { params, body: { changes: [{ change }] } }).catch((error: unknown) => String(error))
      if (typeof answer === 'string' || answer.kind === 'error') failed.push(JSON.stringify(answer))
      done += 1
      await sleep(20)
    }
  })
  for (const old of [one, two]) {
    const next = await started()
    balancer.ports.add(next.port)
    await stopped(old)
    balancer.ports.delete(old.port)
  }
  goesOn = false
  await Promise.all(working)
  await balancer.stop()
  expect(failed).toEqual([])
  expect(done).toBeGreaterThan(10)
})

test('a process that was asked to stop says so to the balancer before it closes', { timeout: 60_000 }, async () => {
  const server = await started()
  const stopping = stopped(server)
  await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status, { timeout: 2_900, interval: 20 }).toBe(503)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  await stopping
})

test('a database that a newer release has updated is refused at the start, and is not touched', { timeout: 60_000 }, async () => {
  await database.admin.query(`insert into schema_migration (version, name, sha256) values (9999, '9999-later.sql', 'x')`)
  await expect(start()).rejects.toThrow(/newer Mimamori/)
  const withOwner = { MIMAMORI_DATABASE_OWNER_URL: urlOf(database.address.owner) }
  await expect(start(withOwner)).rejects.toThrow(/newer Mimamori/)
  await database.admin.query('delete from schema_migration where version = 9999')
})
