import { type RouteId, routes } from '@mimamori/contract'
import { devicesOf, nmapScan } from '../scans/index.ts'
import type { Place, Prepare } from './place.ts'

let counted = 0

async function added({ acting, facility }: Place): Promise<{ asset: string; version: number }> {
  const at = ++counted
  const record = { id: `ast:counted.${at}`, name: '古いPC', ips: [`10.99.${at >> 8}.${at & 255}`] }
  const body = { changes: [{ change: { kind: 'add', slice: 'assets', record } as never }] } // a record without its branded ids
  const { versions } = await acting.ask(routes.change, { params: { facility }, body })
  return { asset: record.id, version: versions.find((one) => one.id === record.id)?.version ?? 0 }
}

/** A record of a scan that nobody could tell. */
async function undecided(place: Place) {
  const { acting, facility } = place
  const { asset } = await added(place)
  const view = await acting.ask(routes.asset, { params: { facility, asset } })
  const [ip = ''] = view.asset.record.ips ?? []
  await devicesOf(acting).takeIn({ facility }, `${asset}.xml`, nmapScan('2026-11-10', [[ip, '', '']]))
  const { conflicts } = await acting.ask(routes.assetConflicts, { params: { facility }, query: { asset } })
  const claim = conflicts[0]?.claim
  return { body: { decisions: [{ claim: claim?.record.id ?? '', version: claim?.version ?? 0, as: 'new' }] } }
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
