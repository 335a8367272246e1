import { setTimeout as sleep } from 'node:timers/promises'
import { makeApp } from './app.ts'
import type { Clock } from './platform/clock/clock.ts'
import { readConfig } from './platform/config/index.ts'
import type { Text } from './platform/errors/user-error.ts'
import { makeMetrics, startListening } from './platform/http/index.ts'
import { makeLog } from './platform/log/log.ts'
import { type Platform, setupAddress, startPlatform } from './platform/start/start-platform.ts'

export interface ServerOptions {
  readonly env: NodeJS.ProcessEnv
  /** Where data lie unless MIMAMORI_DATA says otherwise. */
  readonly defaultFolder: string
  readonly examplesFolder: string
  /** The built screens; without it the server is the API alone. */
  readonly webFolder?: string | undefined
  /** The time of the machine unless a test hands in another. */
  readonly clock?: Clock
  /** Notes for the one who started it. */
  readonly tell?: (note: Text) => void
}

export interface RunningServer {
  readonly url: string
  readonly port: number
  /** While nobody has set the installation up: the address that the first owner opens, good once. */
  readonly setupUrl: string | undefined
  readonly dataFolder: string
  readonly database: 'embedded' | 'server'
  /** Settles when the embedded PostgreSQL ends by itself: nothing can be stored any more. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** Opens the database, puts platform and areas together and listens. Throws a UserError when it cannot. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const config = readConfig(options.env)
  const log = makeLog({ level: config.logLevel })
  const { defaultFolder, tell, clock } = options
  const platform = await startPlatform({ config, defaultFolder, log, clock, ...(tell && { tell }) })
  try {
    return await serve(options, config, platform)
  } catch (error) {
    await platform.stop()
    throw error
  }
}

async function serve(options: ServerOptions, config: ReturnType<typeof readConfig>, platform: Platform): Promise<RunningServer> {
  const { database, pool, clock, log, auth, keys, dataFolder, setupLink } = platform
  const metrics = config.metricsPort === undefined ? undefined : makeMetrics(pool)
  const { examplesFolder, webFolder } = options
  let isDraining = false
  const app = makeApp({
    config,
    pool,
    clock,
    log,
    auth,
    keys,
    dataFolder,
    examplesFolder,
    webFolder,
    metrics,
    isDraining: () => isDraining,
  })
  const listening = await startListening(app, config)
  const watched = metrics && config.metricsPort !== undefined ? await metrics.listen(config.metricsPort) : undefined
  const stop = async () => {
    isDraining = true
    if (config.drainSeconds > 0) await sleep(config.drainSeconds * 1_000)
    await listening.stop()
    await watched?.stop()
    await platform.stop()
  }
  return {
    url: listening.url,
    port: listening.port,
    setupUrl: setupLink && setupAddress(listening.url, setupLink),
    dataFolder,
    database: database.kind,
    ended: database.ended,
    stop,
  }
}
