import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes, urlOf } from '@mimamori/contract'
import { openOffline } from '@mimamori/server'
import { firstOwner, type RunningServer, startProcess, type Visitor, visitorOf } from '@mimamori/testing/process'
import { writeHospital } from '../tools/generate-hospital/hospital.ts'
import { benchAssetList } from './asset-list.ts'
import { benchLists } from './lists.ts'
import { measureLoad } from './load.ts'
import { benchMapRoutes } from './map-routes.ts'
import { measured } from './measure.ts'
import { benchMonth } from './month.ts'
import { figureRow, heading, type Row, step, timeRow } from './rows.ts'
import { benchWeaknesses } from './weaknesses.ts'

const who = { login: 'hanako', password: 'asagao-to-himawari-2026', name: '見本 花子' }
const pages = ['home', 'checklist', 'joined', 'findings', 'vendors', 'facts', 'papers', 'assets'] as const

interface Prepared {
  readonly data: string
  readonly facility: string
  readonly firstMs: number
}

/** An installation that holds the hospital of 500 beds, made by the generator and brought in as a folder. */
async function prepare(place: string): Promise<Prepared> {
  step('the hospital of 500 beds is written as a folder and brought in')
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
async function* atHospital(work: (at: AtHospital) => AsyncGenerator<Row>): AsyncGenerator<Row> {
  const place = mkdtempSync(join(tmpdir(), 'mimamori-bench-'))
  // As root the database runs as a user of its own, who must be able to enter.
  chmodSync(place, 0o755)
  let server: RunningServer | undefined
  try {
    const prepared = await prepare(place)
    server = await startProcess({ data: prepared.data })
    const visitor = visitorOf(server.url)
    await visitor.ask(routes.signIn, { body: { login: who.login, password: who.password } })
    yield* work({ ...prepared, server, visitor })
  } finally {
    await server?.stop()
    rmSync(place, { recursive: true, force: true })
  }
}

/** Starts, pages, a change with its analysis, the pack and many users at once, through the socket of a real server. */
export function benchServer(): AsyncGenerator<Row> {
  return atHospital(async function* ({ data, facility, firstMs, server, visitor }) {
    yield heading('server: one process over HTTP, embedded PostgreSQL, the hospital of 500 beds')
    yield figureRow('first start (database made)', firstMs / 1000, { unit: 's', digits: 2 })
    yield figureRow('second start', server.startMs / 1000, { unit: 's', digits: 2 })
    yield memoryRow('memory of our process after the start', server)
    yield* measurePages(visitor, facility)
    yield* measureChanges(visitor, facility)
    yield* benchMapRoutes(visitor, facility)
    yield* benchMonth(visitor, facility)
    yield memoryRow('memory of our process after all of this', server)
    yield* measureLoad(visitor, facility)
    yield memoryRow('memory of our process after the load', server)
    yield* benchLists(visitor)
    yield* benchAssetList(visitor)
    yield* benchWeaknesses({ data, facility, visitor })
  })
}

/** `npm run bench -- weaknesses`: from a new entry of a feed to its answer, and the pages of weaknesses. */
export function benchVulnerabilities(): AsyncGenerator<Row> {
  return atHospital(({ data, facility, visitor }) => benchWeaknesses({ data, facility, visitor }))
}

/** `npm run bench -- map-routes`: the map of the hospital over HTTP, and nothing else. */
export function benchMap(): AsyncGenerator<Row> {
  return atHospital(({ facility, visitor }) => benchMapRoutes(visitor, facility))
}

/** `npm run bench -- devices`: the list of 10,000 devices, and nothing else. */
export function benchDevices(): AsyncGenerator<Row> {
  return atHospital(({ visitor }) => benchAssetList(visitor))
}

/** `npm run bench -- load`: many users at once, and nothing else. */
export function benchLoad(): AsyncGenerator<Row> {
  return atHospital(async function* ({ facility, server, visitor }) {
    yield heading('load: one process over HTTP, the hospital of 500 beds')
    yield* measureLoad(visitor, facility)
    yield memoryRow('memory of our process', server)
  })
}

function memoryRow(name: string, { child }: RunningServer): Row {
  const kibibytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
  return figureRow(name, (Number(kibibytes ?? 0) * 1024) / 1_000_000, { unit: 'MB', bar: { most: 512 } })
}

async function* measurePages(visitor: Visitor, facility: string): AsyncGenerator<Row> {
  const params = { facility }
  for (const page of pages) {
    step(`its page ${page}`)
    const query = page === 'assets' ? { limit: 100 } : {}
    const times = await measured(30, () => visitor.get(urlOf(routes[page], { params, query })))
    yield timeRow(`page ${page}`, times, { bar: { p95: 300 } })
  }
}

async function* measureChanges(visitor: Visitor, facility: string): AsyncGenerator<Row> {
  const params = { facility }
  let at = 0
  const add = () => {
    at++
    const change = { kind: 'add', slice: 'people', record: { id: `p:bench.${at}` as never, name: `見本 ${at}` } } as const // an id of this slice
    return visitor.ask(routes.change, { params, body: { changes: [{ change }] } })
  }
  step('changes')
  yield timeRow('a change, with its analysis and audit entry', await measured(40, add), { bar: { p95: 150 } })
  for (const page of ['home', 'findings', 'assets'] as const) {
    const first = await measured(20, () => visitor.get(urlOf(routes[page], { params })), add)
    yield timeRow(`the first page ${page} after a change`, first, { bar: { p95: 300 } })
  }
  yield* measurePack(visitor, { facility, add })
}

/** The pack of this hospital is far longer than the 40 pages of the bar, which is 2 s: 50 ms a page. */
async function* measurePack(visitor: Visitor, { facility, add }: { facility: string; add: () => Promise<unknown> }): AsyncGenerator<Row> {
  let pages = 1
  const pack = (format: string) => async () => {
    const { status, bytes } = await visitor.get(`/api/v1/facilities/${encodeURIComponent(facility)}/papers/pack?format=${format}`)
    if (status !== 200) throw new Error(`the pack was not made: ${status} ${bytes.toString('utf8').slice(0, 300)}`)
    if (format === 'pdf') pages = bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 1
  }
  step('the inspection pack as PDF')
  const pdf = await measured(3, pack('pdf'), add)
  yield timeRow(`inspection pack of ${pages} pages, after a change each time`, pdf)
  yield figureRow('  a page', pdf.median / pages, { unit: 'ms', digits: 1, bar: { most: 50 } })
  step('the inspection pack as ZIP')
  yield timeRow('inspection pack as ZIP, after a change each time', await measured(3, pack('zip'), add))
  yield timeRow('the same pack once more', await measured(10, pack('pdf')))
}
