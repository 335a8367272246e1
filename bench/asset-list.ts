import { routes, urlOf } from '@mimamori/contract'
import { type AssetId, type Change, entityId } from '@mimamori/domain'
import type { Visitor } from '@mimamori/testing/process'
import { line, measured } from './measure.ts'

const rows = 10_000
const perRequest = 2_000

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

const asked = [
  {},
  { offset: 5_000 },
  { text: 'k-00' },
  { room: '7号室', sort: 'seen' },
  { group: 'room' },
  { state: 'no-owner', sort: 'name', order: 'down' },
] as const

/** The list of 10,000 devices as a browser asks for it: windows, a search, filters and groups, as bytes. */
export async function benchAssetList(visitor: Visitor): Promise<readonly string[]> {
  const { facility } = await visitor.ask(routes.createFacility, { body: { name: '例大病院(機器)' } })
  const params = { facility }
  const changes = Array.from({ length: rows }, (_, at) => deviceOf(at))
  for (let from = 0; from < rows; from += perRequest) {
    const body = { changes: changes.slice(from, from + perRequest).map((change) => ({ change })) }
    await visitor.ask(routes.change, { params, body })
  }
  const lines = [`asset list: ${rows} devices (bar: p95 300 ms on the server)`]
  for (const query of asked) {
    const address = urlOf(routes.assets, { params, query: { limit: 100, ...query } })
    lines.push(line(`  assets ${JSON.stringify(query)}`, await measured(40, () => visitor.get(address))))
  }
  return lines
}
