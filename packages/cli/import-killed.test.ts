import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@mimamori/contract'
import { deviceRegister, throwAwayDatabase, urlOf } from '@mimamori/testing'
import { firstOwner, type RunningServer, startProcess } from '@mimamori/testing/process'
import { afterAll, expect, test } from 'vitest'

const database = await throwAwayDatabase()
const data = mkdtempSync(join(tmpdir(), 'mimamori-killed-'))
const running = new Set<RunningServer>()
afterAll(async () => {
  await Promise.all([...running].map((server) => server.stop()))
  rmSync(data, { recursive: true, force: true })
})

async function started(): Promise<RunningServer> {
  const server = await startProcess({ data, env: { DATABASE_URL: urlOf(database.address.app) } })
  running.add(server)
  return server
}

test('a register that was looked at before the server was killed is registered after it, once', { timeout: 120_000 }, async () => {
  const first = await started()
  const owner = await firstOwner(first, { login: 'hanako', password: 'asagao-to-himawari-2026', name: '見本 花子' })
  const params = await owner.ask(routes.createFacility, { body: { name: '見本病院' } })
  const bytes = Buffer.from(deviceRegister)
  const seen = await owner.upload(routes.preview, { params, query: {} }, { name: '台帳.csv', bytes })
  running.delete(first)
  await first.kill('server')
  owner.move((await started()).url)
  expect((await owner.ask(routes.assets, { params })).total).toBe(0)
  const draft = { params: { ...params, draft: seen.kind === 'ok' ? seen.value.id : '' }, body: {} }
  await owner.ask(routes.applyImport, draft)
  expect((await owner.ask(routes.assets, { params })).total).toBe(3)
  expect(await owner.call(routes.applyImport, draft)).toMatchObject({ kind: 'error', error: { code: 'import/no-such-draft' } })
})
