import { type RouteId, routes } from '@mimamori/contract'
import type { Place, Prepare } from './place.ts'

async function firstAsset({ acting, facility }: Place): Promise<string> {
  return (await acting.ask(routes.assets, { params: { facility }, query: { limit: 1 } })).rows[0]?.id ?? ''
}

/** A record of a scan that nobody could tell. */
async function undecided(place: Place, round: number) {
  const { acting, facility } = place
  const record = { id: `clm:counted.${round}.${place.times}`, by: 'dhcp', file: 'leases.txt', ips: ['192.168.9.9'], rule: 'ip-alone' }
  const candidates = [await firstAsset(place)]
  const body = { changes: [{ change: { kind: 'add', slice: 'claims', record: { ...record, candidates } } as never }] } // a record without its branded ids
  const { versions } = await acting.ask(routes.change, { params: { facility }, body })
  const version = versions.find((one) => one.id === record.id)?.version ?? 0
  return { body: { decisions: [{ claim: record.id, version, as: 'new' }] } }
}

/** Routes of the register of devices. */
export const assetCalls = {
  assets: () => ({}),
  asset: async (place) => ({ params: { asset: await firstAsset(place) } }),
  assetConflicts: () => ({}),
  decideConflicts: undecided,
  assetDrift: () => ({}),
  register: () => ({ params: { part: 'contracts' } }),
  assetsFile: () => ({}),
  assetPaper: () => ({ params: { paper: 'list' }, query: { format: 'html' } }),
} as const satisfies Partial<Record<RouteId, Prepare>>
