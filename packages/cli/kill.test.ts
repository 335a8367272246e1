import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { factsView, routes, sessionView, urlOf } from '@mimamori/contract'
import { afterAll, test } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const kills = 30
const writers = 4
/** In each round, before the kill. */
const leastAcknowledged = 4

/** Where one series of kills happens. */
interface Place {
  readonly folder: string
  readonly data: string
  /** NOTE: lies outside the data folder, so that what is acknowledged is known apart from what is stored. */
  readonly acknowledged: string
}

interface Running {
  readonly child: ChildProcess
  readonly port: number
  readonly data: string
  readonly setupToken: string | undefined
}

const running = new Map<Place, Running>()

afterAll(async () => {
  for (const [{ folder }, one] of running) {
    await stop(one)
    rmSync(folder, { recursive: true, force: true })
  }
})

function newPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'mimamori-kill-'))
  // As root the database runs as a user of its own, who must be able to enter.
  chmodSync(folder, 0o755)
  return { folder, data: join(folder, 'data'), acknowledged: join(folder, 'acknowledged') }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function start(place: Place): Promise<Running> {
  const { data } = place
  const port = await freePort()
  const env = { ...process.env, MIMAMORI_DATA: data, MIMAMORI_PORT: String(port), MIMAMORI_LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, [main, 'serve', '--lang', 'en'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      if (said.includes('Data:')) setTimeout(resolve, 20)
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  const one = { child, port, data, setupToken: /setup#token=(\S+)/.exec(said)?.[1] }
  running.set(place, one)
  return one
}

async function stop({ child }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly cookie: string | undefined
}

async function send(
  port: number,
  route: { method: string; path: string },
  options: { params?: object; body?: object; cookie?: string | undefined } = {},
): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${port}${urlOf(route as never, options)}`, {
    method: route.method,
    headers: {
      origin: `http://127.0.0.1:${port}`,
      ...(options.cookie && { cookie: options.cookie }),
      ...(options.body && { 'content-type': 'application/json' }),
    },
    ...(options.body && { body: JSON.stringify(options.body) }),
  })
  return {
    status: response.status,
    body: await response.json().catch(() => undefined),
    cookie: response.headers.get('set-cookie')?.split(';')[0],
  }
}

const login = { login: 'hanako', password: 'asagao-to-himawari-2026' }

async function signIn(port: number): Promise<string> {
  const { status, cookie } = await send(port, routes.signIn, { body: login })
  if (status !== 200 || cookie === undefined) throw new Error(`the sign-in was answered with ${status}`)
  return cookie
}

/** Writes people as fast as it is answered, and notes every id for which the answer came, until the server is gone. */
async function write(port: number, as: { facility: string; cookie: string; writer: string; log: string }): Promise<void> {
  for (let at = 0; ; at++) {
    const id = `p:${as.writer}.${at}`
    const change = { kind: 'add', slice: 'people', record: { id, name: `見本 ${at}` } }
    try {
      const { status } = await send(port, routes.change, {
        params: { facility: as.facility },
        body: { changes: [{ change }] },
        cookie: as.cookie,
      })
      if (status !== 200) return
      appendFileSync(as.log, `${id}\n`)
    } catch {
      return
    }
  }
}

function acknowledgedIn(place: Place): readonly string[] {
  if (!existsSync(place.acknowledged)) return []
  return readFileSync(place.acknowledged, 'utf8').split('\n').slice(0, -1)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Kills the server, or the database below it, without warning, and waits until the server is gone. */
async function kill({ child, data }: Running, what: 'server' | 'database'): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  if (what === 'server') child.kill('SIGKILL')
  else process.kill(Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  await ended
}

/** Both series run at once, each on a data folder of its own: most of a round is waiting for a start. */
test.concurrent.for(['server', 'database'] as const)(
  `${kills} kills of the %s under ${writers} writers lose nothing that was acknowledged`,
  { timeout: 600_000 },
  async (what, { expect }) => {
    const place = newPlace()
    let now = await start(place)
    const body = { token: now.setupToken, name: '見本 花子', ...login }
    expect((await send(now.port, routes.setUp, { body })).status).toBe(200)
    const made = await send(now.port, routes.createFacility, { body: { name: 'みまもり市立病院' }, cookie: await signIn(now.port) })
    const facility = String(Reflect.get(Object(made.body), 'facility'))
    for (let round = 0; round < kills; round++) {
      const { port } = now
      const as = { facility, cookie: await signIn(port), log: place.acknowledged }
      const before = acknowledgedIn(place).length
      const writing = Array.from({ length: writers }, (_, at) => write(port, { ...as, writer: `r${round}.w${at}` }))
      while (acknowledgedIn(place).length < before + leastAcknowledged) await pause(10)
      await pause((round * 37) % 200)
      await kill(now, what)
      await Promise.all(writing)
      now = await start(place)
    }
    const cookie = await signIn(now.port)
    const facts = factsView.parse((await send(now.port, routes.facts, { params: { facility }, cookie })).body)
    const there = new Set<string>(facts.people.map(({ record }) => record.id))
    const acknowledged = acknowledgedIn(place)
    expect(acknowledged.length).toBeGreaterThanOrEqual(kills * leastAcknowledged)
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
    const session = sessionView.parse((await send(now.port, routes.session, { cookie })).body)
    expect(session.state).toBe('signed-in')
  },
)
