import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@mimamori/contract'
import { type Acting, givenServer, urlOf } from '@mimamori/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { makeApp } from './app.ts'
import { makeBackup, restoreBackup } from './backup.ts'
import { verifyAudit } from './platform/audit/index.ts'
import { readAuditLines } from './platform/audit/store.ts'
import type { Migration } from './platform/db/index.ts'
import {
  loadSecret,
  makeAuth,
  makeKeys,
  makeLog,
  migrate,
  newRecoveryKey,
  openPool,
  readMigrations,
  verifySignature,
} from './platform/index.ts'

const server = await givenServer()
const { database, owner } = server
const place = await mkdtemp(join(tmpdir(), 'mimamori-backup-test-'))
const key = newRecoveryKey()
let made = 0
const databases: string[] = []

afterAll(async () => {
  for (const name of databases) await database.admin.query(`drop database if exists ${name} with (force)`)
  await rm(place, { recursive: true, force: true })
})

function envOf(name: string, data: string): NodeJS.ProcessEnv {
  const { app, owner: ownerRole } = database.address
  return { DATABASE_URL: urlOf(app, name), MIMAMORI_DATABASE_OWNER_URL: urlOf(ownerRole, name), MIMAMORI_DATA: data }
}

/** An empty database of the owner role, and an empty folder beside it. */
async function emptyPlace(): Promise<{ name: string; data: string; env: NodeJS.ProcessEnv }> {
  made += 1
  const name = `${database.name}_r${made}`
  databases.push(name)
  await database.admin.query(`create database ${name} owner mimamori_owner template template0 encoding 'UTF8'`)
  const data = join(place, `data-${made}`)
  return { name, data, env: envOf(name, data) }
}

/** A backup of an installation without people, made by a program of these migrations. */
async function backupBy(migrations: readonly Migration[]): Promise<string> {
  const { name, data, env } = await emptyPlace()
  await migrate({ ...database.address.owner, database: name }, migrations)
  await loadSecret(join(data, 'secret.key'))
  const file = join(place, `${name}.mimamori`)
  await makeBackup({ env, defaultFolder: data, file, key })
  return file
}

function superuser(name: string) {
  return openPool({ ...database.address.admin, database: name }, { onError: () => undefined, max: 2 })
}

async function asSuperuser<T>(name: string, work: (pool: ReturnType<typeof superuser>) => Promise<T>): Promise<T> {
  const pool = superuser(name)
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

/** A print of the rows of every table, so that two databases can be compared whole. */
async function printsOf(name: string): Promise<Record<string, string>> {
  return asSuperuser(name, async (pool) => {
    const { rows } = await pool.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    )
    const prints: Record<string, string> = {}
    for (const { relname } of rows) {
      if (relname === 'schema_migration' || relname === 'session') continue
      const print = await pool.query(
        `select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text collate "C")), '') as print from "${relname}" t`,
      )
      prints[relname] = print.rows[0].print
    }
    return prints
  })
}

async function filesOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const files = names.map(async (entry) => {
    const path = join(entry.parentPath, entry.name)
    return [path.slice(folder.length), (await readFile(path)).toString('base64').slice(0, 2_000)] as const
  })
  return Object.fromEntries((await Promise.all(files)).sort(([a], [b]) => (a < b ? -1 : 1)))
}

async function keptHospital(): Promise<{ facility: string; pack: Buffer; id: string }> {
  const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
  const file = { name: '規程.txt', bytes: 'サーバ室の鍵は\t総務課\\保管\n' }
  const kept = await owner.upload(routes.addEvidence, { params: { facility }, query: {} }, file)
  if (kept.kind === 'error') throw new Error(JSON.stringify(kept.error))
  const change = { kind: 'set', slice: 'facility', id: facility, fields: { notes: 'タブ\tと改行\nと\\N と 👍 と 髙﨑' } } as const
  await owner.call(routes.change, { params: { facility }, body: { changes: [{ change }] } })
  const pack = await owner.download(routes.makePaper, { params: { facility, kind: 'pack' }, query: { format: 'pdf' } })
  const { made: papers } = await owner.ask(routes.papers, { params: { facility } })
  return { facility, pack: pack.bytes, id: papers[0]?.id ?? '' }
}

const { facility, pack, id } = await keptHospital()
const file = join(place, 'whole.mimamori')
const told = await makeBackup({ env: envOf(database.name, server.dataFolder), defaultFolder: server.dataFolder, file, key })

/** The whole server on a restored database, with somebody who signs in anew. */
async function onRestored(name: string, data: string) {
  const pool = openPool({ ...database.address.app, database: name }, { onError: () => undefined, max: 4 })
  const secret = await loadSecret(join(data, 'secret.key'))
  const { clock } = server
  const auth = makeAuth({ pool, clock, pepper: secret.derive('tries'), idleMinutes: 60, sessionHours: 12 })
  const keys = makeKeys({ pool, clock, secret })
  const app = makeApp({
    config: { host: '127.0.0.1', isSecure: false },
    pool,
    clock,
    log: makeLog({ level: 'silent' }),
    auth,
    keys,
    dataFolder: data,
    examplesFolder: join(import.meta.dirname, '../../examples'),
  })
  return { app, keys, stop: () => pool.end() }
}

const own = { host: 'localhost:4646', origin: 'http://localhost:4646', 'content-type': 'application/json' }

describe('a backup restored into an empty installation', () => {
  test('holds every row, every file and the key of the signatures', async () => {
    const { name, data, env } = await emptyPlace()
    const loaded = await restoreBackup({ env, defaultFolder: data, file, key })
    expect(await printsOf(name)).toEqual(await printsOf(database.name))
    for (const folder of ['evidence', 'papers'])
      expect(await filesOf(join(data, folder))).toEqual(await filesOf(join(server.dataFolder, folder)))
    expect(await readFile(join(data, 'secret.key'), 'utf8')).toBe(await readFile(join(server.dataFolder, 'secret.key'), 'utf8'))
    expect(loaded).toMatchObject({ rows: told.rows, files: told.files, applied: [] })
    expect(loaded.audit.intact).toBe(loaded.audit.trails)
    expect(loaded.keys.opened).toBe(loaded.keys.stored)
    expect(loaded.kept.present).toBe(loaded.kept.rows)
    expect(loaded.kept.rows).toBeGreaterThan(0)
  })

  test('works: people sign in, papers are the same bytes, the trail goes on and verifies', async () => {
    const { name, data, env } = await emptyPlace()
    await restoreBackup({ env, defaultFolder: data, file, key })
    const { app, keys, stop } = await onRestored(name, data)
    const before = await app.request(routes.home.path.replace(':facility', facility), { headers: { ...own, cookie: owner.cookie } })
    expect(before.status).toBe(401)
    const signedIn = await app.request(routes.signIn.path, {
      method: 'POST',
      headers: own,
      body: JSON.stringify({ login: 'soumu', password: 'tsukue-kumo-banana' }),
    })
    expect(signedIn.status).toBe(200)
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const again = await app.request(
      `/api/v1/facilities/${encodeURIComponent(facility)}/papers/pack?format=pdf&id=${encodeURIComponent(id)}`,
      {
        headers: { ...own, cookie },
      },
    )
    expect(Buffer.from(await again.arrayBuffer()).equals(pack)).toBe(true)
    const organisation = owner.who?.organisation ?? ''
    const signed = await keys.sign(Buffer.from('x'), organisation)
    expect(verifySignature({ ...signed, bytes: Buffer.from('x') })).toBe(true)
    await asSuperuser(name, async (pool) => {
      const client = await pool.connect()
      const verdict = await verifyAudit(readAuditLines(client, organisation))
      client.release()
      expect(verdict).toMatchObject({ isIntact: true, entries: expect.any(Number) })
      const { rows } = await pool.query(`select count(*)::int as forced from pg_class where relforcerowsecurity`)
      const { rows: original } = await database.admin.query(`select count(*)::int as forced from pg_class where relforcerowsecurity`)
      expect(rows).toEqual(original)
      await expect(pool.query(`update audit set subject = 'x'`)).rejects.toThrow(/append-only/)
    })
    await stop()
  })

  test('may replace an installation that was started and never used', async () => {
    const { name, data, env } = await emptyPlace()
    await migrate({ ...database.address.owner, database: name }, await readMigrations())
    await loadSecret(join(data, 'secret.key'))
    const unused = await readFile(join(data, 'secret.key'), 'utf8')
    await restoreBackup({ env, defaultFolder: data, file, key })
    expect(await printsOf(name)).toEqual(await printsOf(database.name))
    expect(await readFile(join(data, 'secret.key.before-restore'), 'utf8')).toBe(unused)
  })

  test('of an older schema is brought up to date', async () => {
    const old = await emptyPlace()
    const migrations = await readMigrations()
    await migrate({ ...database.address.owner, database: old.name }, migrations.slice(0, 2))
    await asSuperuser(old.name, (pool) => pool.query(`insert into person (login, name, password_hash) values ('mukashi', '昔 太郎', 'x')`))
    await loadSecret(join(old.data, 'secret.key'))
    const older = join(place, 'older.mimamori')
    await makeBackup({ env: old.env, defaultFolder: old.data, file: older, key })
    const now = await emptyPlace()
    const loaded = await restoreBackup({ env: now.env, defaultFolder: now.data, file: older, key })
    expect(loaded.schema).toBe(2)
    expect(loaded.applied).toEqual(migrations.slice(2).map((migration) => migration.name))
    await asSuperuser(now.name, async (pool) => {
      expect((await pool.query('select login from person')).rows).toEqual([{ login: 'mukashi' }])
      expect((await pool.query('select count(*)::int as n from put_off')).rows).toEqual([{ n: 0 }])
    })
  })
})

describe('a backup taken while people work', () => {
  test('is of one moment', async () => {
    const { facility: busy } = await owner.ask(routes.createFacility, { body: { name: 'いそがしい診療所' } })
    let goesOn = true
    const writing = (async (as: Acting) => {
      for (let at = 0; goesOn; at++) {
        const change = { kind: 'add', slice: 'people', record: { id: `p:${at}` as never, name: `見本 ${at}` } } as const
        await as.ask(routes.change, { params: { facility: busy }, body: { changes: [{ change }] } })
      }
    })(owner)
    const during = join(place, 'during.mimamori')
    await makeBackup({ env: envOf(database.name, server.dataFolder), defaultFolder: server.dataFolder, file: during, key })
    goesOn = false
    await writing
    const { name, data, env } = await emptyPlace()
    const loaded = await restoreBackup({ env, defaultFolder: data, file: during, key })
    expect(loaded.audit.intact).toBe(loaded.audit.trails)
    await asSuperuser(name, async (pool) => {
      const { rows } = await pool.query(
        `select s.revision = (select max(c.revision) from change_log c where c.facility_id = s.facility_id) as same,
           (select count(*)::int from record r where r.facility_id = s.facility_id and r.slice = 'people') as people, s.revision::int as revision
           from facility_state s where s.facility_id = $1`,
        [busy],
      )
      expect(rows[0].same).toBe(true)
    })
  })
})

describe('a restore is refused and leaves nothing behind', () => {
  const tablesIn = (name: string) =>
    asSuperuser(
      name,
      async (pool) => (await pool.query(`select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace`)).rows[0].n,
    )

  test('where people are entered already', async () => {
    const { name, data, env } = await emptyPlace()
    await migrate({ ...database.address.owner, database: name }, await readMigrations())
    await asSuperuser(name, (pool) => pool.query(`insert into person (login, name, password_hash) values ('hito', '人', 'x')`))
    await expect(restoreBackup({ env, defaultFolder: data, file, key })).rejects.toMatchObject({ code: 'backup/not-empty' })
    await asSuperuser(name, async (pool) => expect((await pool.query('select login from person')).rows).toEqual([{ login: 'hito' }]))
    expect(await readdir(data)).toEqual([])
  })

  test('where the tables of another program are', async () => {
    const { name, data, env } = await emptyPlace()
    await asSuperuser(name, (pool) => pool.query('create table theirs (id int); alter table theirs owner to mimamori_owner'))
    await expect(restoreBackup({ env, defaultFolder: data, file, key })).rejects.toMatchObject({ code: 'backup/not-empty' })
    expect(await tablesIn(name)).toBe(1)
  })

  test('while a server has the database open', async () => {
    const { name, data, env } = await emptyPlace()
    const pool = openPool({ ...database.address.app, database: name }, { onError: () => undefined })
    await pool.query('select 1')
    await expect(restoreBackup({ env, defaultFolder: data, file, key })).rejects.toMatchObject({ code: 'backup/server-running' })
    await pool.end()
  })

  test('with another key, a file that lacks its end, or one changed byte', async () => {
    const { name, data, env } = await emptyPlace()
    const whole = await readFile(file)
    await writeFile(join(place, 'cut'), whole.subarray(0, -1))
    await writeFile(
      join(place, 'changed'),
      Buffer.concat([whole.subarray(0, -20), Buffer.from([(whole.at(-20) ?? 0) ^ 1]), whole.subarray(-19)]),
    )
    const restore = (name: string, with_ = key) => restoreBackup({ env, defaultFolder: data, file: join(place, name), key: with_ })
    await expect(restore('whole.mimamori', newRecoveryKey())).rejects.toMatchObject({ code: 'backup/wrong-key' })
    await expect(restore('cut')).rejects.toMatchObject({ code: 'backup/truncated' })
    await expect(restore('changed')).rejects.toMatchObject({ code: 'backup/damaged' })
    await expect(restore('no-such-file')).rejects.toMatchObject({ code: 'backup/no-such-file' })
    expect(await tablesIn(name)).toBe(0)
  })

  test('made by a newer program, or by one whose updates are not ours', async () => {
    const { name, data, env } = await emptyPlace()
    const restore = (file: string) => restoreBackup({ env, defaultFolder: data, file, key })
    const migrations = await readMigrations()
    const later = { version: migrations.length + 1, name: '9999-later.sql', sha256: 'f'.repeat(64), sql: 'select 1' }
    const newer = await backupBy([...migrations, later])
    await expect(restore(newer)).rejects.toMatchObject({ code: 'backup/newer-than-program' })
    const altered = await backupBy(migrations.slice(0, 2).map((each, at) => (at === 1 ? { ...each, sha256: later.sha256 } : each)))
    await expect(restore(altered)).rejects.toMatchObject({ code: 'backup/other-history' })
    expect(await tablesIn(name)).toBe(0)
  })

  test('when the database refuses a row at the very end', async () => {
    const { name, data, env } = await emptyPlace()
    const broken = await emptyPlace()
    await cp(server.dataFolder, broken.data, { recursive: true })
    const migrations = await readMigrations()
    await migrate({ ...database.address.owner, database: broken.name }, migrations)
    await asSuperuser(broken.name, (pool) =>
      pool.query(`alter table sign_in_failure alter column failures drop not null;
        insert into sign_in_failure (subject, first_at, last_at) values ('x', now(), now())`),
    )
    const bad = join(place, 'bad.mimamori')
    await makeBackup({ env: broken.env, defaultFolder: broken.data, file: bad, key })
    await expect(restoreBackup({ env, defaultFolder: data, file: bad, key })).rejects.toThrow(/not-null/)
    expect(await tablesIn(name)).toBe(0)
    expect(await readdir(data)).toEqual([])
  })
})

describe('a backup is refused', () => {
  test('without the right to read every table', async () => {
    const { DATABASE_URL, MIMAMORI_DATA } = envOf(database.name, server.dataFolder)
    const asked = makeBackup({ env: { DATABASE_URL, MIMAMORI_DATA }, defaultFolder: place, file: join(place, 'x'), key })
    await expect(asked).rejects.toMatchObject({ code: 'backup/no-owner-url' })
  })

  test('over another file, which stays', async () => {
    const there = join(place, 'there')
    await writeFile(there, 'mine')
    const asked = makeBackup({ env: envOf(database.name, server.dataFolder), defaultFolder: place, file: there, key })
    await expect(asked).rejects.toMatchObject({ code: 'backup/file-exists' })
    expect(await readFile(there, 'utf8')).toBe('mine')
    expect((await readdir(place)).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
