import { gzipSync } from 'node:zlib'
import { routes, urlOf } from '@mimamori/contract'
import type { Change } from '@mimamori/domain'
import type { Visitor } from '@mimamori/testing/process'
import { line, measured } from './measure.ts'

/** The map of the hospital as a browser gets it, and a link tried out, each time another one so that nothing is remembered. */
export async function benchMapRoutes(visitor: Visitor, facility: string): Promise<readonly string[]> {
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
  const size = `${Math.round(bytes.length / 1000)} kB, ${Math.round(gzipSync(bytes).length / 1000)} kB gzip`
  return [
    `map: ${map.counts.devices} devices, ${map.counts.zones} zones, ${map.nodes.length} points, ${map.edges.length} links; ${size} (bar: 300 kB, p95 300 ms)`,
    line('  page network', await measured(40, () => visitor.get(urlOf(routes.network, { params })))),
    line('  page network/model', await measured(40, () => visitor.get(urlOf(routes.networkModel, { params, query: { lang: 'ja' } })))),
    line('  a link tried out', await measured(40, tried)),
  ]
}
