import { readFile, rm, writeFile } from 'node:fs/promises'
import { loadCatalogue } from '@mimamori/catalog'
import { type Route, type RouteId, routes } from '@mimamori/contract'
import { closeCompiler } from '@mimamori/papers'
import { type Acting, givenMailServer, givenServer } from '@mimamori/testing'
import { largerExample } from '@mimamori/testing/facilities'
import {
  example,
  type Measured,
  type Place,
  problemsOfCounts,
  type RouteCall,
  readCounts,
  routeCalls,
  statementsOf,
  writeCounts,
} from '@mimamori/testing/queries'
import { afterAll, describe, expect, test } from 'vitest'

const tableFile = new URL('query-counts.txt', import.meta.url)
const smtp = await givenMailServer()
const isWriting = process.env['MIMAMORI_WRITE_QUERY_COUNTS'] === '1'
const ids = Object.keys(routes) as RouteId[]
/** A count that grows with the rows shows at twice as many as well as at ten times: no statement here takes its rows by portions. */
const times = 2

async function placeOf(times: number, options: { examplesFolder?: string }): Promise<Place> {
  // NOTE: a catalogue of its own, since what was read of editions is remembered with the catalogue.
  const server = await givenServer({
    ...options,
    catalogue: { ...loadCatalogue() },
    mail: { url: smtp.url, from: 'soumu@hospital.example' },
  })
  const { facility } = await server.owner.ask(routes.loadExample, { params: { example }, body: {} })
  return { server, statements: statementsOf(server.database.pool), acting: server.owner, facility, times }
}

const largerFolder = await largerExample(example, times)
const places = { small: await placeOf(1, {}), large: await placeOf(times, { examplesFolder: largerFolder }) }
const measured = { small: new Map<string, Measured>(), large: new Map<string, Measured>() }

afterAll(async () => {
  closeCompiler()
  await rm(largerFolder, { recursive: true, force: true })
})

async function send(acting: Acting, route: Route, call: RouteCall, facility: string): Promise<void> {
  const input = { params: { facility, ...call.params }, query: call.query ?? {}, body: call.body }
  const answered =
    route.kind === 'file'
      ? (await acting.download(route, input)).status
      : route.kind === 'upload'
        ? await acting.upload(route, input, call.file ?? { name: '', bytes: '' })
        : await acting.call(route, input)
  const isAnswered = typeof answered === 'number' ? answered === 200 : answered.kind === 'ok'
  if (isAnswered !== (call.isRefused !== true))
    throw new Error(`${route.id} was ${isAnswered ? 'let through' : 'refused'}: ${JSON.stringify(answered)}`)
}

/** The statements of one call; with `isCold` a process answers it that has read nothing yet. */
async function statementsIn(place: Place, id: RouteId, { isCold }: { isCold: boolean }): Promise<readonly string[]> {
  const call = await routeCalls[id](place, isCold ? 1 : 2)
  const acting = call.as ?? place.acting
  const facility = call.facility ?? place.facility
  if (call.as === undefined || call.facility !== undefined) await acting.ask(routes.home, { params: { facility } })
  const caller = isCold && acting.who ? place.server.another(acting) : acting
  const heard = await (call.statements ?? place.statements).during(() => send(caller, routes[id], call, facility))
  call.after?.()
  return heard
}

describe.each(['small', 'large'] as const)('a %s facility', (size) => {
  test.each(ids)('is answered with SQL that can be counted: %s', { timeout: 60_000 }, async (id) => {
    const cold = await statementsIn(places[size], id, { isCold: true })
    const warm = await statementsIn(places[size], id, { isCold: false })
    measured[size].set(id, { cold, warm })
    expect(cold.length).toBeGreaterThanOrEqual(warm.length)
  })
})

test('each route sends as many statements as its table says, however many rows there are', async () => {
  if (isWriting) await writeFile(tableFile, writeCounts(measured.small))
  const table = readCounts(await readFile(tableFile, 'utf8').catch(() => ''))
  expect(problemsOfCounts(ids, { table, ...measured })).toEqual([])
})
