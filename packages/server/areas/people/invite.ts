import type { MadeInvitation, Role } from '@mimamori/contract'
import type { PoolClient } from 'pg'
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

async function make(parts: HandlerParts, asking: RoleAsking, whom: Whom): Promise<MadeInvitation> {
  return withScope(parts.services.pool, asking, (client) => makeInvitation(parts, asking, client, whom))
}

export interface Whom {
  readonly purpose: 'member' | 'relation'
  readonly relation?: string
  readonly role?: Role
  readonly name: string
  readonly way: Way
}

/** In the transaction of what the invitation belongs to. */
export async function makeInvitation(
  { services, auth }: HandlerParts,
  asking: RoleAsking,
  client: PoolClient,
  whom: Whom,
): Promise<MadeInvitation> {
  const { code, token, tokenHash, codeHash } = auth.newInvitation()
  const { purpose, role, relation, way } = whom
  const at = services.now()
  const expiresAt = new Date(at.getTime() + openDays[way] * dayMs)
  if (relation !== undefined) await withdraw(asking, client, { relation, at })
  const id = await insertInvitation(asking, client, { ...whom, tokenHash, codeHash, at, expiresAt })
  await appendAudit(services, asking, client, { action: 'invitation/made', subject: id, detail: { purpose, role, relation, way } })
  const canMail = services.mailer !== undefined
  return { id, code, path: `/invitation#${token}`, expiresAt: expiresAt.toISOString(), canMail }
}

export async function withdrawInvitation({ services }: HandlerParts, asking: RoleAsking, invitation: string): Promise<void> {
  await withScope(services.pool, asking, async (client) => {
    if ((await withdraw(asking, client, { invitation, at: services.now() })) === 0) throw peopleProblem('people/no-such-invitation')
    await appendAudit(services, asking, client, { action: 'invitation/withdrawn', subject: invitation })
  })
}
