import type { VendorId } from '@mimamori/domain'
import { type Guest, type RequestScope, withScope } from '../../../platform/index.ts'
import { type Asking, appendAudit } from '../../asking.ts'
import { openFacility } from '../../facilities/index.ts'
import type { Kept } from '../../kept.ts'
import { enterRelation } from '../../relations/index.ts'
import type { Services } from '../../services.ts'
import { vulnerabilityProblem } from '../../vulnerabilities/index.ts'
import { readDraftOf } from '../draft.ts'
import { enterSheet } from '../enter.ts'

/** Somebody of a vendor at what one client has told it, by an account or by a link. */
export interface AtResponses {
  readonly place: string
  readonly guest: Guest | undefined
  /** Throws where nobody is signed in, so it is asked for only then. */
  readonly scope: () => RequestScope
  readonly from: string | undefined
}

/** As much of a request as says who is at which client. */
export interface ClientRequest {
  readonly input: { readonly params: { readonly place: string } }
  readonly guest: AtResponses['guest']
  readonly scope: RequestScope
  readonly request: { readonly from: string | undefined }
}

export interface InResponses {
  readonly services: Services
  readonly vendor: VendorId
  readonly facility: string
  /** In the facility's name, by the relation or by the session of the link. */
  readonly asking: Asking
  /** The name of whoever writes; by a link the one on the sheet, which may still be empty. */
  readonly by: string | undefined
  readonly account: { readonly scope: RequestScope; readonly relation: string } | undefined
}

export async function enterResponses(services: Services, at: AtResponses): Promise<InResponses> {
  return at.guest ? byLink(services, at, at.guest) : byAccount(services, at)
}

/** The same for a request as it comes in. NOTE: `scope` throws where nobody is signed in, so it is read only when it is asked for. */
export function enterClient(services: Services, context: ClientRequest): Promise<InResponses> {
  const { input, guest, request } = context
  return enterResponses(services, { place: input.params.place, guest, scope: () => context.scope, from: request.from })
}

async function byAccount(services: Services, at: AtResponses): Promise<InResponses> {
  const scope = at.scope()
  const { held, asking } = await enterRelation(services, scope, at.place)
  if (held.kind !== 'vendor' || held.vendor === null) throw vulnerabilityProblem('response/not-found')
  const account = { scope, relation: held.id }
  return { services, vendor: held.vendor as VendorId, facility: held.facility, asking, by: scope.personName, account } // stored with the relation
}

/** NOTE: responses are given to the company; whoever has the number of one of its sheets sees those of this facility alone. */
async function byLink(services: Services, { scope, from }: AtResponses, guest: Guest): Promise<InResponses> {
  const answering = await enterSheet(services, { guest, scope, from, params: { place: 'link', sheet: '-' } })
  const { asking, facility } = answering
  const by = (await readDraftOf(answering)).body.answeredBy?.name
  return { services, vendor: guest.vendor as VendorId, facility, asking, by, account: undefined } // stored with the link
}

/** The facility as a whole: only the lists made for this vendor leave it. */
export function facilityOf({ services, asking, facility }: InResponses): Promise<Kept> {
  return openFacility(services, asking, facility)
}

/** What the facility's trail says of who it was. */
export function whoseDetail({ account }: InResponses): { organisation: string } | { by: 'link' } {
  return account ? { organisation: account.scope.organisation } : { by: 'link' }
}

/** A line in the vendor's own trail, where it has one. */
export async function noteOwn({ services, account }: InResponses, event: { action: string; subject: string }): Promise<void> {
  if (!account) return
  const detail = { relation: account.relation }
  await withScope(services.pool, account.scope, (client) => appendAudit(services, account.scope, client, { ...event, detail }))
}
