import { holdersOf, type OrganisationKind, type Role, type SessionView } from '@mimamori/contract'
import type { Auth, Session } from '../../platform/auth/index.ts'
import { type Scope, withScope } from '../../platform/index.ts'
import { listExamples, listStates } from '../facilities/index.ts'
import type { Services } from '../services.ts'
import { readLogin } from './store.ts'

/** Who is signed in and to what; to somebody who is not, only whether the installation has been set up. */
export async function sessionOf(services: Services, auth: Auth, session: Session | undefined): Promise<SessionView> {
  const base = { version: services.version, today: services.today(), idleMinutes: auth.idleMinutes, organisations: [] }
  if (!session) return { ...base, state: (await auth.hasOwner()) ? 'signed-out' : 'setup', facilities: [], examples: [] }
  const { organisation, person } = session
  const examples = await listExamples(services)
  const organisations = (await auth.listOrganisations(session)).map(({ id, name, kind }) => ({ id, name, kind: kind as OrganisationKind })) // kinds are those of the table
  if (organisation === undefined)
    return { ...base, organisations, state: 'signed-in', person: { name: session.personName, login: '' }, facilities: [], examples: [] }
  const scope: Scope = { organisation: organisation.id, person }
  const kind = organisation.kind as OrganisationKind // the database knows no other
  const acting = organisations.find((one) => one.id === organisation.id)
  return withScope(
    services.pool,
    scope,
    async (client) => {
      const states = await listStates(scope, client)
      const role = strongest(kind, session.roles)
      const loaded = new Set(states.filter((state) => state.example).map((state) => state.facility))
      return {
        ...base,
        organisations,
        state: 'signed-in' as const,
        ...(acting && { organisation: { ...acting, role } }),
        person: { name: session.personName, login: (await readLogin(scope, client, person)) ?? '' },
        facilities: states.map((state) => ({
          id: state.facility,
          name: state.name,
          ...(state.kind !== undefined && { kind: state.kind }),
          example: state.example,
          role,
        })),
        examples: (kind === 'facility' ? examples : []).map(({ id, name, says, facility }) => ({
          id,
          name,
          says,
          loaded: loaded.has(facility),
        })),
      }
    },
    { readOnly: true },
  )
}

const order: readonly Role[] = ['owner', 'manager', 'editor', 'responder', 'auditor', 'reader']

/** NOTE: a person with several roles may do what any of them may; screens are told the one that may do most. */
function strongest(kind: OrganisationKind, roles: readonly string[]): Role {
  const own = order.filter((role) => roles.includes(role))
  const count = (role: Role) =>
    Object.values(holdersOf).filter(({ kinds, roles: held }) => kinds.includes(kind) && held.includes(role)).length
  return own.toSorted((a, b) => count(b) - count(a))[0] ?? 'reader'
}
