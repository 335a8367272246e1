import { byId, known, relationOf, type Sheet, type VendorId } from '@mimamori/domain'
import type { Guest, RequestScope, Scope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import { cutFor, enterRelation } from '../relations/index.ts'
import type { Services } from '../services.ts'
import { answeringProblem } from './problems.ts'

/** Somebody of a vendor at one of its sheets, by an account or by a link. */
export interface Answering {
  readonly services: Services
  /** The facility as far as the vendor may see it. */
  readonly seen: Kept
  readonly facility: string
  readonly facilityName: string
  /** In the facility's name, by the relation or by the session of the link. */
  readonly asking: Asking
  /** Whose drafts and receipts these are: the vendor's organisation, or the holder of the link. */
  readonly own: Scope & { readonly from?: string | undefined }
  readonly place: string
  readonly sheet: Sheet
  /** The one who is signed in; nobody by a link. */
  readonly account: RequestScope | undefined
}

export interface AtSheet {
  readonly params: { readonly place: string; readonly sheet: string }
  readonly guest: Guest | undefined
  /** Throws where nobody is signed in, so it is asked for only then. */
  readonly scope: () => RequestScope
  readonly from: string | undefined
}

export async function enterSheet(services: Services, at: AtSheet): Promise<Answering> {
  return at.guest ? enterByLink(services, at.guest, at) : enterByAccount(services, at.scope(), at.params)
}

async function enterByAccount(services: Services, account: RequestScope, params: AtSheet['params']): Promise<Answering> {
  const { held, seen, asking } = await enterRelation(services, account, params.place)
  if (held.kind !== 'vendor') throw answeringProblem('answer/no-such-sheet')
  return {
    services,
    seen,
    facility: held.facility,
    facilityName: seen.state.name,
    asking,
    own: account,
    place: held.id,
    sheet: sheetOf(seen, params.sheet),
    account,
  }
}

/** NOTE: a link leads to its own sheet alone, although the vendor may have others at this facility. */
async function enterByLink(services: Services, guest: Guest, { params, from }: AtSheet): Promise<Answering> {
  if (params.sheet !== '-' && params.sheet !== guest.sheet) throw answeringProblem('answer/no-such-sheet')
  const via = { guest: guest.session, viewer: guest.holder, at: services.now() }
  const asking: Asking = { organisation: guest.organisation, from, via }
  const kept = await openFacility(services, asking, guest.facility)
  const seen = cutFor(services, relationOf({ kind: 'vendor', vendor: guest.vendor as VendorId }), kept) // stored with the link
  return {
    services,
    seen,
    facility: guest.facility,
    facilityName: seen.state.name,
    asking,
    own: { organisation: guest.holder, from },
    place: guest.holder,
    sheet: sheetOf(seen, guest.sheet),
    account: undefined,
  }
}

function sheetOf(seen: Kept, id: string): Sheet {
  const sheet = byId(seen.picture.slices.sheets, id)
  if (sheet?.audience !== 'vendor' || known(sheet.vendor) === undefined) throw answeringProblem('answer/no-such-sheet')
  return sheet
}
