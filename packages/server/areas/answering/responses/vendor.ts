import { type VendorResponsesView, vendorSummary } from '@mimamori/contract'
import { byId, known } from '@mimamori/domain'
import { type RequestScope, withScope } from '../../../platform/index.ts'
import { appendAudit } from '../../asking.ts'
import { changeFacility } from '../../facilities/index.ts'
import type { Services } from '../../services.ts'
import { nextStep, notDoneChoices, type Said, vulnerabilityProblem } from '../../vulnerabilities/index.ts'
import { listVendorClients } from '../store.ts'
import { enterClient } from '../visits-and-contacts/enter.ts'
import { nameOfClient } from '../visits-and-contacts/work.ts'

/** What all clients have told this vendor to close, by the day; no picture is opened. */
export async function vendorResponsesOf(services: Services, asking: RequestScope): Promise<VendorResponsesView> {
  const clients = await withScope(services.pool, asking, (client) => listVendorClients(asking, client, services.now()), { readOnly: true })
  const lines = clients.flatMap((one) => {
    const at = { relation: one.relation, facility: nameOfClient(one) }
    return (vendorSummary.safeParse(one.body).data?.responses ?? []).map((response) => ({ ...at, ...response }))
  })
  return { today: services.today(), responses: lines.toSorted(byDay), notDoneReasons: notDoneChoices(services) }
}

type Line = VendorResponsesView['responses'][number]

/** What is closed comes last. */
function byDay(a: Line, b: Line): number {
  const key = ({ state, dueOn = '9999', facility, response }: Line) => `${state === 'proven' ? 1 : 0}|${dueOn}|${facility}|${response}`
  return key(a) < key(b) ? -1 : 1
}

export interface VendorNext {
  readonly response: string
  readonly seen: number
  readonly said: Said
}

/** The vendor's next step, of a response that it was told of. */
export async function stepVendorResponse(services: Services, account: RequestScope, relation: string, next: VendorNext): Promise<void> {
  const { asking, facility, vendor } = await enterClient(services, account, relation)
  await changeFacility(services, asking, facility, async (now) => {
    const { responses, responseSteps } = now.picture.slices
    const held = byId(responses, next.response)
    const isTold = responseSteps.some(({ response, kind }) => response === next.response && kind === 'told')
    if (!held || known(held.vendor) !== vendor || !isTold) throw vulnerabilityProblem('response/not-found')
    const record = nextStep(now, next, { side: 'vendor', by: account.personName })
    const note = { action: 'response/stepped', subject: held.id, detail: { kind: record.kind, organisation: account.organisation } }
    return {
      batch: { changes: [{ change: { kind: 'add', slice: 'responseSteps', record } }], by: 'vendor' as const, vendor, note },
      value: undefined,
    }
  })
  await withScope(services.pool, account, (client) =>
    appendAudit(services, account, client, { action: 'response/stepped', subject: next.response, detail: { relation } }),
  )
}
