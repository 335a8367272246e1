import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FullCatalogue } from '@mimamori/catalog'
import {
  type Answer,
  type CallResult,
  call,
  type OrganisationKind,
  type Role,
  type Route,
  readAnswer,
  routes,
  urlOf,
} from '@mimamori/contract'
import { openFeeds } from '@mimamori/formats'
import {
  type FeedIntake,
  loadSecret,
  type MatchRun,
  mailJobs,
  makeApp,
  makeAuth,
  makeKeys,
  makeLog,
  makeMailer,
  makeServices,
  matchFacility,
  matchJobs,
  type SettableClock,
  settableClock,
  startJobs,
  takeInFeeds,
} from '@mimamori/server'
import { afterAll } from 'vitest'
import { type ThrowAwayDatabase, throwAwayDatabase } from '../database/index.ts'

export interface GivenOptions {
  /** Instant at which the clock stands; noon of the sample day in Japan where absent. */
  readonly at?: string
  readonly examplesFolder?: string
  readonly catalogue?: FullCatalogue
  /** The queue holds facilities against the feeds after every change, as that of the real server does. */
  readonly matches?: true
  /** A mail server; with `runs` the queue hands mail over to it as the real server does. */
  readonly mail?: { readonly url: string; readonly from: string; readonly runs?: boolean }
}

/** The whole server in this process, on a database of its own; a test file asks for it once, at its top level. */
export interface GivenServer {
  readonly database: ThrowAwayDatabase
  readonly clock: SettableClock
  readonly dataFolder: string
  /** The one who set the installation up; the owner of the first organisation. */
  readonly owner: Acting
  /** Somebody of the first organisation, or of one named, with a role. */
  person(given?: { role?: Role; organisation?: string; name?: string }): Promise<Acting>
  /** Another organisation with its owner; a hospital where no kind is said. */
  stranger(given?: { kind?: OrganisationKind; name?: string }): Promise<Acting>
  /** Invites the other side of an offer, and the owner of `viewer` accepts by the code. */
  accepted(offer: { facility: string; relation: string }, viewer: Acting): Promise<void>
  /** A vendor who comes in by a link to one sheet and its number, without an account. */
  guest(link: { token: string; code: string }): Promise<Acting>
  /** Takes a file of a feed in, as the command line does. */
  takeIn(name: string, content: string): Promise<FeedIntake>
  /** Holds a facility of the first organisation against the feeds, as the queue does after every change. */
  match(facility: string): Promise<MatchRun>
  /** Nobody in particular. */
  readonly nobody: Acting
  /** One request with these cookies, and the answer as it came: for what sets cookies. */
  send(route: Route, given?: { body?: unknown; cookies?: Readonly<Record<string, string>> }): Promise<Response>
  /** The same data behind another process. */
  another(acting: Acting): Acting
}

type InputOf<R extends Route> = Parameters<typeof call<R>>[2]
export type ValueOf<R extends Route> = Extract<Awaited<ReturnType<typeof call<R>>>, { kind: 'ok' }>['value']

export interface FileAnswer {
  readonly status: number
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
}

export interface GivenPerson {
  readonly organisation: string
  readonly person: string
  readonly login: string
}

/** Calls routes as one person. */
export interface Acting {
  readonly who: GivenPerson | undefined
  readonly cookie: string
  /** The answer or the error, as it came. */
  call<R extends Route>(route: R, input?: InputOf<R>): Promise<CallResult<ValueOf<R>>>
  /** The value; throws when the server refused. */
  ask<R extends Route>(route: R, input?: InputOf<R>): Promise<ValueOf<R>>
  upload<R extends Route>(route: R, input: InputOf<R>, file: { name: string; bytes: Uint8Array | string }): Promise<CallResult<ValueOf<R>>>
  download<R extends Route>(route: R, input: InputOf<R>): Promise<FileAnswer>
  status(route: Route, input?: SentInput): Promise<number>
  /** The answer as it came, to the last byte; `file` for routes that take one. */
  raw(route: Route, input: SentInput, file?: { name: string; bytes: Uint8Array | string }): Promise<Response>
}

export interface SentInput {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

/** Of everybody whom a given server knows. */
export const givenPassword = 'tsukue-kumo-banana'
const own = { host: 'localhost:4646', origin: 'http://localhost:4646', 'sec-fetch-site': 'same-origin' }
const sampleDay = '2026-11-20T03:00:00Z'

interface Requests {
  request(path: string, init: RequestInit): Response | Promise<Response>
}

export async function givenServer(options: GivenOptions = {}): Promise<GivenServer> {
  const database = await throwAwayDatabase()
  const parts = await partsOf(database, options)
  const services = makeServices(parts)
  const app = makeApp(parts, services)
  const jobs = [...(options.mail?.runs ? mailJobs(services) : []), ...(options.matches ? matchJobs(services) : [])]
  if (jobs.length > 0) {
    const running = await startJobs({ connection: database.address.jobs, pool: database.pool, jobs, log: parts.log })
    afterAll(() => running.stop())
  }
  const owner = await firstOwner(app, parts.auth)
  const own = owner.who?.organisation ?? ''
  const person: GivenServer['person'] = async (given = {}) => signedIn(app, await addPerson(database, { organisation: own, ...given }))
  return {
    database,
    clock: parts.clock,
    dataFolder: parts.dataFolder,
    owner,
    person,
    stranger: async ({ kind = 'facility', name = 'よその病院' } = {}) => {
      const organisation = randomUUID()
      await database.admin.query('insert into organisation (id, kind, name) values ($1, $2, $3)', [organisation, kind, name])
      return person({ organisation, role: 'owner' })
    },
    accepted: async ({ facility, relation }, viewer) => {
      const { code } = await owner.ask(routes.inviteViewer, { params: { facility, relation }, body: { way: 'card' } })
      await viewer.ask(routes.acceptInvitation, { body: { secret: code, organisation: { id: viewer.who?.organisation ?? '' } } })
    },
    guest: async (link) => actingOn(app, undefined, await cookieFrom(app, routes.enterAnswerLink, link)),
    takeIn: (name, content) =>
      takeInFeeds(
        { pool: parts.pool, clock: parts.clock, products: services.catalogue.reference.knownProducts },
        openFeeds({ name, bytes: Buffer.from(content) }),
      ),
    match: (facility) => matchFacility(services, { organisation: own }, facility),
    nobody: actingOn(app, undefined, ''),
    send: (route, given) => sendPlain(app, route, given ?? {}),
    another: (acting) => actingOn(makeApp(parts), acting.who, acting.cookie),
  }
}

/** A server that nobody has set up yet, with the token of its set-up link. */
export async function givenEmptyServer(): Promise<{ database: ThrowAwayDatabase; nobody: Acting; token: string }> {
  const database = await throwAwayDatabase()
  const parts = await partsOf(database, {})
  return { database, nobody: actingOn(makeApp(parts), undefined, ''), token: (await parts.auth.offerSetupLink())?.token ?? '' }
}

/** What `makeApp` asks for, on this database and in a folder of its own; sessions last longer than any test moves the clock. */
async function partsOf({ pool }: ThrowAwayDatabase, options: GivenOptions) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'mimamori-given-'))
  afterAll(() => rm(dataFolder, { recursive: true, force: true }))
  const clock = settableClock(options.at ?? sampleDay)
  const secret = await loadSecret(join(dataFolder, 'secret.key'))
  const auth = makeAuth({ pool, clock, pepper: secret.derive('tries'), idleMinutes: 60 * 24 * 390, sessionHours: 24 * 390 })
  const log = makeLog({ level: process.env.MIMAMORI_TEST_LOG === 'error' ? 'error' : 'silent' })
  const keys = makeKeys({ pool, clock, secret })
  const examplesFolder = options.examplesFolder ?? fileURLToPath(new URL('../../../examples', import.meta.url))
  const config = { host: '127.0.0.1', isSecure: false }
  const mailer = options.mail && makeMailer(options.mail)
  return { config, pool, clock, log, auth, keys, mailer, dataFolder, examplesFolder, catalogue: options.catalogue }
}

async function firstOwner(app: Requests, auth: ReturnType<typeof makeAuth>): Promise<Acting> {
  const token = (await auth.offerSetupLink())?.token ?? ''
  const organisation = { kind: 'facility', name: 'みまもり市立病院' }
  const first = await auth.claimSetupLink({ token, login: 'soumu', name: '見本 花子', password: givenPassword, organisation })
  return signedIn(app, { organisation: first.organisation ?? '', person: first.person, login: 'soumu' })
}

/** NOTE: everybody has the same password; hashing it anew for each would be most of the time of a test file. */
async function addPerson(database: ThrowAwayDatabase, given: { organisation: string; role?: Role; name?: string }): Promise<GivenPerson> {
  const person = randomUUID()
  const login = `p-${person.slice(0, 8)}`
  await database.admin.query(
    `insert into person (id, login, name, password_hash) select $1, $2, $3, password_hash from person where login = 'soumu'`,
    [person, login, given.name ?? '試験 太郎'],
  )
  await database.admin.query('insert into membership (organisation_id, person_id, role) values ($1, $2, $3)', [
    given.organisation,
    person,
    given.role ?? 'owner',
  ])
  return { organisation: given.organisation, person, login }
}

async function signedIn(app: Requests, who: GivenPerson): Promise<Acting> {
  return actingOn(app, who, await cookieFrom(app, routes.signIn, { login: who.login, password: givenPassword }))
}

async function cookieFrom(app: Requests, route: Route, body: unknown): Promise<string> {
  const headers = { ...own, 'content-type': 'application/json' }
  const response = await app.request(route.path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${route.id} failed: ${await response.text()}`)
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

async function sendPlain(
  app: Requests,
  route: Route,
  given: { body?: unknown; cookies?: Readonly<Record<string, string>> },
): Promise<Response> {
  const cookie = Object.entries(given.cookies ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  const body = given.body === undefined ? {} : { body: JSON.stringify(given.body) }
  const headers = { ...own, 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) }
  return app.request(urlOf(route, {}), { method: route.method, headers, ...body })
}

function actingOn(app: Requests, who: GivenPerson | undefined, cookie: string): Acting {
  const headers = { ...own, ...(cookie === '' ? {} : { cookie }) }
  const send = async (url: string, init: { method: string; headers: Record<string, string>; body?: string }): Promise<Response> =>
    app.request(url, { ...init, headers: { ...headers, ...init.headers } })
  const acting: Acting = {
    who,
    cookie,
    call: (route, input) => call((url, init) => send(url, init) as Promise<Answer>, route, input ?? ({} as InputOf<typeof route>)), // a route without input takes an empty one
    ask: async (route, input) => {
      const result = await acting.call(route, input)
      if (result.kind === 'error') throw new Error(`${route.id}: ${result.status} ${JSON.stringify(result.error)}`)
      return result.value
    },
    upload: async (route, input, file) => readAnswer(route, await acting.raw(route, input, file)),
    download: async (route, input) => {
      const body: unknown = Reflect.get(input, 'body') // only routes that make a file of something sent have one
      const sent = body === undefined ? { headers: {} } : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      return fileAnswer(await send(urlOf(route, input), { method: route.method, ...sent }))
    },
    status: async (route, input = {}) => {
      const body = input.body === undefined ? {} : { body: JSON.stringify(input.body) }
      const kind: Record<string, string> =
        route.kind === 'upload' ? { 'x-file-name': 'a.csv' } : input.body === undefined ? {} : { 'content-type': 'application/json' }
      return (await send(urlOf(route, input), { method: route.method, headers: kind, ...body })).status
    },
    raw: async (route, input, file) => {
      const named = file && { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) }
      const kind = named ?? (input.body === undefined ? {} : { 'content-type': 'application/json' })
      const body = file ? Buffer.from(file.bytes) : input.body === undefined ? undefined : JSON.stringify(input.body)
      const init = { method: route.method, headers: { ...headers, ...kind }, ...(body !== undefined && { body }) }
      return app.request(urlOf(route, input), init)
    },
  }
  return acting
}

async function fileAnswer(response: Response): Promise<FileAnswer> {
  const disposition = response.headers.get('content-disposition') ?? ''
  const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1] ?? '')
  return {
    status: response.status,
    name,
    mediaType: response.headers.get('content-type') ?? '',
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}
