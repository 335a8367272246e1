import { type ClientResponsesView, type VendorResponsesView, vendorSummary } from '@mimamori/contract'
import { type RequestScope, withScope } from '../../../platform/index.ts'
import type { Services } from '../../services.ts'
import { notDoneChoices, vendorResponsesOf, vendorUpdatesOf } from '../../vulnerabilities/index.ts'
import { listVendorClients } from '../store.ts'
import { nameOfClient } from '../visits-and-contacts/work.ts'
import { facilityOf, type InResponses } from './enter.ts'

/** What all clients have told this vendor to close, and the updates that they plan with it; no picture is opened. */
export async function listResponses(services: Services, asking: RequestScope): Promise<VendorResponsesView> {
  const clients = await withScope(services.pool, asking, (client) => listVendorClients(asking, client, services.now()), { readOnly: true })
  const own = clients.map((one) => ({
    at: { relation: one.relation, facility: nameOfClient(one) },
    summary: vendorSummary.safeParse(one.body).data,
  }))
  const responses = own.flatMap(({ at, summary }) => (summary?.responses ?? []).map((response) => ({ ...at, ...response })))
  const updates = own.flatMap(({ at, summary }) => (summary?.updates ?? []).map((update) => ({ ...at, ...update })))
  return {
    today: services.today(),
    responses: responses.toSorted((a, b) => (keyOf(a, a.response) < keyOf(b, b.response) ? -1 : 1)),
    updates: updates.toSorted((a, b) => (keyOf(a, a.update) < keyOf(b, b.update) ? -1 : 1)),
    notDoneReasons: notDoneChoices(services),
  }
}

const closed: ReadonlySet<string> = new Set(['proven', 'done', 'withdrawn'])

/** What is closed comes last. NOTE: a response that is done still waits for its proof. */
function keyOf(line: { state: string; dueOn?: string | undefined; facility?: string; response?: string }, id: string): string {
  const isClosed = line.response === undefined ? closed.has(line.state) : line.state === 'proven'
  return `${isClosed ? 1 : 0}|${line.dueOn ?? '9999'}|${line.facility ?? ''}|${id}`
}

/** The same of one client, made of what the vendor was told and of nothing else. */
export async function clientResponsesOf(at: InResponses): Promise<ClientResponsesView> {
  const now = await facilityOf(at)
  return {
    today: now.asOf,
    facility: now.state.name,
    responses: vendorResponsesOf(now, at.vendor).toSorted((a, b) => (keyOf(a, a.response) < keyOf(b, b.response) ? -1 : 1)),
    updates: vendorUpdatesOf(now, at.vendor).toSorted((a, b) => (keyOf(a, a.update) < keyOf(b, b.update) ? -1 : 1)),
    notDoneReasons: notDoneChoices(at.services),
    ...(at.by !== undefined && { by: at.by }),
  }
}
