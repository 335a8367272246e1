import { routes, urlOf } from '@mimamori/contract'
import { type AssetId, type Change, entityId } from '@mimamori/domain'
import type { Visitor } from '@mimamori/testing/process'
import { measured } from './measure.ts'
import { heading, type Row, step, timeRow } from './rows.ts'

const rows = 10_000
const perRequest = 2_000
const rounds = 20

/** Devices as a large hospital has them: a few dozen kinds of model, sixty rooms, an address each. */
function deviceOf(at: number): Change {
  return {
    kind: 'add',
    slice: 'assets',
    record: {
      id: entityId<AssetId>(`ast:bench-${at}`),
      name: `端末${at}`,
      kind: at % 3 === 0 ? 'server' : 'pc',
      tag: `K-${String(at).padStart(5, '0')}`,
      model: `EX-${at % 40}`,
      room: `${at % 60}号室`,
      ips: [`10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`],
    },
  }
}

interface Query {
  readonly offset?: number
  readonly text?: string
  readonly room?: string
  readonly sort?: 'name' | 'seen'
  readonly group?: 'room'
  readonly state?: 'no-owner'
  readonly order?: 'down'
}

const asked: readonly Query[] = [
  {},
  { offset: 5_000 },
  { text: 'k-00' },
  { room: '7号室', sort: 'seen' },
  { group: 'room' },
  { state: 'no-owner', sort: 'name', order: 'down' },
]

/** The list of 10,000 devices as a browser asks for it: windows, a search, filters and groups, as bytes, also the first after a change. */
export async function* benchAssetList(visitor: Visitor): AsyncGenerator<Row> {
  step(`a facility of ${rows} devices is made`)
  const { facility } = await visitor.ask(routes.createFacility, { body: { name: '例大病院(機器)' } })
  const params = { facility }
  const changes = Array.from({ length: rows }, (_, at) => deviceOf(at))
  for (let from = 0; from < changes.length; from += perRequest) {
    const body = { changes: changes.slice(from, from + perRequest).map((change) => ({ change })) }
    await visitor.ask(routes.change, { params, body })
  }
  const { findings } = await visitor.ask(routes.findings, { params })
  yield heading(`asset list: ${rows} devices, ${findings.length} findings`)
  const ask = (query: Query) => async () => {
    const { status } = await visitor.get(urlOf(routes.assets, { params, query: { limit: 100, ...query } }))
    if (status !== 200) throw new Error(`the list was not given: ${status}`)
  }
  step('its list, filtered, grouped and searched')
  const bar = { p95: 300 }
  for (const query of asked) yield timeRow(`assets ${JSON.stringify(query)}`, await measured(rounds, ask(query)), { bar })
  const { rows: devices } = await visitor.ask(routes.assets, { params, query: { limit: 500 } })
  let at = 0
  const move = async () => {
    const device = devices[at++]
    if (!device) throw new Error('every device was moved already')
    const change = { kind: 'set', slice: 'assets', id: device.id, fields: { room: '移動先' } } as const
    const { conflicts } = await visitor.ask(routes.change, { params, body: { changes: [{ change, expected: device.version }] } })
    if (conflicts.length > 0) throw new Error('a device was not moved')
  }
  yield timeRow('a change of one device', await measured(rounds, move), { bar: { p95: 150 } })
  for (const query of [{}, { group: 'room' }, { sort: 'seen' }] satisfies readonly Query[])
    yield timeRow(`the first list after a change ${JSON.stringify(query)}`, await measured(rounds, ask(query), move), { bar })
}
