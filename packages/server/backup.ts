import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { PoolClient } from 'pg'
import {
  checkBackup,
  type Dumped,
  decrypt,
  dumpFrames,
  encrypt,
  type Loaded,
  loadBackup,
  noOwner,
  noSuchBackup,
  nothingToKeep,
  type RecoveryKey,
  readFrames,
  writeWholeFile,
} from './platform/backup/index.ts'
import { type Config, readConfig } from './platform/config/index.ts'
import { type ConnectionSettings, findEmbedded, openPool, readMigrations, startEmbedded } from './platform/db/index.ts'
import type { Text } from './platform/errors/user-error.ts'
import { version } from './version.ts'

export interface BackupOptions {
  readonly env: NodeJS.ProcessEnv
  readonly defaultFolder: string
  readonly file: string
  readonly key: RecoveryKey
  readonly tell?: (note: Text) => void
}

export interface MadeBackup extends Dumped {
  readonly bytes: number
  readonly sha256: string
}

/** The database by its owner role, and the folder beside it. */
interface Installation {
  readonly client: PoolClient
  readonly dataFolder: string
  readonly secretFile: string
}

type Work<T> = (installation: Installation) => Promise<T>

async function connected<T>(owner: ConnectionSettings, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const pool = openPool(owner, { onError: () => undefined, max: 1, name: 'mimamori-backup' })
  try {
    const client = await pool.connect()
    client.on('error', () => undefined) // the running query fails with the same error
    return await work(client).finally(() => client.release(true))
  } finally {
    await pool.end()
  }
}

function secretOf(config: Config, dataFolder: string): string {
  return config.secretFile ?? join(dataFolder, 'secret.key')
}

async function onServer<T>(config: Config, options: BackupOptions, work: Work<T>): Promise<T> {
  if (config.ownerUrl === undefined) throw noOwner()
  const dataFolder = resolve(config.data ?? options.defaultFolder)
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  return connected({ connectionString: config.ownerUrl }, (client) =>
    work({ client, dataFolder, secretFile: secretOf(config, dataFolder) }),
  )
}

async function onStarted<T>(
  place: { folder: string; secretFile?: string | undefined },
  tell: BackupOptions['tell'],
  work: Work<T>,
): Promise<T> {
  const database = await startEmbedded({ defaultFolder: place.folder, dataSetting: place.folder }, tell)
  const { dataFolder } = database.place
  const secretFile = place.secretFile ?? join(dataFolder, 'secret.key')
  try {
    return await connected(database.owner, (client) => work({ client, dataFolder, secretFile }))
  } finally {
    await database.stop()
  }
}

/** Beside a running server by its socket, else with the database started for the time of the work. */
async function forReading<T>(options: BackupOptions, work: Work<T>): Promise<T> {
  const config = readConfig(options.env)
  if (config.databaseUrl !== undefined) return onServer(config, options, work)
  const found = await findEmbedded({ defaultFolder: options.defaultFolder, dataSetting: config.data })
  if (found.kind === 'none') throw nothingToKeep(found.dataFolder)
  const secretFile = secretOf(config, found.dataFolder)
  if (found.kind === 'stopped') return onStarted({ folder: found.dataFolder, secretFile }, options.tell, work)
  return connected(found.owner, (client) => work({ client, dataFolder: found.dataFolder, secretFile }))
}

/** Writes everything that the installation holds into one encrypted file. The server may run meanwhile. */
export async function makeBackup(options: BackupOptions): Promise<MadeBackup> {
  return forReading(options, async (installation) => {
    const told: Dumped = { tables: 0, rows: 0, schema: 0, files: 0, damaged: 0 }
    const source = dumpFrames({ ...installation, program: version, madeAt: new Date() }, told)
    let written = { bytes: 0, sha256: '' }
    await pipeline(source, createGzip({ level: 4 }), async (zipped: AsyncIterable<Uint8Array>) => {
      written = await writeWholeFile(options.file, encrypt(zipped, options.key))
    })
    return { ...told, ...written }
  })
}

type BackupFile = Pick<BackupOptions, 'file' | 'key'>

async function readFile({ file, key }: BackupFile, work: (frames: ReturnType<typeof readFrames>) => Promise<void>): Promise<void> {
  const source = decrypt(createReadStream(file, { highWaterMark: 256 * 1024 }), key)
  await pipeline(source, createGunzip(), (plain: AsyncIterable<Uint8Array>) => work(readFrames(plain)))
}

/** NOTE: read twice: nothing is started or made for a file that turns out to be damaged at its end. */
async function refuseUnsound(options: BackupFile): Promise<void> {
  await stat(options.file).catch(() => {
    throw noSuchBackup(options.file)
  })
  const migrations = await readMigrations()
  await readFile(options, (frames) => checkBackup(frames, migrations))
}

async function loadFile(options: BackupFile, installation: Installation): Promise<Loaded> {
  const target = { ...installation, migrations: await readMigrations() }
  let loaded: Loaded | undefined
  await readFile(options, async (frames) => {
    loaded = await loadBackup(target, frames)
  })
  if (!loaded) throw new Error('the backup was read without being loaded')
  return loaded
}

/** Restores into an empty installation whose server is stopped; all of it or nothing. */
export async function restoreBackup(options: BackupOptions): Promise<Loaded & { readonly dataFolder: string }> {
  await refuseUnsound(options)
  const config = readConfig(options.env)
  const work: Work<Loaded & { dataFolder: string }> = async (installation) => ({
    ...(await loadFile(options, installation)),
    dataFolder: installation.dataFolder,
  })
  if (config.databaseUrl !== undefined) return onServer(config, options, work)
  const found = await findEmbedded({ defaultFolder: options.defaultFolder, dataSetting: config.data })
  return onStarted({ folder: found.dataFolder, secretFile: config.secretFile }, options.tell, work)
}

/** Restores into a database made for this purpose, and takes it away again: whether the backup would help. */
export async function tryRestore(options: BackupFile): Promise<Loaded> {
  await refuseUnsound(options)
  const folder = await mkdtemp(join(tmpdir(), 'mimamori-restore-test-'))
  try {
    return await onStarted({ folder }, undefined, (installation) => loadFile(options, installation))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
