import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { type Auth, makeAuth, type OutsideSettings, type SetupLink } from '../auth/index.ts'
import { type Clock, systemClock } from '../clock/clock.ts'
import type { Config } from '../config/index.ts'
import { type OpenDatabase, openDatabase, withoutScope } from '../db/index.ts'
import type { Text } from '../errors/user-error.ts'
import { hasSealedKeys, type Keys, loadSecret, makeKeys } from '../keys/index.ts'
import type { Log } from '../log/log.ts'

/** Everything under the application, opened and checked. */
export interface Platform {
  readonly database: OpenDatabase
  readonly pool: pg.Pool
  readonly dataFolder: string
  readonly clock: Clock
  readonly log: Log
  readonly keys: Keys
  readonly auth: Auth
  /** To be printed, while nobody has set the installation up. */
  readonly setupLink: SetupLink | undefined
  stop(): Promise<void>
}

export interface PlatformRequest {
  readonly config: Config
  /** The data folder where MIMAMORI_DATA is not set: `data` of the checkout. */
  readonly defaultFolder: string
  readonly log: Log
  readonly clock?: Clock | undefined
  /** Told what the person at the terminal should know. */
  readonly tell?: (note: Text) => void
}

const hourMs = 3_600_000

function openFrom(request: PlatformRequest): Promise<OpenDatabase> {
  const { config, log } = request
  return openDatabase({
    defaultFolder: request.defaultFolder,
    dataSetting: config.data,
    url: config.databaseUrl,
    ownerUrl: config.ownerUrl,
    jobsUrl: config.jobsUrl,
    onError: (error) => log.warn({ err: error }, 'database connection lost'),
    ...(request.tell ? { tell: request.tell } : {}),
  })
}

async function build(request: PlatformRequest, database: OpenDatabase): Promise<Omit<Platform, 'stop'>> {
  const { config, log } = request
  const { pool, dataFolder } = database
  const clock = request.clock ?? systemClock()
  const secret = await loadSecret(config.secretFile ?? join(dataFolder, 'secret.key'), () => withoutScope(pool, hasSealedKeys))
  const keys = makeKeys({ pool, clock, secret })
  const { idleMinutes, sessionHours } = config
  const outside = await readOutside(config)
  const auth = makeAuth({ pool, clock, pepper: secret.derive('tries'), idleMinutes, sessionHours, outside })
  return { database, pool, dataFolder, clock, log, keys, auth, setupLink: await auth.offerSetupLink() }
}

/** The hospital's own sign-in service, where all of its settings are there; the configuration has seen to that. */
async function readOutside(config: Config): Promise<OutsideSettings | undefined> {
  const { oidcIssuer: issuer, oidcClient: clientId, oidcSecretFile } = config
  if (issuer === undefined || clientId === undefined || oidcSecretFile === undefined) return undefined
  const clientSecret = (await readFile(oidcSecretFile, 'utf8')).trim()
  const origin = config.publicUrl?.origin ?? `http://localhost:${config.port}`
  return { issuer, clientId, clientSecret, name: config.oidcName, returnTo: `${origin}/sign-in/outside` }
}

/** Opens database, secret file, keys and sign-in; throws a UserError that says what is wrong, and leaves nothing running. */
export async function startPlatform(request: PlatformRequest): Promise<Platform> {
  const database = await openFrom(request)
  try {
    const built = await build(request, database)
    const tidy = setInterval(() => {
      built.auth.forgetExpired().catch((error: unknown) => request.log.warn({ err: error }, 'old sessions were not forgotten'))
    }, hourMs)
    tidy.unref()
    const stop = async () => {
      clearInterval(tidy)
      await database.stop()
    }
    return { ...built, stop }
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** The address for the first owner. The token stands behind `#`, which browsers send to nobody and logs never see. */
export function setupAddress(url: string, link: SetupLink): string {
  return `${url}/setup#token=${link.token}`
}
