import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { appendFile, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { type OpenDatabase, openDatabase } from '../open.ts'
import { type EmbeddedDatabase, startEmbedded } from './index.ts'
import { socketName } from './socket-folder.ts'

const fixture = fileURLToPath(new URL('./fixtures/open-and-wait.ts', import.meta.url))
const parent = await mkdtemp(join(tmpdir(), 'mimamori-launcher-'))
// A root-started PostgreSQL runs as another user, who must be able to come down to the data.
await import('node:fs/promises').then((fs) => fs.chmod(parent, 0o711))
const folder = join(parent, 'data')
const open: { stop(): Promise<void> }[] = []
const children: ChildProcess[] = []

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const database of open.splice(0)) await database.stop()
})

afterAll(async () => {
  await (await start()).stop()
  await rm(parent, { recursive: true, force: true })
})

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ defaultFolder: folder })
  open.push(database)
  return database
}

async function openHere(): Promise<OpenDatabase> {
  const database = await openDatabase({ defaultFolder: folder, onError: () => undefined })
  open.push(database)
  return database
}

async function startChild() {
  const child = spawn(process.execPath, [fixture, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => String((await lines.next()).value)
  const store = async (text: string) => {
    child.stdin.write(`${text}\n`)
    expect(await next()).toBe(`stored ${text}`)
  }
  return { child, first: await next(), store }
}

async function storedRows(database: OpenDatabase): Promise<string[]> {
  const { rows } = await database.pool.query('select subject from sign_in_failure order by 1')
  return rows.map((row) => row.subject)
}

/** The number that PostgreSQL gives a cluster when it makes it. */
async function clusterNumber({ pool }: OpenDatabase): Promise<string> {
  const { rows } = await pool.query('select system_identifier::text as number from pg_control_system()')
  return String(rows[0]?.number)
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
}

describe('starting and stopping', () => {
  test('the first start makes a database, the second opens the same one', async () => {
    const first = await openHere()
    const made = await clusterNumber(first)
    await first.stop()
    expect(await clusterNumber(await openHere())).toBe(made)
  })

  test('the socket lies in a private folder with a short path, and there is no network address', async () => {
    const database = await start()
    const info = await stat(database.socketFolder)
    expect(info.mode & 0o777).toBe(0o700)
    expect(Buffer.byteLength(join(database.socketFolder, socketName))).toBeLessThan(100)
    const client = new pg.Client(database.admin)
    await client.connect()
    const { rows } = await client.query(
      `select current_setting('listen_addresses') as a, current_setting('data_checksums') as c, current_setting('fsync') as f`,
    )
    await client.end()
    expect(rows).toEqual([{ a: '', c: 'on', f: 'on' }])
  })

  test('nobody comes in without the password', async () => {
    const database = await start()
    const client = new pg.Client({ ...database.admin, password: 'guessed' })
    await expect(client.connect()).rejects.toThrow(/password authentication failed/)
  })

  test('the password file is for its owner alone', async () => {
    const info = await stat(join(folder, 'database-passwords.json'))
    expect(info.mode & 0o777).toBe(0o600)
  })

  test('a configuration file that turns syncing off is overruled', async () => {
    await appendFile(join(folder, 'postgres/postgresql.conf'), '\nfsync = off\nsynchronous_commit = off\n')
    const database = await openHere()
    const { rows } = await database.pool.query(`select current_setting('fsync') as f, current_setting('synchronous_commit') as s`)
    expect(rows).toEqual([{ f: 'on', s: 'on' }])
  })
})

describe('one data folder, one process', () => {
  test('a second opener is refused and told who has it', async () => {
    await start()
    const second = await startChild()
    expect(second.first).toMatch(new RegExp(`^refused database/already-open: .*process ${process.pid}`))
  })

  test('the same process is refused too', async () => {
    await start()
    await expect(startEmbedded({ defaultFolder: folder })).rejects.toThrow(/already-open/)
  })

  test('after the first has stopped, the second starts', async () => {
    await (await start()).stop()
    const second = await startChild()
    expect(second.first).toBe('open')
    second.child.stdin.write('stop\n')
    const [code] = await once(second.child, 'exit')
    expect(code).toBe(0)
  })
})

describe('after a crash', () => {
  test('when our process is killed, its PostgreSQL is found, stopped and started anew, with every row acknowledged', async () => {
    const { child, store } = await startChild()
    await store('before-our-kill')
    const orphan = await postmasterPid()
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(() => process.kill(orphan, 0)).not.toThrow()
    const database = await openHere()
    expect(await storedRows(database)).toContain('before-our-kill')
    expect(await postmasterPid()).not.toBe(orphan)
  })

  test('when PostgreSQL is killed, the next start recovers every row acknowledged', async () => {
    const { child, store } = await startChild()
    await store('before-its-kill')
    process.kill(await postmasterPid(), 'SIGKILL')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const database = await openHere()
    expect(await storedRows(database)).toContain('before-its-kill')
  })

  test('a running server is told when PostgreSQL dies', async () => {
    const database = await start()
    process.kill(database.pid, 'SIGKILL')
    await expect(database.ended).resolves.toBeUndefined()
  })

  test('a number in postmaster.pid that now belongs to another program is left alone', async () => {
    await (await start()).stop()
    await writeFile(join(folder, 'postgres/postmaster.pid'), `${process.pid}\n${join(folder, 'postgres')}\n0\n5432\n/nowhere\n\n\nready\n`)
    const database = await start()
    expect(database.wasOrphaned).toBe(false)
  })
})

const setpriv = '/usr/bin/setpriv'
const canDropRights = process.getuid?.() === 0 && existsSync(setpriv)

describe('what cannot be opened', () => {
  test.runIf(canDropRights)('root that may not change its user is told so, and of the other ways', async () => {
    await (await start()).stop()
    const rights = '-setuid,-setgid'
    const child = spawn(setpriv, ['--bounding-set', rights, '--inh-caps', rights, process.execPath, fixture, folder])
    children.push(child)
    const [line] = await once(createInterface({ input: child.stdout }), 'line')
    expect(line).toMatch(/^refused database\/no-setuid: /)
  })

  test('data of another major version is refused in words', async () => {
    await (await start()).stop()
    const file = join(folder, 'postgres/PG_VERSION')
    await writeFile(file, '17\n')
    await expect(start()).rejects.toMatchObject({ code: 'database/other-version' })
    await writeFile(file, '18\n')
  })

  test('a lost password file is named', async () => {
    await (await start()).stop()
    const file = join(folder, 'database-passwords.json')
    await rename(file, `${file}.away`)
    await expect(start()).rejects.toMatchObject({ code: 'database/passwords-lost' })
    await rename(`${file}.away`, file)
  })

  test('a PostgreSQL that does not start leaves its words as the cause, and the folder free', async () => {
    await (await start()).stop()
    const file = join(folder, 'postgres/postgresql.conf')
    const before = await readFile(file, 'utf8')
    await writeFile(file, `${before}\nno_such_setting = 1\n`)
    await expect(start()).rejects.toMatchObject({
      code: 'database/did-not-start',
      cause: { message: expect.stringContaining('no_such_setting') },
    })
    await writeFile(file, before)
    await start()
  })
})
