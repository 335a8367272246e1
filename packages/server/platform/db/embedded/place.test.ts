import { chmod, chown, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { choosePlace, databaseAccount, isReachable } from './place.ts'

const parent = await mkdtemp(join(tmpdir(), 'mimamori-place-'))
await chmod(parent, 0o711)
const closed = join(parent, 'closed')
await mkdir(join(closed, 'inner'), { recursive: true })
await chmod(closed, 0o700)
const isRoot = process.getuid?.() === 0

afterAll(() => rm(parent, { recursive: true, force: true }))

test('a folder below a closed one is not reachable for others', async () => {
  expect(await isReachable(join(closed, 'inner', 'not-there-yet'), databaseAccount)).toBe(false)
  expect(await isReachable(join(parent, 'data'), databaseAccount)).toBe(true)
})

test('a folder that cannot be made is told by its name', async () => {
  const folder = '/proc/mimamori'
  await expect(choosePlace({ defaultFolder: folder })).rejects.toMatchObject({
    code: 'database/data-folder-not-made',
    problem: { file: folder },
  })
})

describe.runIf(isRoot)('started as root', () => {
  test('below a closed folder the data goes elsewhere, and it is said so', async () => {
    const fallbackRoot = join(parent, 'var')
    const place = await choosePlace({ defaultFolder: join(closed, 'data'), fallbackRoot })
    expect(place.dataFolder.startsWith(`${fallbackRoot}/`)).toBe(true)
    expect(place.notes[0]?.en).toContain(place.dataFolder)
    const again = await choosePlace({ defaultFolder: join(closed, 'data'), fallbackRoot })
    expect(again.dataFolder).toBe(place.dataFolder)
    const other = await choosePlace({ defaultFolder: join(closed, 'other'), fallbackRoot })
    expect(other.dataFolder).not.toBe(place.dataFolder)
  })

  test('a folder that was asked for by name is refused rather than replaced', async () => {
    const asked = choosePlace({ defaultFolder: join(parent, 'data'), dataSetting: join(closed, 'data') })
    await expect(asked).rejects.toMatchObject({ code: 'database/data-folder-unreachable' })
  })

  test('others may pass through the data folder and not look into it', async () => {
    const place = await choosePlace({ defaultFolder: join(parent, 'data') })
    expect((await stat(place.dataFolder)).mode & 0o777).toBe(0o711)
    expect(place.runAs).toEqual(databaseAccount)
  })

  test('data that an ordinary user made goes on belonging to that user', async () => {
    const cluster = join(parent, 'earlier', 'postgres')
    await mkdir(cluster, { recursive: true })
    await chown(cluster, 1234, 1234)
    const place = await choosePlace({ defaultFolder: join(parent, 'earlier') })
    expect(place.runAs).toEqual({ uid: 1234, gid: 1234 })
  })
})
