import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@mimamori/contract'
import { throwAwayDatabase, urlOf } from '@mimamori/testing'
import { firstOwner, lineTo, startProcess } from '@mimamori/testing/process'
import { afterAll, expect, test } from 'vitest'

const database = await throwAwayDatabase()
const data = mkdtempSync(join(tmpdir(), 'mimamori-outage-'))
const line = await lineTo(database.address.app)
const server = await startProcess({ data, env: { DATABASE_URL: urlOf(line.connection) } })
afterAll(async () => {
  await server.stop()
  await line.stop()
  rmSync(data, { recursive: true, force: true })
})

const owner = await firstOwner(server, { login: 'hanako', password: 'asagao-to-himawari-2026', name: '見本 花子' })
const { facility } = await owner.ask(routes.createFacility, { body: { name: 'みまもり市立病院' } })
const params = { facility }

async function add(id: string) {
  const change = { kind: 'add', slice: 'people', record: { id: id as never, name: '見本' } } as const // an id of this slice
  return owner.call(routes.change, { params, body: { changes: [{ change }] } })
}

async function people(): Promise<readonly string[]> {
  return (await owner.ask(routes.facts, { params })).people.map(({ record }) => record.id)
}

const away = { kind: 'error', status: 503, error: { code: 'database/away', message: { ja: expect.any(String), en: expect.any(String) } } }

test('while the database is gone every answer says so in words, and afterwards all goes on without a restart', {
  timeout: 120_000,
}, async () => {
  expect((await add('p:before')).kind).toBe('ok')
  line.cut()
  for (let round = 0; round < 3; round++) {
    expect(await add(`p:away.${round}`)).toMatchObject(away)
    expect(await owner.call(routes.home, { params })).toMatchObject(away)
    expect(await owner.call(routes.signIn, { body: { login: 'hanako', password: 'asagao-to-himawari-2026' } })).toMatchObject(away)
  }
  expect((await owner.get('/readyz')).status).toBe(503)
  expect((await owner.get('/healthz')).status).toBe(200)
  line.mend()
  await expect.poll(async () => (await owner.get('/readyz')).status, { timeout: 20_000 }).toBe(200)
  expect((await add('p:after')).kind).toBe('ok')
  expect(await people()).toEqual(['p:after', 'p:before'])
  expect(server.child.exitCode).toBeNull()
})

test('a database that goes away in the middle of work loses nothing that was acknowledged', { timeout: 120_000 }, async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < 5; round++) {
    const writing = Array.from({ length: 8 }, async (_, writer) => {
      for (let at = 0; ; at++) {
        const id = `p:${round}.${writer}.${at}`
        const answer = await add(id)
        if (answer.kind === 'error') return answer.status
        acknowledged.push(id)
      }
    })
    await expect.poll(() => acknowledged.filter((id) => id.startsWith(`p:${round}.`)).length, { timeout: 20_000 }).toBeGreaterThan(8)
    line.cut()
    expect(new Set(await Promise.all(writing))).toEqual(new Set([503]))
    line.mend()
    await expect.poll(async () => (await owner.get('/readyz')).status, { timeout: 20_000 }).toBe(200)
  }
  const there = new Set(await people())
  expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
})
