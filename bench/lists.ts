import { routes, urlOf } from '@mimamori/contract'
import { type Change, entityId, type SystemId, type VendorId } from '@mimamori/domain'
import type { Visitor } from '@mimamori/testing/process'
import { measured } from './measure.ts'
import { heading, type Row, step, timeRow } from './rows.ts'

const rows = 10_000
const perRequest = 2_000
const rounds = 20
const pages = ['findings', 'vendors', 'facts', 'home', 'checklist', 'joined'] as const

/** A vendor and a system that it looks after and has no sheet for: a row of each list, and a finding. */
function pairOf(at: number): readonly Change[] {
  const vendor = entityId<VendorId>(`v:bench-${at}`)
  return [
    { kind: 'add', slice: 'vendors', record: { id: vendor, name: `例${at}株式会社`, phone: `00-0000-${String(at).padStart(4, '0')}` } },
    {
      kind: 'add',
      slice: 'systems',
      record: { id: entityId<SystemId>(`s:bench-${at}`), name: `システム${at}`, vendor, contract: 'not-applicable' },
    },
  ]
}

/** Every page of a facility with 10,000 vendors, systems and findings, as bytes: what the browser does with them is its own time. */
export async function* benchLists(visitor: Visitor): AsyncGenerator<Row> {
  step(`a facility of ${rows} vendors and systems is made`)
  const { facility } = await visitor.ask(routes.createFacility, { body: { name: '例大病院' } })
  const params = { facility }
  const changes = Array.from({ length: rows }, (_, at) => pairOf(at)).flat()
  for (let from = 0; from < changes.length; from += perRequest) {
    const body = { changes: changes.slice(from, from + perRequest).map((change) => ({ change })) }
    await visitor.ask(routes.change, { params, body })
  }
  const view = await visitor.ask(routes.findings, { params })
  yield heading(`lists: ${rows} vendors, ${rows} systems, ${view.findings.length} findings`)
  for (const page of pages) {
    step(`its page ${page}`)
    yield timeRow(`page ${page}`, await measured(rounds, () => visitor.get(urlOf(routes[page], { params }))), { bar: { p95: 300 } })
  }
}
