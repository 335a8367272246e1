import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeApp, makeServices } from './app.ts'
import { mailJobs } from './areas/mail/index.ts'
import type { Services } from './areas/services.ts'
import { feedJobs } from './areas/vulnerabilities/feeds/index.ts'
import { matchJobs } from './areas/vulnerabilities/index.ts'
import type { Clock } from './platform/clock/clock.ts'
import { readConfig } from './platform/config/index.ts'
import type { Text } from './platform/errors/user-error.ts'
import { hostWithPort, makeFetcher } from './platform/fetching/index.ts'
import { makeMetrics, startListening } from './platform/http/index.ts'
import { type RunningJobs, startJobs } from './platform/jobs/index.ts'
import { type Log, makeLog } from './platform/log/log.ts'
import { makeMailer } from './platform/mail/index.ts'
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
  const mailer = mailerOf(config)
  const whole = { config, pool, clock, log, auth, keys, mailer, dataFolder, examplesFolder, webFolder, metrics }
  const parts = { ...whole, isDraining: () => isDraining }
  const services = makeServices(parts)
  const jobs = await runJobs(platform, [...mailJobs(services), ...matchJobs(services), ...fetchJobs(platform, config, services)], log)
  const listening = await startListening(makeApp(parts, services), config).catch(async (error: unknown) => {
    await jobs?.stop()
    throw error
  })
  const watched = metrics && config.metricsPort !== undefined ? await metrics.listen(config.metricsPort) : undefined
  const stop = async () => {
    isDraining = true
    if (config.drainSeconds > 0) await sleep(config.drainSeconds * 1_000)
    await listening.stop()
    await watched?.stop()
    await jobs?.stop()
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

function mailerOf({ smtpUrl, mailFrom }: ReturnType<typeof readConfig>) {
  return smtpUrl === undefined || mailFrom === undefined ? undefined : makeMailer({ url: smtpUrl, from: mailFrom })
}

function fetchJobs({ pool, clock, dataFolder }: Platform, config: ReturnType<typeof readConfig>, { catalogue }: Services) {
  const { feeds, feedUrls, feedApis, nvdKey, withoutProxy, proxy = config.machineProxy } = config
  const named = new Set([...feedUrls, ...feedApis.filter(({ isOwn }) => isOwn)].map(({ address }) => hostWithPort(new URL(address))))
  const fetcher = makeFetcher({ clock, named, ...(proxy !== undefined && { proxy: { url: proxy, without: withoutProxy } }) })
  const products = catalogue.reference.knownProducts
  return feedJobs({ pool, clock, products, fetcher, settings: { feeds, feedUrls, feedApis, nvdKey }, folder: join(dataFolder, 'fetching') })
}

/** NOTE: without the role of the queue this process runs no jobs; another one behind the same database may. */
async function runJobs(
  { database, pool }: Platform,
  jobs: Parameters<typeof startJobs>[0]['jobs'],
  log: Log,
): Promise<RunningJobs | undefined> {
  return database.jobs && jobs.length > 0 ? startJobs({ connection: database.jobs, pool, jobs, log }) : undefined
}
