import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Auth } from '../auth/index.ts'
import type { Clock } from '../clock/clock.ts'
import type { Log } from '../log/log.ts'
import { answerError } from './error-response.ts'
import { type GuardConfig, guardHost, guardOrigin, guardProxy } from './guards.ts'
import type { HttpMetrics } from './metrics.ts'
import { notThere } from './problems.ts'
import { type AppEnvironment, noteRequests } from './request-facts.ts'
import type { Handlers, PermissionTable, RouteValue } from './route-types.ts'
import { mountRoutes } from './routes.ts'
import { securityHeaders } from './security-headers.ts'
import { staticFiles } from './static-files.ts'

export interface AppParts<Routes extends Readonly<Record<string, RouteValue>>> {
  readonly config: GuardConfig
  readonly log: Log
  readonly clock: Clock
  readonly auth: Auth
  readonly routes: Routes
  readonly handlers: Handlers<Routes>
  readonly permissions: PermissionTable
  /** The built screens; without it the app is the API alone. */
  readonly webFolder?: string | undefined
  /** Whether the database answers; for /readyz. */
  readonly isReady: () => Promise<boolean>
  readonly metrics?: HttpMetrics | undefined
}

export type App = Hono<AppEnvironment>

async function isReadyInTime(isReady: () => Promise<boolean>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref())
  return Promise.race([isReady().catch(() => false), late])
}

function mountHealth(app: App, isReady: () => Promise<boolean>): void {
  app.get('/healthz', (context) => {
    context.set('route', 'health')
    return context.json({ status: 'ok' })
  })
  app.get('/readyz', async (context) => {
    context.set('route', 'health')
    const ready = await isReadyInTime(isReady)
    return context.json({ status: ready ? 'ok' : 'waiting' }, ready ? 200 : 503)
  })
}

function mountErrors(app: App, log: Log): void {
  app.notFound(() => {
    throw notThere()
  })
  app.onError((error, context) => {
    // NOTE: an error in the first middleware of all comes before the number was given.
    const reference = context.get('facts')?.id ?? 'none'
    const { status, body, headers } = answerError(error, { reference, log })
    return context.json(body, status as ContentfulStatusCode, { ...headers }) // statuses come from our own tables, all with a body
  })
}

/** The whole server side of HTTP, without a socket: tests call `app.request`, `startListening` gives it one. */
export function createApp<Routes extends Readonly<Record<string, RouteValue>>>(parts: AppParts<Routes>): App {
  const app: App = new Hono()
  const { config, log, metrics } = parts
  mountErrors(app, log)
  app.use(noteRequests({ log, metrics, trustedProxy: config.trustedProxy ?? [], isSecure: config.isSecure }))
  app.use(securityHeaders(config))
  app.use(guardProxy(config))
  app.use(guardHost(config))
  app.use(guardOrigin(config))
  mountHealth(app, parts.isReady)
  const { auth, clock, permissions } = parts
  mountRoutes(app, { routes: parts.routes, handlers: parts.handlers, parts: { auth, clock, permissions, isSecure: config.isSecure } })
  if (parts.webFolder) app.use(staticFiles(parts.webFolder))
  return app
}
