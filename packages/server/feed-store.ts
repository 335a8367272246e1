import { loadCatalogue } from '@mimamori/catalog'
import { openFeeds } from '@mimamori/formats'
import type { Pool } from 'pg'
import { areToBeReadAgain, type FeedState, feedStates, type Intake, takeInFeeds } from './areas/vulnerabilities/feeds/index.ts'
import { systemClock } from './platform/clock/clock.ts'
import { readConfig } from './platform/config/index.ts'
import { checkMigrations, findEmbedded, openDatabase, openPool, readMigrations, withoutScope } from './platform/db/index.ts'
import type { Text } from './platform/errors/user-error.ts'

export interface FeedStoreOptions {
  readonly env: NodeJS.ProcessEnv
  readonly defaultFolder: string
  readonly tell?: (note: Text) => void
}

/** The feeds of the installation, for the command line; a server may run meanwhile. */
export interface FeedStore {
  /** Files, folders and ZIP files, one after the other. */
  take(paths: readonly string[]): Promise<Intake>
  states(): Promise<readonly FeedState[]>
  /** After a restore, which brings none of them. */
  areToBeReadAgain(): Promise<boolean>
  stop(): Promise<void>
}

interface Opened {
  readonly pool: Pool
  stop(): Promise<unknown>
}

/** Beside a running server by its socket, else with the database started for the time of the work. */
async function open(options: FeedStoreOptions): Promise<Opened> {
  const config = readConfig(options.env)
  const onError = () => undefined // the running query fails with the same error
  if (config.databaseUrl === undefined) {
    const found = await findEmbedded({ defaultFolder: options.defaultFolder, dataSetting: config.data })
    if (found.kind === 'running') return beside(openPool(found.app, { onError, max: 4, name: 'mimamori-feeds' }))
  }
  return openDatabase({
    defaultFolder: options.defaultFolder,
    dataSetting: config.data,
    url: config.databaseUrl,
    ownerUrl: config.ownerUrl,
    onError,
    ...(options.tell && { tell: options.tell }),
  })
}

async function beside(pool: Pool): Promise<Opened> {
  try {
    await checkMigrations(pool, await readMigrations())
    return { pool, stop: () => pool.end() }
  } catch (error) {
    await pool.end()
    throw error
  }
}

export async function openFeedStore(options: FeedStoreOptions): Promise<FeedStore> {
  const opened = await open(options)
  const { pool } = opened
  const parts = { pool, clock: systemClock(), products: loadCatalogue().reference.knownProducts }
  return {
    take: (paths) => takeInFeeds(parts, allOf(paths)),
    states: () => withoutScope(pool, feedStates),
    areToBeReadAgain: () => withoutScope(pool, areToBeReadAgain),
    stop: async () => void (await opened.stop()),
  }
}

async function* allOf(paths: readonly string[]) {
  for (const path of paths) yield* openFeeds(path)
}
