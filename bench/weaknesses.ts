import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { routes, urlOf } from '@mimamori/contract'
import { type AssetId, type Change, entityId } from '@mimamori/domain'
import { enqueueJob, type FeedStore, findEmbedded, installation, openFeedStore, openPool, withScope } from '@mimamori/server'
import type { Visitor } from '@mimamori/testing/process'
import { measured } from './measure.ts'
import { figureRow, heading, type Row, step, timeRow } from './rows.ts'

const perRequest = 2_000
const rounds = 20
const newEntries = 5
const [devices, weakDevices, versions, weaknesses] = [5_000, 1_000, 40, 50]
const pollMs = 20
const longestMs = 120_000

interface At {
  readonly visitor: Visitor
  readonly facility: string
  readonly data: string
}

/** From a new entry of a feed to its answer at the hospital, and the pages of weaknesses of a facility that has thousands of them. */
export async function* benchWeaknesses(at: At): AsyncGenerator<Row> {
  const store = await openFeedStore({ env: { MIMAMORI_DATA: at.data }, defaultFolder: at.data })
  try {
    yield* firstAnswers(at, store)
    yield* pagesOfMany(at, store)
  } finally {
    await store.stop()
  }
}

const cveOf = (number: number) => `CVE-2099-${String(number).padStart(4, '0')}`

function cveRecord(number: number): string {
  const affectedVersions = [{ version: '7.0.0', lessThan: '8.0.0', status: 'affected', versionType: 'semver' }]
  const affected = [{ vendor: 'Fortinet', product: 'FortiOS', defaultStatus: 'unaffected', versions: affectedVersions }]
  return JSON.stringify({
    dataType: 'CVE_RECORD',
    dataVersion: '5.1',
    cveMetadata: { cveId: cveOf(number), state: 'PUBLISHED', dateUpdated: '2026-11-01T00:00:00Z' },
    containers: { cna: { title: `An outsider can run code (${number})`, affected } },
  })
}

async function take(store: FeedStore, { data }: At, numbers: readonly number[]): Promise<void> {
  const file = join(data, `bench-${numbers[0]}.jsonl`)
  await writeFile(file, numbers.map(cveRecord).join('\n'))
  const { refused } = await store.take([file])
  if (refused.length > 0) throw new Error(`the feed was refused: ${refused[0]?.problem.code}`)
}

/** NOTE: the queue looks every five minutes whom a reading concerns; here it is told to look at once, so that its work is measured and not its clock. */
async function lookNow(data: string): Promise<void> {
  const found = await findEmbedded({ defaultFolder: data, dataSetting: data })
  if (found.kind !== 'running') throw new Error('the server of the bench does not run')
  const pool = openPool(found.app, { onError: () => undefined, max: 1 })
  try {
    await withScope(pool, { organisation: installation }, (client) =>
      enqueueJob(client, { task: 'vulnerabilities/after-feeds', input: {} }),
    )
  } finally {
    await pool.end()
  }
}

async function* firstAnswers(at: At, store: FeedStore): AsyncGenerator<Row> {
  step('a new weakness comes in, five times')
  const { visitor, facility } = at
  const gate = deviceOf(0, 'gate')
  await visitor.ask(routes.change, { params: { facility }, body: { changes: [{ change: gate }] } })
  const [read, answered]: [number[], number[]] = [[], []]
  for (let number = 1; number <= newEntries; number++) {
    const begun = performance.now()
    await take(store, at, [number])
    read.push(performance.now() - begun)
    await lookNow(at.data)
    await untilThere(visitor, facility, number)
    answered.push(performance.now() - begun)
  }
  yield heading('weaknesses: one new entry of a feed at the hospital of 500 beds, by the queue of its server')
  yield figureRow('the entry is taken in', medianOf(read) / 1000, { unit: 's', digits: 2 })
  yield figureRow('until the page of the weakness answers', medianOf(answered) / 1000, { unit: 's', digits: 2 })
  yield figureRow('the slowest of them', Math.max(...answered) / 1000, { unit: 's', digits: 2 })
}

async function untilThere(visitor: Visitor, facility: string, number: number): Promise<void> {
  const begun = performance.now()
  for (;;) {
    const answer = await visitor.call(routes.advisory, { params: { facility, advisory: cveOf(number) } })
    if (answer.kind === 'ok' && answer.value.devices.length > 0) return
    if (performance.now() - begun > longestMs) throw new Error('the answer did not come')
    await sleep(pollMs)
  }
}

function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

/** Firewalls in forty versions, and PCs of which the feeds say nothing. */
function deviceOf(number: number, prefix: string): Change {
  const id = entityId<AssetId>(`ast:${prefix}-${number}`)
  if (number >= weakDevices) return { kind: 'add', slice: 'assets', record: { id, name: `端末${number}`, kind: 'pc', os: '例OS 10.0' } }
  const firmware = `7.${number % 4}.${number % versions}`
  const about = { maker: 'Fortinet', model: 'FortiGate-60F', firmware }
  return { kind: 'add', slice: 'assets', record: { id, name: `出入口${number}`, kind: 'firewall', ...about } }
}

async function* pagesOfMany(at: At, store: FeedStore): AsyncGenerator<Row> {
  step(`a facility of ${devices} devices is made and held against ${weaknesses} weaknesses`)
  const { visitor } = at
  const { facility } = await visitor.ask(routes.createFacility, { body: { name: '例大病院(弱点)' } })
  const params = { facility }
  const changes = Array.from({ length: devices }, (_, number) => deviceOf(number, 'weak'))
  for (let from = 0; from < changes.length; from += perRequest)
    await visitor.ask(routes.change, { params, body: { changes: changes.slice(from, from + perRequest).map((change) => ({ change })) } })
  await take(
    store,
    at,
    Array.from({ length: weaknesses }, (_, number) => newEntries + 1 + number),
  )
  await lookNow(at.data)
  await untilThere(visitor, facility, newEntries + weaknesses)
  const page = await visitor.ask(routes.advisory, { params: { facility, advisory: cveOf(newEntries + weaknesses) } })
  const rows = page.devices.length + page.left
  yield heading(
    `weaknesses: ${devices} devices, ${rows} of them weak by each of ${weaknesses} and more, ${page.matches.length} versions of each`,
  )
  const asked = {
    'overview by visit': urlOf(routes.vulnerabilities, { params }),
    'one weakness': urlOf(routes.advisory, { params: { facility, advisory: cveOf(newEntries + weaknesses) } }),
    'one device': urlOf(routes.vulnerableDevice, { params: { facility, asset: 'ast:weak-7' } }),
    'why a device is affected': urlOf(routes.whyAffected, {
      params,
      query: { installed: 'ast:weak-7|firmware', advisory: cveOf(newEntries + weaknesses) },
    }),
    'what could not be read': urlOf(routes.unreadAdvisories, { params }),
    'the page of today': urlOf(routes.home, { params }),
  }
  for (const [name, address] of Object.entries(asked)) {
    step(`its page: ${name}`)
    yield timeRow(`page: ${name}`, await measured(rounds, () => visitor.get(address)), { bar: { p95: 300 } })
  }
}
