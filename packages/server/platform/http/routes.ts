import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import type { Auth, Guest, Session } from '../auth/index.ts'
import type { Clock } from '../clock/clock.ts'
import { downloadHeaders } from '../files/index.ts'
import { isStorable, readJson, readUpload } from './body.ts'
import { lastingBytes } from './lasting.ts'
import { badInput, factorNeeded, linkSessionEnded, noOrganisation, notAllowed, notSignedIn } from './problems.ts'
import type { AppEnvironment } from './request-facts.ts'
import { checkRoutes } from './route-checks.ts'
import type { FileReply, Handler, HandlerContext, Handlers, PermissionTable, RequestScope, RouteValue, Upload } from './route-types.ts'
import { sessionCookie, shortCookie } from './session-cookie.ts'

export interface RouteParts {
  readonly auth: Auth
  readonly clock: Clock
  readonly isSecure: boolean
  readonly permissions: PermissionTable
}

function checkPermission(route: RouteValue, session: Session | undefined, permissions: PermissionTable): void {
  if (route.permission === 'public') return
  if (!session) throw notSignedIn()
  if (route.permission === 'signed-in') return
  if (session.mustSetUp) throw factorNeeded()
  if (!session.organisation) throw noOrganisation()
  const holders = permissions[route.permission]
  if (!holders?.kinds.includes(session.organisation.kind)) throw notAllowed()
  if (!session.roles.some((role) => holders.roles.includes(role))) throw notAllowed()
}

function parse<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0]?.path.map(String) ?? []
  throw badInput([where, ...path].join('.'))
}

async function readInput(route: RouteValue, context: Context): Promise<HandlerContext<RouteValue>['input']> {
  const asked = { ...context.req.param(), ...context.req.query() }
  if (!Object.entries(asked).flat().every(isStorable)) throw badInput('query')
  const params = parse(route.params, context.req.param(), 'params')
  const query = parse(route.query, context.req.query(), 'query')
  const body = route.kind === 'upload' ? undefined : parse(route.body, await readJson(context, route.limit), 'body')
  return { params, query, body }
}

async function guestOf(token: string | undefined, { auth }: RouteParts): Promise<Guest> {
  const guest = token === undefined ? undefined : await auth.findGuest(token)
  if (!guest) throw linkSessionEnded()
  return guest
}

function scopeOf(session: Session | undefined, from: string | undefined): RequestScope {
  if (!session) throw notSignedIn()
  if (!session.organisation) throw noOrganisation()
  const { organisation, person, personName, roles } = session
  return { organisation: organisation.id, person, personName, kind: organisation.kind, roles, from }
}

async function makeContext(route: RouteValue, context: Context<AppEnvironment>, parts: RouteParts): Promise<HandlerContext<RouteValue>> {
  const given = { isSecure: parts.isSecure, now: () => parts.clock.now() }
  const cookie = sessionCookie(context, given)
  const ofLink = shortCookie(context, 'answer', given)
  const isByLink = route.byLink && context.req.param('place') === 'link'
  const session = isByLink || cookie.token === undefined ? undefined : await parts.auth.findSession(cookie.token)
  // Before anything is read: nobody makes us work who may not come in.
  const guest = isByLink ? await guestOf(ofLink.token, parts) : undefined
  if (!isByLink) checkPermission(route, session, parts.permissions)
  const request = context.get('facts')
  const upload = route.kind === 'upload' ? readUpload(context, route.limit) : undefined
  return {
    input: await readInput(route, context),
    session,
    request,
    cookie,
    linkCookie: ofLink,
    guest,
    get scope(): RequestScope {
      return scopeOf(session, request.from)
    },
    get upload(): Upload {
      if (!upload) throw new Error(`the route ${route.id} is no upload`)
      return upload
    },
  }
}

function isFileReply(reply: unknown): reply is FileReply {
  return (
    typeof reply === 'object' &&
    reply !== null &&
    'bytes' in reply &&
    reply.bytes instanceof Uint8Array &&
    'mediaType' in reply &&
    'name' in reply
  )
}

function sendFile(context: Context, reply: FileReply): Response {
  const headers = downloadHeaders({ name: reply.name, mediaType: reply.mediaType, bytes: reply.bytes.length })
  return context.body(Buffer.from(reply.bytes), 200, headers)
}

/** NOTE: parsing the answer drops every field that the contract does not name: nothing leaves by an oversight. */
function sendJson(context: Context, route: RouteValue, reply: unknown): Response {
  const parsed = () => {
    const { success, data, error } = route.response.safeParse(reply)
    if (!success) throw new Error(`the answer of ${route.id} is not what its contract says`, { cause: error })
    return data ?? null
  }
  const bytes = lastingBytes(route, reply, parsed)
  return bytes ? context.body(bytes, 200, { 'content-type': 'application/json' }) : context.json(parsed())
}

async function run(
  route: RouteValue,
  handler: Handler<RouteValue>,
  given: { context: Context<AppEnvironment>; parts: RouteParts },
): Promise<Response> {
  const { context, parts } = given
  const reply = await handler(await makeContext(route, context, parts))
  if (route.kind !== 'file') return sendJson(context, route, reply)
  if (!isFileReply(reply)) throw new Error(`the route ${route.id} should answer with a file`)
  return sendFile(context, reply)
}

/** Puts every route on the app. Throws at the start when one has no permission, no handler or the address of another. */
export function mountRoutes<Routes extends Readonly<Record<string, RouteValue>>>(
  app: Hono<AppEnvironment>,
  given: { routes: Routes; handlers: Handlers<Routes>; parts: RouteParts },
): void {
  const { routes, parts } = given
  const handlers: Readonly<Record<string, unknown>> = given.handlers
  checkRoutes(routes, { handlers, permissions: parts.permissions })
  for (const [key, route] of Object.entries(routes)) {
    const handler = handlers[key] as Handler<RouteValue> // the type of `handlers` ties each to its own route; checkRoutes saw that it is there
    app.on(route.method, route.path, (context) => {
      context.set('route', route.id)
      return run(route, handler, { context, parts })
    })
  }
}
