import { join } from 'node:path'
import { type FullCatalogue, loadCatalogue } from '@mimamori/catalog'
import { holdersOf, routes } from '@mimamori/contract'
import { dayInTokyo, type FeedName, ruleSetFor, ruleSetVersion } from '@mimamori/domain'
import type { Pool } from 'pg'
import { makeHandlers } from './areas/handlers.ts'
import { makeLru } from './areas/lru.ts'
import { leaveSummaries } from './areas/relations/index.ts'
import type { Services } from './areas/services.ts'
import type { Auth } from './platform/auth/index.ts'
import type { Clock } from './platform/clock/clock.ts'
import { evidenceTypes } from './platform/files/index.ts'
import { type App, type AppParts, createApp } from './platform/http/index.ts'
import type { Keys } from './platform/keys/index.ts'
import type { Log } from './platform/log/log.ts'
import type { Mailer } from './platform/mail/index.ts'
import { version } from './version.ts'

export interface MakeAppParts {
  readonly config: AppParts<typeof routes>['config'] & {
    readonly uploadMegabytes?: number | undefined
    readonly feeds?: readonly FeedName[] | undefined
    readonly feedApis?: readonly { readonly feed: FeedName }[] | undefined
  }
  readonly pool: Pool
  readonly clock: Clock
  readonly log: Log
  readonly auth: Auth
  readonly keys: Keys
  readonly mailer?: Mailer | undefined
  readonly dataFolder: string
  readonly examplesFolder: string
  readonly webFolder?: string | undefined
  readonly metrics?: AppParts<typeof routes>['metrics']
  /** True from when the process was asked to stop: /readyz then tells a balancer to send people elsewhere. */
  readonly isDraining?: (() => boolean) | undefined
  /** The one that comes with the product where absent. */
  readonly catalogue?: FullCatalogue | undefined
}

const megabyte = 1024 * 1024
/** Of the 512 MB that our process may take at rest. */
const keptBytes = 160 * megabyte
const usualUploadMegabytes = 30
const paperMegabytes = 200

export function makeServices(parts: MakeAppParts): Services {
  const { pool, clock, log, keys, dataFolder } = parts
  const catalogue = parts.catalogue ?? loadCatalogue()
  const rules = ruleSetFor(catalogue)
  const folder = join(dataFolder, 'evidence')
  const limitBytes = (parts.config.uploadMegabytes ?? usualUploadMegabytes) * megabyte
  return {
    pool,
    now: () => clock.now(),
    today: () => dayInTokyo(clock.now().getTime()),
    catalogue,
    rules,
    ruleSet: ruleSetVersion(rules),
    kept: makeLru(keptBytes),
    coming: new Map(),
    keys,
    mailer: parts.mailer,
    evidence: { folder, limitBytes, accept: evidenceTypes },
    uploads: { folder, limitBytes, accept: [...evidenceTypes, 'application/zip'] },
    papers: { folder: join(dataFolder, 'papers'), limitBytes: paperMegabytes * megabyte, accept: [...evidenceTypes, 'application/zip'] },
    version,
    examplesFolder: parts.examplesFolder,
    fetchedFeeds: [...(parts.config.feeds ?? []), ...(parts.config.feedApis ?? []).map(({ feed }) => feed)],
    report: (error) => log.error({ err: error }, 'a look for findings failed'),
    afterLook: leaveSummaries,
  }
}

/** Platform and areas put together: the whole application, without a socket. */
export function makeApp(parts: MakeAppParts, services = makeServices(parts)): App {
  const { config, log, clock, auth, pool } = parts
  return createApp({
    config,
    log,
    clock,
    auth,
    routes,
    handlers: makeHandlers({ services, auth }),
    permissions: holdersOf,
    webFolder: parts.webFolder,
    metrics: parts.metrics,
    isReady: async () => parts.isDraining?.() !== true && (await pool.query('select 1')).rowCount === 1,
  })
}
