import type { RouteId } from '@mimamori/contract'
import { routes } from '@mimamori/contract'
import type { Place, Prepare } from './place.ts'

/** A zone of the guests that reaches the servers: one way that must not be open. */
async function joined({ acting, facility }: Place, round: number): Promise<string> {
  const [guest, server] = [`z:counted.guest.${round}`, `z:counted.server.${round}`]
  const records = [
    ['zones', { id: guest, name: '来客用', trust: 'guest' }],
    ['zones', { id: server, name: 'サーバ', trust: 'server' }],
    ['links', { id: `lk:counted.${round}`, fromZone: guest, toZone: server, layer: 'l3', control: 'none' }],
  ] as const
  const changes = records.map(([slice, record]) => ({ change: { kind: 'add', slice, record } as never })) // records without branded ids
  await acting.ask(routes.change, { params: { facility }, body: { changes } })
  const { paths } = await acting.ask(routes.network, { params: { facility } })
  return paths.find(({ start }) => start === guest)?.id ?? ''
}

const drawing =
  '<mxfile><diagram name="1"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="2" value="SV-01 10.9.9.9" vertex="1" parent="1"><mxGeometry x="40" y="40" width="80" height="40" as="geometry"/></mxCell></root></mxGraphModel></diagram></mxfile>'

/** Routes of the network. */
export const networkCalls = {
  network: () => ({}),
  networkModel: () => ({ query: { lang: 'ja' } }),
  networkZone: () => ({ params: { zone: '-' } }),
  networkWays: async ({ acting, facility }) => {
    const { rows } = await acting.ask(routes.assets, { params: { facility }, query: { limit: 1 } })
    return { query: { from: rows[0]?.id ?? '', fallen: '1' } }
  },
  networkPath: async (place, round) => ({ params: { path: await joined(place, round) } }),
  networkMap: () => ({ query: { format: 'svg' } }),
  networkDrawio: () => ({ file: { name: '構成図.drawio', bytes: drawing } }),
  networkTry: (_, round) => ({
    body: { changes: [{ kind: 'add', slice: 'zones', record: { id: `z:tried.${round}`, name: '来客用', trust: 'guest' } }] },
  }),
} as const satisfies Partial<Record<RouteId, Prepare>>
