import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { acquireLock } from './lock.ts'
import { ownIdentity } from './process-identity.ts'

const parent = await mkdtemp(join(tmpdir(), 'mimamori-lock-'))
let folder = parent

beforeEach(async () => {
  folder = await mkdtemp(join(parent, 'case-'))
})
afterAll(() => rm(parent, { recursive: true, force: true }))

async function plant(holder: object) {
  const file = join(folder, 'server.lock')
  await writeFile(file, JSON.stringify({ ...ownIdentity(), token: 'planted', since: '2026-04-01T00:00:00Z', ...holder }))
  return file
}

test('a lock is held once and free after its release', async () => {
  const lock = await acquireLock(folder)
  await expect(acquireLock(folder)).rejects.toMatchObject({ code: 'database/already-open' })
  await lock.release()
  await (await acquireLock(folder)).release()
  expect(await readdir(folder)).toEqual([])
})

test('the lock of a process that no longer runs is taken over', async () => {
  await plant({ pid: 2 ** 22 + 1 })
  await expect(acquireLock(folder)).resolves.toBeDefined()
})

test('a number that now belongs to another run of a process does not hold the lock', async () => {
  await plant({ started: 'long ago' })
  await expect(acquireLock(folder)).resolves.toBeDefined()
})

test('a lock file that was damaged is taken over', async () => {
  await writeFile(join(folder, 'server.lock'), '{"pid"')
  await expect(acquireLock(folder)).resolves.toBeDefined()
})

test('a holder in another container, which shows only by its beat, is believed', async () => {
  const file = await plant({ pid: 1, space: 'pid:[1]' })
  const beat = setInterval(() => void utimes(file, new Date(), new Date()), 100)
  await expect(acquireLock(folder, { silenceMs: 2_000 })).rejects.toMatchObject({ code: 'database/already-open' })
  clearInterval(beat)
})

test('a holder in another container that has fallen silent is dead', async () => {
  await plant({ pid: 1, space: 'pid:[1]' })
  await expect(acquireLock(folder, { silenceMs: 500 })).resolves.toBeDefined()
})

test('of many who come at once upon a dead lock, one gets it', async () => {
  await plant({ pid: 2 ** 22 + 1 })
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => acquireLock(folder)))
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
})
