import type { InvitationLine, PeopleView, Role } from '@mimamori/contract'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import type { Services } from '../services.ts'
import { peopleProblem } from './problems.ts'
import { listInvitations, listMembers, readRoles, type StoredInvitation, setRoles } from './store.ts'

/** Somebody with rights in the organisation. */
export interface RoleAsking extends Asking {
  readonly person: string
  readonly roles: readonly string[]
}

export async function peopleOf(services: Services, asking: RoleAsking): Promise<PeopleView> {
  const at = services.now()
  return withScope(
    services.pool,
    asking,
    async (client) => ({
      members: (await listMembers(asking, client, at)).map(({ until, ...member }) => ({
        ...member,
        ...(until !== null && { until }),
        self: member.person === asking.person,
      })),
      invitations: (await listInvitations(asking, client)).map((one) => lineOf(one, at)),
    }),
    { readOnly: true },
  )
}

function lineOf({ role, relation, usedAt, withdrawnAt, ...one }: StoredInvitation, at: Date): InvitationLine {
  const ended = new Date(one.expiresAt).getTime() <= at.getTime() ? 'expired' : 'open'
  return {
    ...one,
    ...(role !== null && { role }),
    ...(relation !== null && { relation }),
    ...(usedAt !== null && { usedAt }),
    state: usedAt !== null ? 'used' : withdrawnAt !== null ? 'withdrawn' : ended,
  }
}

/** NOTE: whoever is no owner gives and takes no owner's rights, or a manager could make itself one. */
export function checkMayGive(asking: RoleAsking, roles: readonly string[]): void {
  if (roles.includes('owner') && !asking.roles.includes('owner')) throw peopleProblem('people/owner-only')
}

export async function changeMember(
  services: Services,
  asking: RoleAsking,
  { person, roles, seen }: { person: string; roles: readonly Role[]; seen: readonly Role[] },
): Promise<void> {
  await withScope(services.pool, asking, async (client) => {
    const held = await readRoles(asking, client, { person, at: services.now() })
    if (held.length === 0) throw peopleProblem('people/no-such-person')
    if (!isSameSet(held, seen) && !isSameSet(held, roles)) throw peopleProblem('people/changed-meanwhile')
    const add = roles.filter((role) => !held.includes(role))
    const drop = held.filter((role) => !roles.includes(role))
    checkMayGive(asking, [...add, ...drop])
    await keepingOwner(() => setRoles(asking, client, { person, add, drop, at: services.now() }))
    await appendAudit(services, asking, client, { action: 'people/changed', subject: person, detail: { add, drop } })
  })
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.every((one) => b.includes(one)) && b.every((one) => a.includes(one))
}

/** Out of the organisation at once: a session that acts for it no longer does. */
export async function removeMember(services: Services, asking: RoleAsking, person: string): Promise<void> {
  await withScope(services.pool, asking, async (client) => {
    const held = await readRoles(asking, client, { person, at: services.now() })
    if (held.length === 0) throw peopleProblem('people/no-such-person')
    checkMayGive(asking, held)
    await keepingOwner(() => setRoles(asking, client, { person, add: [], drop: held, at: services.now() }))
    await appendAudit(services, asking, client, { action: 'people/removed', subject: person, detail: { roles: held } })
  })
}

/** NOTE: the database holds the last owner, so that two who remove each other at once cannot both succeed. */
export async function keepingOwner<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw code === 'MI003' ? peopleProblem('people/last-owner') : error
  }
}
