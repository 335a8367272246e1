import type { VendorId } from '@mimamori/domain'
import type { RequestScope } from '../../../platform/index.ts'
import type { Asking } from '../../asking.ts'
import { enterRelation } from '../../relations/index.ts'
import type { Services } from '../../services.ts'
import { answeringProblem } from '../problems.ts'

/** Somebody of a vendor at one of its clients, beside its sheets. */
export interface AtClient {
  readonly relation: string
  readonly vendor: VendorId
  readonly facility: string
  /** In the facility's name, by the relation. */
  readonly asking: Asking
}

export async function enterClient(services: Services, account: RequestScope, relation: string): Promise<AtClient> {
  const { held, asking } = await enterRelation(services, account, relation)
  if (held.kind !== 'vendor' || held.vendor === null) throw answeringProblem('visit/not-found')
  return { relation, vendor: held.vendor as VendorId, facility: held.facility, asking } // stored with the relation
}
