import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@mimamori/contract'
import { openOffline } from '@mimamori/server'
import { firstOwner, type RunningServer, startProcess, type Visitor, visitorOf } from '@mimamori/testing/process'
import { writeHospital } from '../tools/generate-hospital/hospital.ts'
import { benchAssetList } from './asset-list.ts'
import { benchLists } from './lists.ts'
import { measureLoad } from './load.ts'
import { benchMapRoutes } from './map-routes.ts'
import { line, measured } from './measure.ts'

const who = { login: 'hanako', password: 'asagao-to-himawari-2026', name: '見本 花子' }
const pages = ['home', 'checklist', 'joined', 'findings', 'vendors', 'facts', 'papers'] as const

interface Prepared {
  readonly data: string
  readonly facility: string
  readonly firstMs: number
}

/** An installation that holds the hospital of 500 beds, made by the generator and brought in as a folder. */
async function prepare(place: string): Promise<Prepared> {
  const data = join(place, 'data')
  const first = await startProcess({ data })
  await firstOwner(first, who)
  await first.stop()
  await writeHospital(join(place, 'hospital-500beds'))
  const store = await openOffline({ env: { MIMAMORI_DATA: data }, defaultFolder: data, examplesFolder: place, login: who.login })
  const { facility } = await store.importFolder(join(place, 'hospital-500beds'))
  await store.stop()
  return { data, facility, firstMs: first.startMs }
}

interface AtHospital extends Prepared {
  readonly server: RunningServer
  readonly visitor: Visitor
}

/** A server that runs with the hospital, and its owner at a browser; all of it goes away afterwards. */
async function atHospital(work: (at: AtHospital) => Promise<readonly string[]>): Promise<readonly string[]> {
  const place = mkdtempSync(join(tmpdir(), 'mimamori-bench-'))
  // As root the database runs as a user of its own, who must be able to enter.
  chmodSync(place, 0o755)
  let server: RunningServer | undefined
  try {
    const prepared = await prepare(place)
    server = await startProcess({ data: prepared.data })
    const visitor = visitorOf(server.url)
    await visitor.ask(routes.signIn, { body: { login: who.login, password: who.password } })
    return await work({ ...prepared, server, visitor })
  } finally {
    await server?.stop()
    rmSync(place, { recursive: true, force: true })
  }
}

/** Starts, pages, a change with its analysis, the pack and many users at once, through the socket of a real server. */
export function benchServer(): Promise<readonly string[]> {
  return atHospital(async ({ facility, firstMs, server, visitor }) => {
    const atRest = memoryOf(server)
    const ofPages = [...(await measurePages(visitor, facility)), ...(await benchMapRoutes(visitor, facility))]
    const lines = [...ofPages, ...(await measureLoad(visitor, facility))]
    const after = memoryOf(server)
    const lists = await benchLists(visitor)
    const devices = await benchAssetList(visitor)
    return [
      'server: one process over HTTP, embedded PostgreSQL, the hospital of 500 beds',
      `  first start (database made) ${(firstMs / 1000).toFixed(2)} s, second start ${(server.startMs / 1000).toFixed(2)} s`,
      ...lines,
      `  memory of our process: ${atRest} MB after the start, ${after} MB after all of this (bar: 512 MB)`,
      ...lists,
      ...devices,
    ]
  })
}

/** `npm run bench -- map-routes`: the map of the hospital over HTTP, and nothing else. */
export function benchMap(): Promise<readonly string[]> {
  return atHospital(({ facility, visitor }) => benchMapRoutes(visitor, facility))
}

/** `npm run bench -- load`: many users at once, and nothing else. */
export function benchLoad(): Promise<readonly string[]> {
  return atHospital(async ({ facility, server, visitor }) => {
    const lines = await measureLoad(visitor, facility)
    return ['load: one process over HTTP, the hospital of 500 beds', ...lines, `  memory of our process: ${memoryOf(server)} MB`]
  })
}

function memoryOf({ child }: RunningServer): string {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
  return (Number(kilobytes ?? 0) / 1024).toFixed(0)
}

async function measurePages(visitor: Visitor, facility: string): Promise<readonly string[]> {
  const params = { facility }
  const lines: string[] = []
  for (const page of pages) lines.push(line(`  page ${page}`, await measured(40, () => visitor.ask(routes[page], { params }))))
  let at = 0
  const add = () => {
    at++
    const change = { kind: 'add', slice: 'people', record: { id: `p:bench.${at}` as never, name: `見本 ${at}` } } as const // an id of this slice
    return visitor.ask(routes.change, { params, body: { changes: [{ change }] } })
  }
  lines.push(line('  a change, with its analysis and audit entry', await measured(40, add)))
  const pack = (format: string) => async () => {
    const { status, bytes } = await visitor.get(`/api/v1/facilities/${encodeURIComponent(facility)}/papers/pack?format=${format}`)
    if (status !== 200) throw new Error(`the pack was not made: ${status} ${bytes.toString('utf8').slice(0, 300)}`)
  }
  for (const format of ['pdf', 'zip'])
    lines.push(line(`  inspection pack as ${format.toUpperCase()}, after a change each time`, await measured(5, pack(format), add)))
  lines.push(line('  the same pack once more', await measured(20, pack('pdf'))))
  return lines
}
