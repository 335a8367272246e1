import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { routes } from '@mimamori/contract'
import { base, Client, port } from './client.ts'
import { benchLists } from './lists.ts'
import { line, measured } from './measure.ts'

const main = fileURLToPath(new URL('../packages/cli/main.ts', import.meta.url))

interface Running {
  readonly child: ChildProcess
  readonly startMs: number
  readonly token: string | undefined
}

async function start(data: string): Promise<Running> {
  const begun = performance.now()
  const env = { ...process.env, MIMAMORI_DATA: data, MIMAMORI_PORT: String(port), MIMAMORI_LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, [main, 'serve', '--lang', 'en'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString()
  })
  for (let tries = 0; tries < 3000; tries++) {
    const up = await fetch(`${base}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (up && said.includes('Data:')) return { child, startMs: performance.now() - begun, token: /setup#token=(\S+)/.exec(said)?.[1] }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`the server did not start: ${said}`)
}

async function stop({ child }: Running): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

const pages = ['home', 'checklist', 'joined', 'findings', 'vendors', 'facts', 'papers'] as const

/** Starts, pages, a change with its analysis and the pack, through the socket of a real server with the hospital of 180 beds. */
export async function benchServer(): Promise<readonly string[]> {
  const place = mkdtempSync(join(tmpdir(), 'mimamori-bench-'))
  chmodSync(place, 0o755)
  const data = join(place, 'data')
  try {
    const first = await start(data)
    const client = new Client()
    const who = { login: 'hanako', password: 'asagao-to-himawari-2026' }
    await client.ask(routes.setUp, { body: { token: first.token ?? '', name: '見本 花子', ...who } })
    await stop(first)
    const second = await start(data)
    await client.ask(routes.signIn, { body: who })
    const lines = await measurePages(client)
    const memory = memoryOf(second)
    const lists = await benchLists(client)
    await stop(second)
    return [
      'server: one process over HTTP, embedded PostgreSQL, the hospital of 180 beds',
      `  first start (database made) ${(first.startMs / 1000).toFixed(2)} s, second start ${(second.startMs / 1000).toFixed(2)} s`,
      ...lines,
      `  memory of our process after all of this: ${memory} (bar: 512 MB)`,
      ...lists,
    ]
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** NOTE: of the Node process alone; PostgreSQL has its own. */
function memoryOf({ child }: Running): string {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
  return `${(Number(kilobytes ?? 0) / 1024).toFixed(0)} MB`
}

async function measurePages(client: Client): Promise<readonly string[]> {
  const { facility } = (await client.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })) as { facility: string } // the route's own answer
  const params = { facility }
  const lines: string[] = []
  for (const page of pages) lines.push(line(`  page ${page}`, await measured(40, () => client.ask(routes[page], { params }))))
  let at = 0
  const add = () => {
    at++
    const change = { kind: 'add', slice: 'people', record: { id: `p:bench.${at}`, name: `見本 ${at}` } }
    return client.ask(routes.change, { params, body: { changes: [{ change }] } })
  }
  lines.push(line('  a change, with its analysis and audit entry', await measured(40, add)))
  const pack = (format: string) => () => client.file(`/api/v1/facilities/${encodeURIComponent(facility)}/papers/pack?format=${format}`)
  for (const format of ['pdf', 'zip'])
    lines.push(line(`  inspection pack as ${format.toUpperCase()}, after a change each time`, await measured(5, pack(format), add)))
  lines.push(line('  the same pack once more', await measured(20, pack('pdf'))))
  return lines
}
