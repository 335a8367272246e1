import { type ClientAgreementsView, type VendorAgreementsView, vendorSummary } from '@mimamori/contract'
import { byId, type Change, isAnswerSigned, lacksOf, type RiskDecision } from '@mimamori/domain'
import { type RequestScope, withScope } from '../../../platform/index.ts'
import { changeFacility } from '../../facilities/index.ts'
import { type Kept, versionKey } from '../../kept.ts'
import { riskProblem, vendorAgreementsOf } from '../../risks/index.ts'
import type { Services } from '../../services.ts'
import { facilityOf, type InResponses, noteOwn, whoseDetail } from '../responses/enter.ts'
import { listVendorClients } from '../store.ts'
import { nameOfClient } from '../visits-and-contacts/work.ts'

/** What all clients have asked of this vendor about risks; no picture is opened. */
export async function listAgreements(services: Services, asking: RequestScope): Promise<VendorAgreementsView> {
  const clients = await withScope(services.pool, asking, (client) => listVendorClients(asking, client, services.now()), { readOnly: true })
  const agreements = clients.flatMap((one) => {
    const summary = vendorSummary.safeParse(one.body).data
    return (summary?.agreements ?? []).map((agreement) => ({ relation: one.relation, facility: nameOfClient(one), ...agreement }))
  })
  return { today: services.today(), agreements }
}

/** The same of one client, made of what the vendor was asked and of nothing else. */
export async function clientAgreementsOf(at: InResponses): Promise<ClientAgreementsView> {
  const now = await facilityOf(at)
  return {
    today: now.asOf,
    facility: now.state.name,
    agreements: vendorAgreementsOf(now, at.vendor),
    ...(at.by !== undefined && { by: at.by }),
  }
}

export interface VendorWord {
  readonly agreement: string
  /** The version that was on the screen. */
  readonly seen: number
  readonly answer?: string | undefined
  readonly signedBy?: string | undefined
}

/** The answer of the vendor, or its name under what was settled: against the very words that it has read. */
export async function answerAsVendor(at: InResponses, word: VendorWord): Promise<void> {
  await changeFacility(at.services, at.asking, at.facility, async (now) => {
    const decision = ownDecision(now, at, word)
    const { answer, signedBy } = word
    if (answer === undefined && signedBy === undefined) throw riskProblem('agreement/nothing-said')
    const isOtherAnswer = answer !== undefined && isAnswerSigned(decision) && answer !== decision.answer
    if (isOtherAnswer || (signedBy !== undefined && decision.vendorBy !== undefined)) throw riskProblem('agreement/signed')
    if (signedBy !== undefined && lacksOf(decision).some((field) => field !== 'facilityBy' && field !== 'vendorBy'))
      throw riskProblem('agreement/nothing-to-sign')
    const fields = {
      ...(answer !== undefined && { answer, answeredOn: now.asOf }),
      ...(signedBy !== undefined && { vendorBy: signedBy }),
    }
    const change: Change = { kind: 'set', slice: 'riskDecisions', id: decision.id, fields }
    const said = signedBy === undefined ? 'answer' : 'name'
    const note = { action: 'agreement/answered', subject: decision.id, detail: { said, ...whoseDetail(at) } }
    return { batch: { changes: [{ change, expected: word.seen }], by: 'vendor' as const, vendor: at.vendor, note }, value: undefined }
  })
  await noteOwn(at, { action: 'agreement/answered', subject: word.agreement })
}

function ownDecision(now: Kept, { vendor }: InResponses, { agreement, seen }: VendorWord): RiskDecision {
  const decision = byId(now.picture.slices.riskDecisions, agreement)
  if (!decision || decision.vendor !== vendor) throw riskProblem('agreement/not-found')
  if (now.versions.get(versionKey('riskDecisions', decision.id)) !== seen) throw riskProblem('agreement/changed-meanwhile')
  return decision
}
