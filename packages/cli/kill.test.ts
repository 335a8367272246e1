import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { factsView, routes, sessionView, urlOf } from '@mimamori/contract'
import { afterAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'mimamori-kill-'))
// As root the database runs as a user of its own, who must be able to enter.
chmodSync(place, 0o755)
const data = join(place, 'data')
/** NOTE: lies outside the data folder, so that what is acknowledged is known apart from what is stored. */
const acknowledgedFile = join(place, 'acknowledged')
const kills = 30
const writers = 4

interface Running {
  readonly child: ChildProcess
  readonly port: number
  readonly setupToken: string | undefined
}

let running: Running | undefined

afterAll(async () => {
  if (running) await stop(running)
  rmSync(place, { recursive: true, force: true })
})

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

async function start(): Promise<Running> {
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
  return { child, port, setupToken: /setup#token=(\S+)/.exec(said)?.[1] }
}

async function stop({ child }: Running): Promise<void> {
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
  expect(status).toBe(200)
  return cookie ?? ''
}

/** Writes people as fast as it is answered, and notes every id for which the answer came, until the server is gone. */
async function write(port: number, as: { facility: string; cookie: string; writer: string }): Promise<void> {
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
      appendFileSync(acknowledgedFile, `${id}\n`)
    } catch {
      return
    }
  }
}

function postmasterPid(): number {
  return Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** Kills the server or, every second time, the database below it, without warning. */
async function kill({ child }: Running, round: number): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  if (round % 2 === 0) child.kill('SIGKILL')
  else process.kill(postmasterPid(), 'SIGKILL')
  await ended
}

test(`${kills} kills of server and database under ${writers} writers lose nothing that was acknowledged`, {
  timeout: 300_000,
}, async () => {
  running = await start()
  const { setupToken } = running
  expect((await send(running.port, routes.setUp, { body: { token: setupToken, name: '見本 花子', ...login } })).status).toBe(200)
  const made = await send(running.port, routes.createFacility, { body: { name: 'みまもり市立病院' }, cookie: await signIn(running.port) })
  const facility = String(Reflect.get(Object(made.body), 'facility'))
  for (let round = 0; round < kills; round++) {
    const now = running
    const cookie = await signIn(now.port)
    const writing = Array.from({ length: writers }, (_, at) => write(now.port, { facility, cookie, writer: `r${round}.w${at}` }))
    await new Promise((resolve) => setTimeout(resolve, 120 + ((round * 37) % 200)))
    await kill(now, round)
    await Promise.all(writing)
    running = await start()
  }
  const cookie = await signIn(running.port)
  const facts = factsView.parse((await send(running.port, routes.facts, { params: { facility }, cookie })).body)
  const there = new Set<string>(facts.people.map(({ record }) => record.id))
  const acknowledged = readFileSync(acknowledgedFile, 'utf8').trim().split('\n')
  expect(acknowledged.length).toBeGreaterThan(kills * 3)
  expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
  const session = sessionView.parse((await send(running.port, routes.session, { cookie })).body)
  expect(session.state).toBe('signed-in')
})
