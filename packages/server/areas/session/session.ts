import { holdersOf, isAllowed, type OrganisationKind, type Role, type SessionView } from '@mimamori/contract'
import type { Auth, Session } from '../../platform/auth/index.ts'
import { type Scope, withPerson, withScope } from '../../platform/index.ts'
import { listExamples, listStates } from '../facilities/index.ts'
import type { Services } from '../services.ts'
import { readLogin, readOwn } from './store.ts'

/** Who is signed in and to what; to somebody who is not, only whether the installation has been set up. */
export async function sessionOf(services: Services, auth: Auth, session: Session | undefined): Promise<SessionView> {
  const outsideName = auth.outside.name
  const base = {
    version: services.version,
    today: services.today(),
    idleMinutes: auth.idleMinutes,
    organisations: [],
    ...(outsideName && { outsideName }),
  }
  if (!session) return { ...base, state: (await auth.hasOwner()) ? 'signed-out' : 'setup', facilities: [], examples: [] }
  const { organisation, person } = session
  const organisations = (await auth.listOrganisations(session)).map(({ id, name, kind }) => ({ id, name, kind: kind as OrganisationKind })) // kinds are those of the table
  const notices = [...(await auth.recovery.readNotices(person))]
  if (organisation === undefined) {
    const { login } = await withPerson(services.pool, person, (client) => readOwn(client, person))
    const own = { person: { name: session.personName, login }, notices, ...(session.mustSetUp && { mustSetUpFactor: true }) }
    return { ...base, ...own, organisations, state: 'signed-in', facilities: [], examples: [] }
  }
  const examples = await listExamples(services)
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
        notices,
        maySeeRules: session.roles.some((each) => isAllowed('sign-in:reset', { kind, role: each as Role })), // the database checks the words
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
