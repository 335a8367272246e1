import { type VendorSummary, type VendorWorkView, vendorSummary } from '@mimamori/contract'
import { type RequestScope, withScope } from '../../../platform/index.ts'
import { seenAndNot } from '../../relations/index.ts'
import type { Services } from '../../services.ts'
import { listVendorClients, type StoredVendorClient } from '../store.ts'

/** 保守作業 and 担当者の変更届 at every client, from what their own analyses left; no picture is opened. */
export async function vendorWorkOf(services: Services, asking: RequestScope): Promise<VendorWorkView> {
  const stored = await withScope(services.pool, asking, (client) => listVendorClients(asking, client, services.now()), { readOnly: true })
  const clients = stored.map((one) => ({
    at: { relation: one.relation, facility: nameOfClient(one) },
    summary: vendorSummary.safeParse(one.body).data,
  }))
  return {
    today: services.today(),
    clients: clients.map(({ at }) => at),
    visits: clients.flatMap(({ at, summary }) => (summary?.visits ?? []).map((visit) => ({ ...at, ...visit }))).toSorted(byState),
    contactChanges: clients
      .flatMap(({ at, summary }) => (summary?.contactChanges ?? []).map((change) => ({ ...at, change })))
      .toSorted(byDay),
    ...seenAndNot('vendor', { areas: [], counts: false }),
  }
}

export function nameOfClient({ body, name }: StoredVendorClient): string {
  const summary = vendorSummary.safeParse(body).data
  return summary?.facility ?? name
}

const order: Readonly<Record<VendorSummary['visits'][number]['state'], number>> = {
  'vendor-to-answer': 0,
  agreed: 1,
  'facility-to-answer': 2,
  withdrawn: 3,
}

function byState(a: VendorWorkView['visits'][number], b: VendorWorkView['visits'][number]): number {
  const key = (one: typeof a) => `${order[one.state]}|${one.wishedOn ?? ''}|${one.facility}|${one.visit.id}`
  return key(a) < key(b) ? -1 : 1
}

function byDay(a: VendorWorkView['contactChanges'][number], b: VendorWorkView['contactChanges'][number]): number {
  return a.change.sentOn === b.change.sentOn ? (a.facility < b.facility ? -1 : 1) : a.change.sentOn > b.change.sentOn ? -1 : 1
}
