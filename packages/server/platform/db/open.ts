import { resolve } from 'node:path'
import type pg from 'pg'
import type { Text } from '../errors/user-error.ts'
import { checkRequestsRole, checkServer } from './checks.ts'
import { startEmbedded } from './embedded/index.ts'
import { makeFolders } from './make-folder.ts'
import { checkMigrations, type Migration, migrate, readMigrations } from './migrations.ts'
import { type ConnectionSettings, openPool } from './pool.ts'

export interface OpenOptions {
  readonly defaultFolder: string
  /** MIMAMORI_DATA. */
  readonly dataSetting?: string | undefined
  /** DATABASE_URL: the requests role on a server PostgreSQL. */
  readonly url?: string | undefined
  /** MIMAMORI_DATABASE_OWNER_URL: runs migrations. */
  readonly ownerUrl?: string | undefined
  /** MIMAMORI_DATABASE_JOBS_URL: runs the job queue; without it this process runs no jobs. */
  readonly jobsUrl?: string | undefined
  readonly tell?: (note: Text) => void
  readonly onError: (error: Error) => void
}

/** A database ready for requests: checked, migrated, reached as the requests role. */
export interface OpenDatabase {
  readonly kind: 'embedded' | 'server'
  readonly pool: pg.Pool
  readonly jobs?: ConnectionSettings
  /** Where evidence, keys and, when embedded, the database itself lie. */
  readonly dataFolder: string
  readonly applied: readonly string[]
  /** Settles when the embedded PostgreSQL ends; never for a server. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** Shutdown may be asked for by a signal and by an error at once. */
function once(stop: () => Promise<void>): () => Promise<void> {
  let stopped: Promise<void> | undefined
  return () => {
    stopped ??= stop()
    return stopped
  }
}

async function checked(
  app: ConnectionSettings,
  options: { migrations: readonly Migration[]; onError: (error: Error) => void },
): Promise<pg.Pool> {
  const pool = openPool(app, { onError: options.onError, name: 'mimamori' })
  try {
    await checkServer(pool)
    await checkRequestsRole(pool)
    await checkMigrations(pool, options.migrations)
    return pool
  } catch (error) {
    await pool.end()
    throw error
  }
}

async function openEmbedded(options: OpenOptions): Promise<OpenDatabase> {
  const database = await startEmbedded({ defaultFolder: options.defaultFolder, dataSetting: options.dataSetting }, options.tell)
  try {
    const migrations = await readMigrations()
    const applied = await migrate(database.owner, migrations)
    let isStopping = false
    const onError = (error: Error) => (isStopping ? undefined : options.onError(error))
    const pool = await checked(database.app, { migrations, onError })
    const stop = once(async () => {
      isStopping = true
      await pool.end()
      await database.stop()
    })
    return { kind: 'embedded', pool, jobs: database.jobs, dataFolder: database.place.dataFolder, applied, ended: database.ended, stop }
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function openServer(url: string, options: OpenOptions): Promise<OpenDatabase> {
  const dataFolder = resolve(options.dataSetting ?? options.defaultFolder)
  await makeFolders(dataFolder, 0o700)
  const migrations = await readMigrations()
  const applied = options.ownerUrl ? await migrate({ connectionString: options.ownerUrl }, migrations) : []
  const pool = await checked({ connectionString: url }, { migrations, onError: options.onError })
  const jobs = options.jobsUrl ? { jobs: { connectionString: options.jobsUrl } } : {}
  return { kind: 'server', pool, ...jobs, dataFolder, applied, ended: new Promise(() => undefined), stop: once(() => pool.end()) }
}

/** Opens the embedded database, or the server's when `url` is given, and refuses one that is unsafe or of another release. */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  return options.url ? openServer(options.url, options) : openEmbedded(options)
}
