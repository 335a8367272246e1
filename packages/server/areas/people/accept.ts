import { type InvitationView, type OrganisationKind, type Role, relationKind, relationTerms } from '@mimamori/contract'
import type { Caller, Session, SignedIn } from '../../platform/index.ts'
import type { HandlerParts } from '../handler-parts.ts'
import { refreshSummaries, seenAndNot } from '../relations/index.ts'

/** Who invites, to what; the same lists of what is seen as both sides read later. */
export async function lookAtInvitation(
  { auth }: HandlerParts,
  given: Caller & { secret: string; session: Session | undefined },
): Promise<InvitationView> {
  const { from, fromKind, purpose, role, name, expiresAt, inviter, organisations, ...found } = await auth.lookAtInvitation(given)
  const kind = relationKind.safeParse(found.relationKind).data
  const terms = relationTerms.safeParse(found.terms).data
  return {
    purpose,
    from,
    fromKind: fromKind as OrganisationKind, // the database knows no other
    name,
    expiresAt,
    organisations: [...organisations],
    ...(inviter !== null && { inviter }),
    ...(role !== null && { role: role as Role }), // the database knows no other
    ...(kind &&
      terms && {
        relation: { kind, terms, ...seenAndNot(kind, terms), ...(found.validUntil !== null && { validUntil: found.validUntil }) },
      }),
  }
}

export async function acceptInvitation(
  { auth, services }: HandlerParts,
  given: Parameters<HandlerParts['auth']['acceptInvitation']>[0],
): Promise<SignedIn | undefined> {
  const { accepted, signedIn } = await auth.acceptInvitation(given)
  const { relation, facility, inviter } = accepted
  if (relation !== null && facility !== null) await refreshSummaries(services, { organisation: inviter }, facility)
  return signedIn
}
