import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { throwAwayDatabase } from '@mimamori/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkMigrations, migrate, readMigrations } from './migrations.ts'

const database = await throwAwayDatabase()
const { admin } = database
const emptyName = `${database.name}_empty`
const owner = { ...database.address.owner, database: emptyName }
const folder = await mkdtemp(join(tmpdir(), 'mimamori-migrations-'))

beforeAll(async () => {
  await admin.query(`create database ${emptyName} owner mimamori_owner`)
})
afterAll(async () => {
  await admin.query(`drop database ${emptyName} with (force)`)
  await rm(folder, { recursive: true, force: true })
})

async function readWith(name: string, sql: string) {
  await rm(folder, { recursive: true, force: true })
  await cp(new URL('../../migrations', import.meta.url), folder, { recursive: true })
  const count = (await readMigrations(folder)).length
  await writeFile(join(folder, `${String(count + 1).padStart(4, '0')}-${name}.sql`), sql)
  return readMigrations(folder)
}

describe('bringing a database up to date', () => {
  test('several processes at once apply every file exactly once', async () => {
    const migrations = await readMigrations()
    const results = await Promise.all([migrate(owner, migrations), migrate(owner, migrations), migrate(owner, migrations)])
    expect(results.flat()).toEqual(migrations.map((migration) => migration.name))
  })

  test('a second time there is nothing to do', async () => {
    expect(await migrate(owner, await readMigrations())).toEqual([])
  })

  test('a file that fails leaves nothing of itself behind', async () => {
    const migrations = await readWith('broken', 'create table half (id int); select 1 / 0;')
    await expect(migrate(owner, migrations)).rejects.toMatchObject({ code: 'database/migration-failed' })
    expect(await migrate(owner, await readMigrations())).toEqual([])
    const fixed = await readWith('fixed', 'create table half (id int);')
    expect(await migrate(owner, fixed)).toHaveLength(1)
  })

  test('a database that a newer program has updated is refused', async () => {
    await expect(migrate(owner, await readMigrations())).rejects.toMatchObject({ code: 'database/newer-than-program' })
  })

  test('a past file whose contents have changed is refused by name', async () => {
    const changed = (await readMigrations()).map((migration) =>
      migration.version === 1 ? { ...migration, sha256: '0'.repeat(64) } : migration,
    )
    await expect(migrate(database.address.owner, changed)).rejects.toMatchObject({
      code: 'database/migration-changed',
      problem: { file: '0001-base.sql' },
    })
  })

  test('the requests role is told what is missing, and applies nothing', async () => {
    await expect(checkMigrations(database.pool, await readWith('later', 'select 1'))).rejects.toMatchObject({
      code: 'database/migrations-missing',
    })
    await expect(checkMigrations(database.pool, await readMigrations())).resolves.toBeUndefined()
  })
})

describe('the files', () => {
  test('a gap in the numbers is a fault of ours', async () => {
    await writeFile(join(folder, '0099-gap.sql'), '')
    await expect(readMigrations(folder)).rejects.toThrow(/should have the number/)
  })

  test('a file named otherwise is a fault of ours', async () => {
    await writeFile(join(folder, 'Extra.sql'), '')
    await expect(readMigrations(folder)).rejects.toThrow(/NNNN-name/)
  })
})
