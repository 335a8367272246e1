import { type VendorClientLine, type VendorClientsView, type VendorSummary, vendorSummary } from '@mimamori/contract'
import { type ChecklistItem, isSameProduct, itemsOfSheet } from '@mimamori/domain'
import { type RequestScope, withScope } from '../../platform/index.ts'
import { seenAndNot } from '../relations/index.ts'
import type { Services } from '../services.ts'
import { type DraftMark, listStandards, listVendorClients, type StoredStandard, type StoredVendorClient } from './store.ts'

type SheetSummary = VendorSummary['sheets'][number]

/** 納入先一覧: every sheet of every client, by due date; no picture is opened. */
export async function vendorClientsOf(services: Services, asking: RequestScope): Promise<VendorClientsView> {
  const { clients, standards } = await withScope(
    services.pool,
    asking,
    async (client) => ({
      clients: await listVendorClients(asking, client, services.now()),
      standards: await listStandards(asking, client),
    }),
    { readOnly: true },
  )
  return {
    today: services.today(),
    facilities: clients.length,
    lines: clients.flatMap((one) => linesOf(services, one, standards)).toSorted(byDue),
    ...seenAndNot('vendor', { areas: [], counts: false }),
  }
}

function byDue(a: VendorClientLine, b: VendorClientLine): number {
  const key = (line: VendorClientLine) => `${line.dueOn ?? '9999'}|${line.facility}|${line.sheet}`
  return key(a) < key(b) ? -1 : 1
}

function linesOf(services: Services, client: StoredVendorClient, standards: readonly StoredStandard[]): VendorClientLine[] {
  const summary = vendorSummary.safeParse(client.body).data
  return (summary?.sheets ?? []).map((sheet) => {
    const draft = client.drafts.find((one) => one.sheet === sheet.sheet)
    const edition = sheet.edition as ChecklistItem['edition'] // as the facility's own analysis wrote it
    const items = itemsOfSheet(services.catalogue.reference.items, { edition, audience: 'vendor' })
    const standard = standards.find((one) => one.edition === sheet.edition && isSameProduct(one.product, sheet.system))
    const done = new Set(draft?.confirmed ?? [])
    const isIn = sheet.returnedOn !== undefined && (draft === undefined || draft.state === 'submitted')
    return {
      relation: client.relation,
      facility: summary?.facility ?? client.name,
      sheet: sheet.sheet,
      ...(sheet.system !== undefined && { system: sheet.system }),
      ...(sheet.dueOn !== undefined && { dueOn: sheet.dueOn }),
      items: sheet.items,
      left: isIn ? 0 : Math.max(0, sheet.items - done.size),
      perClientLeft: isIn ? 0 : items.filter((item) => item.perClient && !done.has(item.id)).length,
      state: stateOf(sheet, draft, standard !== undefined),
      asked: sheet.asked,
      onPaper: sheet.onPaper,
      ...(standard && { product: standard.product }),
    }
  })
}

function stateOf(sheet: SheetSummary, draft: DraftMark | undefined, hasStandard: boolean): VendorClientLine['state'] {
  if (draft?.state === 'checking' || draft?.state === 'sent-back') return draft.state
  if (sheet.asked.length > 0) return 'asked'
  if (draft?.state === 'writing') return 'writing'
  if (sheet.returnedOn !== undefined || draft?.state === 'submitted') return 'submitted'
  return hasStandard ? 'standard' : 'untouched'
}
