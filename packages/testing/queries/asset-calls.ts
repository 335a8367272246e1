import { type RouteId, routes } from '@mimamori/contract'
import type { Place, Prepare } from './place.ts'

let counted = 0

async function added({ acting, facility }: Place): Promise<{ asset: string; version: number }> {
  const record = { id: `ast:counted.${++counted}`, name: '古いPC' }
  const body = { changes: [{ change: { kind: 'add', slice: 'assets', record } as never }] } // a record without its branded ids
  const { versions } = await acting.ask(routes.change, { params: { facility }, body })
  return { asset: record.id, version: versions.find((one) => one.id === record.id)?.version ?? 0 }
}

/** A record of a scan that nobody could tell. */
async function undecided(place: Place) {
  const { acting, facility } = place
  const candidates = [(await added(place)).asset]
  const record = { id: `clm:counted.${counted}`, by: 'dhcp', file: 'leases.txt', ips: ['192.168.9.9'], rule: 'ip-alone', candidates }
  const body = { changes: [{ change: { kind: 'add', slice: 'claims', record } as never }] } // a record without its branded ids
  const { versions } = await acting.ask(routes.change, { params: { facility }, body })
  const version = versions.find((one) => one.id === record.id)?.version ?? 0
  return { body: { decisions: [{ claim: record.id, version, as: 'new' }] } }
}

/** Routes of the register of devices. */
export const assetCalls = {
  assets: () => ({}),
  asset: async (place) => ({ params: { asset: (await added(place)).asset } }),
  assetConflicts: () => ({}),
  decideConflicts: undecided,
  retireAssets: async (place) => ({ body: { assets: [await added(place)], why: '廃棄した' } }),
  assetDrift: () => ({}),
  register: () => ({ params: { part: 'contracts' } }),
  assetsFile: () => ({}),
  assetPaper: () => ({ params: { paper: 'list' }, query: { format: 'html' } }),
} as const satisfies Partial<Record<RouteId, Prepare>>
