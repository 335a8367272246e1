import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { throwAwayDatabase, urlOf } from '@mimamori/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { openDatabase } from './open.ts'
import type { DirectConnection } from './pool.ts'

const database = await throwAwayDatabase()
const folder = await mkdtemp(join(tmpdir(), 'mimamori-open-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

function openWith(connection: DirectConnection) {
  return openDatabase({ defaultFolder: folder, url: urlOf(connection), onError: () => undefined })
}

describe('with DATABASE_URL', () => {
  test('the requests role of a server PostgreSQL is accepted', async () => {
    const open = await openWith(database.address.app)
    expect(open.kind).toBe('server')
    await open.stop()
  })

  test('a superuser is refused, since no row would be hidden from it', async () => {
    await expect(openWith(database.address.admin)).rejects.toMatchObject({ code: 'database/role-too-powerful' })
  })

  test('the owner of the tables is refused', async () => {
    await expect(openWith(database.address.owner)).rejects.toMatchObject({ code: 'database/role-too-powerful' })
  })

  test('a role that is not the requests role is refused', async () => {
    await expect(openWith(database.address.jobs)).rejects.toMatchObject({ code: 'database/wrong-role' })
  })

  test('a server that would lose acknowledged writes is refused', async () => {
    await database.admin.query(`alter role mimamori_app in database ${database.name} set synchronous_commit = off`)
    await expect(openWith(database.address.app)).rejects.toMatchObject({ code: 'database/not-durable' })
    await database.admin.query(`alter role mimamori_app in database ${database.name} reset synchronous_commit`)
  })

  test('a server that does not answer is named without its password', async () => {
    const wrong = openWith({ ...database.address.app, password: 'not-the-password' })
    await expect(wrong).rejects.toMatchObject({ code: 'database/unreachable' })
    await expect(wrong).rejects.not.toThrow(/not-the-password/)
  })
})
