import { gzipSync } from 'node:zlib'
import { routes, urlOf } from '@mimamori/contract'
import type { Change } from '@mimamori/domain'
import type { Visitor } from '@mimamori/testing/process'
import { measured } from './measure.ts'
import { figureRow, heading, type Row, step, timeRow } from './rows.ts'

/** The map of the hospital as a browser gets it, and a link tried out, each time another one so that nothing is remembered. */
export async function* benchMapRoutes(visitor: Visitor, facility: string): AsyncGenerator<Row> {
  step('the map over HTTP')
  const params = { facility }
  const map = await visitor.ask(routes.network, { params })
  const bytes = Buffer.from(JSON.stringify(map))
  const [from, to] = [map.zones[0]?.record.id, map.zones[1]?.record.id]
  let round = 0
  const tried = () => {
    const record = { id: `lk:bench-${++round}`, fromZone: from, toZone: to, layer: 'l3', control: 'none' }
    const changes = [{ kind: 'add', slice: 'links', record } as unknown as Change] // ids of zones that the map has named
    return visitor.ask(routes.networkTry, { params, body: { changes } })
  }
  const { counts, nodes, edges } = map
  yield heading(`map: ${counts.devices} devices, ${counts.zones} zones, ${nodes.length} points, ${edges.length} links`)
  yield figureRow('size of the answer', bytes.length / 1000, { unit: 'kB', digits: 0, bar: { most: 300 } })
  yield figureRow('the same compressed', gzipSync(bytes).length / 1000, { unit: 'kB', digits: 0 })
  const bar = { p95: 300 }
  yield timeRow('page network', await measured(40, () => visitor.get(urlOf(routes.network, { params }))), { bar })
  yield timeRow(
    'page network/model',
    await measured(40, () => visitor.get(urlOf(routes.networkModel, { params, query: { lang: 'ja' } }))),
    { bar },
  )
  yield timeRow('a link tried out', await measured(40, tried), { bar })
}
