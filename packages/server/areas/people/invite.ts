import type { MadeInvitation, Role } from '@mimamori/contract'
import { withScope } from '../../platform/index.ts'
import { appendAudit } from '../asking.ts'
import type { HandlerParts } from '../handler-parts.ts'
import { checkMayGive, type RoleAsking } from './people.ts'
import { peopleProblem } from './problems.ts'
import { findOffer, insertInvitation, withdraw } from './store.ts'

type Way = 'mail' | 'card' | 'phone'

/** A card travels by post; what is read out on the telephone is typed in at once. */
const openDays: Readonly<Record<Way, number>> = { mail: 7, card: 30, phone: 1 }
const dayMs = 24 * 60 * 60_000

export async function inviteMember(
  parts: HandlerParts,
  asking: RoleAsking,
  whom: { name: string; role: Role; way: Way },
): Promise<MadeInvitation> {
  checkMayGive(asking, [whom.role])
  return make(parts, asking, { purpose: 'member', ...whom })
}

/** Invites the other side of an offer; an earlier invitation to the same offer is worthless from now on. */
export async function inviteViewer(
  parts: HandlerParts,
  asking: RoleAsking,
  to: { facility: string; relation: string; way: Way },
): Promise<MadeInvitation> {
  const { services } = parts
  const offer = await withScope(services.pool, asking, (client) => findOffer(asking, client, to), { readOnly: true })
  if (!offer) throw peopleProblem('people/no-such-offer')
  return make(parts, asking, { purpose: 'relation', relation: to.relation, name: offer.name, way: to.way })
}

async function make(
  { services, auth }: HandlerParts,
  asking: RoleAsking,
  whom: { purpose: 'member' | 'relation'; relation?: string; role?: Role; name: string; way: Way },
): Promise<MadeInvitation> {
  const secrets = auth.newInvitation()
  const at = services.now()
  const expiresAt = new Date(at.getTime() + openDays[whom.way] * dayMs)
  const id = await withScope(services.pool, asking, async (client) => {
    if (whom.relation !== undefined) await withdraw(asking, client, { relation: whom.relation, at })
    const { tokenHash, codeHash } = secrets
    const made = await insertInvitation(asking, client, { ...whom, tokenHash, codeHash, at, expiresAt })
    const { purpose, role, relation, way } = whom
    await appendAudit(services, asking, client, { action: 'invitation/made', subject: made, detail: { purpose, role, relation, way } })
    return made
  })
  return { id, code: secrets.code, path: `/invitation#${secrets.token}`, expiresAt: expiresAt.toISOString() }
}

export async function withdrawInvitation({ services }: HandlerParts, asking: RoleAsking, invitation: string): Promise<void> {
  await withScope(services.pool, asking, async (client) => {
    if ((await withdraw(asking, client, { invitation, at: services.now() })) === 0) throw peopleProblem('people/no-such-invitation')
    await appendAudit(services, asking, client, { action: 'invitation/withdrawn', subject: invitation })
  })
}
