import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { throwAwayDatabase, urlOf } from '@mimamori/testing'
import { afterAll, expect, test } from 'vitest'
import { startServer } from './start.ts'

const database = await throwAwayDatabase()
const folder = await mkdtemp(join(tmpdir(), 'mimamori-serve-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const url = urlOf(database.address.app)
const examplesFolder = fileURLToPath(new URL('../../examples', import.meta.url))
const start = () =>
  startServer({
    env: { DATABASE_URL: url, MIMAMORI_DATA: folder, MIMAMORI_PORT: String(40_000 + (process.pid % 20_000)), MIMAMORI_LOG_LEVEL: 'silent' },
    defaultFolder: folder,
    examplesFolder,
  })

test('the whole server starts on a socket, is set up once by its link, and stops', async () => {
  const server = await start()
  const session = await fetch(`${server.url}/api/v1/session`).then((response) => response.json())
  expect(session).toMatchObject({ state: 'setup', facilities: [] })
  const token = new URLSearchParams(new URL(server.setupUrl ?? '').hash.slice(1)).get('token')
  const body = JSON.stringify({ token, login: 'soumu', name: '見本 花子', password: 'tsukue-kumo-banana' })
  const headers = { 'content-type': 'application/json', origin: server.url, 'sec-fetch-site': 'same-origin' }
  const claimed = await fetch(`${server.url}/api/v1/setup`, { method: 'POST', headers, body })
  expect(claimed.status).toBe(200)
  const cookie = (claimed.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const signedIn = await fetch(`${server.url}/api/v1/session`, { headers: { cookie } }).then((response) => response.json())
  expect(signedIn).toMatchObject({
    state: 'signed-in',
    person: { name: '見本 花子', login: 'soumu' },
    examples: expect.arrayContaining([expect.objectContaining({ loaded: false })]),
  })
  await server.stop()

  const again = await start()
  expect(again.setupUrl).toBeUndefined()
  expect(await fetch(`${again.url}/api/v1/session`).then((response) => response.json())).toMatchObject({ state: 'signed-out' })
  await again.stop()
})
