import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { applyWithin, type Migration } from '../db/migrations.ts'
import { type Checked, checkRestored } from './check.ts'
import { keptFolders, writeKept } from './files.ts'
import type { BackupHead, Frame, Told } from './frames.ts'
import { damagedBackup, newerBackup, notEmpty, otherHistory, stillRunning } from './messages.ts'
import { placeSecret } from './secret.ts'
import {
  beginRestore,
  dropUnused,
  isEmptyInstallation,
  isServerConnected,
  listTables,
  moveSequences,
  withOpenTables,
  writeTable,
} from './store.ts'

export interface LoadTarget {
  /** A connection of the owner role. */
  readonly client: pg.ClientBase
  readonly migrations: readonly Migration[]
  readonly dataFolder: string
  readonly secretFile: string
}

export interface Loaded extends Checked {
  readonly madeAt: string
  readonly program: string
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** Migrations of the backup, and those that this program had to add. */
  readonly schema: number
  readonly applied: readonly string[]
}

type Frames = AsyncIterator<Frame>

async function next<K extends Told['kind']>(frames: Frames, ...kinds: readonly K[]): Promise<Extract<Told, { kind: K }>> {
  const { done, value } = await frames.next()
  if (done || !kinds.some((kind) => kind === value.kind)) throw damagedBackup()
  return value as Extract<Told, { kind: K }> // its kind was compared in the line above
}

/** The migrations that the backup was made with, as this program knows them; it knows each by its hash. */
function knownMigrations(head: BackupHead, migrations: readonly Migration[]): readonly Migration[] {
  if (head.schema.length > migrations.length) throw newerBackup({ backup: head.schema.length, program: migrations.length })
  return head.schema.map((applied, at) => {
    const ours = migrations[at]
    if (ours?.version !== applied.version || ours.sha256 !== applied.sha256) throw otherHistory(applied.name)
    return ours
  })
}

/** Reads a backup to its end without touching anything: whether it is whole, and of a schema that this program knows. */
export async function checkBackup(source: AsyncIterable<Frame>, migrations: readonly Migration[]): Promise<void> {
  let isEnded = false
  let head: BackupHead | undefined
  for await (const told of source) {
    if (head === undefined) {
      if (told.kind !== 'head') throw damagedBackup()
      head = told.value
      knownMigrations(head, migrations)
    }
    isEnded = told.kind === 'end'
  }
  if (!isEnded) throw damagedBackup()
}

/** The data behind a table up to its end; counts nothing, the database does. */
async function* rowsOf(frames: Frames, told: { rows?: number }): AsyncGenerator<Buffer> {
  for (;;) {
    const { done, value } = await frames.next()
    if (done || (value.kind !== 'data' && value.kind !== 'done')) throw damagedBackup()
    if (value.kind === 'data') yield value.bytes
    else {
      told.rows = value.value.rows ?? 0
      return
    }
  }
}

interface Counts {
  tables: number
  rows: number
  files: number
}

/** Tables and files in the order in which they come; true only when the end was there and its numbers are right. */
async function takeAll(target: LoadTarget, draft: string, frames: Frames): Promise<Counts> {
  const counts = { tables: 0, rows: 0, files: 0 }
  for (;;) {
    const told = await next(frames, 'table', 'file', 'end')
    if (told.kind === 'end') {
      const { tables, rows, files } = told.value
      if (tables !== counts.tables || rows !== counts.rows || files !== counts.files) throw damagedBackup()
      if (!(await frames.next()).done) throw damagedBackup()
      return counts
    }
    if (told.kind === 'file') {
      await writeKept(draft, told.value, frames)
      counts.files += 1
      continue
    }
    const expected: { rows?: number } = {}
    const rows = await writeTable(target.client, told.value, rowsOf(frames, expected))
    if (rows !== expected.rows) throw damagedBackup()
    counts.tables += 1
    counts.rows += rows
  }
}

/**
 * Loads a backup into an empty installation, or leaves it as it was: everything happens in one transaction and in a draft
 * folder, and the files take their place just before the commit. Files that a kill in between left there belong to no row,
 * and the next restore puts them aside.
 */
export async function loadBackup(target: LoadTarget, source: AsyncIterable<Frame>): Promise<Loaded> {
  const { client, dataFolder } = target
  const draft = join(dataFolder, 'restore-draft')
  await beginRestore(client)
  try {
    if (await isServerConnected(client)) throw stillRunning()
    if (!(await isEmptyInstallation(client))) throw notEmpty()
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft, { recursive: true, mode: 0o700 })
    const loaded = await loadInto(target, draft, source[Symbol.asyncIterator]())
    await placeFiles(dataFolder, draft)
    await placeSecret(target.secretFile, join(draft, 'secret.key'))
    await client.query('commit')
    return loaded
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function loadInto(target: LoadTarget, draft: string, frames: Frames): Promise<Loaded> {
  const { client, migrations } = target
  const { value: head } = await next(frames, 'head')
  const known = knownMigrations(head, migrations)
  const { value: kept } = await next(frames, 'secret')
  await writeFile(join(draft, 'secret.key'), `${kept.secret}\n`, { mode: 0o600 })
  await dropUnused(client)
  await applyWithin(client, known)
  const tables = (await listTables(client)).all.map(({ table }) => table)
  let counts: Counts = { tables: 0, rows: 0, files: 0 }
  await withOpenTables(client, tables, async () => {
    counts = await takeAll(target, draft, frames)
    await moveSequences(client)
  })
  const later = migrations.slice(known.length)
  await applyWithin(client, later)
  const checked = await checkRestored(client, { draft, secret: kept.secret })
  const { madeAt, program } = head
  return { madeAt, program, ...counts, schema: known.length, applied: later.map(({ name }) => name), ...checked }
}

/** What lies there belongs to no row of an empty installation; it is put aside all the same, since it may be of another database. */
async function putAside(folder: string): Promise<void> {
  const inside = await readdir(folder).catch(() => undefined)
  if (inside === undefined) return
  if (inside.length === 0) await rmdir(folder)
  else await rename(folder, `${folder}.before-restore-${randomBytes(4).toString('hex')}`)
}

async function placeFiles(dataFolder: string, draft: string): Promise<void> {
  for (const folder of keptFolders) {
    await mkdir(join(draft, folder), { recursive: true, mode: 0o700 })
    await putAside(join(dataFolder, folder))
    await rename(join(draft, folder), join(dataFolder, folder))
  }
}
