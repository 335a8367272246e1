import { type RouteId, routes } from '@mimamori/contract'
import type { Acting } from '../server/index.ts'
import type { Place, Prepare } from './place.ts'

const terms = { areas: ['checklists' as const], counts: true, named: true }
const validUntil = '2026-12-25'

async function offered({ acting, facility }: Place): Promise<string> {
  const body = { kind: 'authority' as const, name: '例保健所', terms, validUntil }
  return (await acting.ask(routes.offerRelation, { params: { facility }, body })).relation
}

async function granted(place: Place): Promise<{ relation: string; viewer: Acting }> {
  const viewer = await place.server.stranger({ kind: 'authority', name: '例保健所' })
  const relation = await offered(place)
  await place.server.accepted({ facility: place.facility, relation }, viewer)
  return { relation, viewer }
}

async function colleague({ server }: Place): Promise<string> {
  return (await server.person({ role: 'editor' })).who?.person ?? ''
}

async function invited({ acting }: Place) {
  return acting.ask(routes.inviteMember, { body: { name: '新任 一郎', role: 'reader', way: 'card' } })
}

async function handOver(place: Place) {
  const [predecessor, person] = [await colleague(place), await colleague(place)]
  const { people } = await place.acting.ask(routes.facts, { params: { facility: place.facility } })
  const from = people[0]?.record.id
  return { predecessor, successor: { person }, movesOn: '2026-12-25', places: '', calls: '', facility: { id: place.facility, from } }
}

async function begun(place: Place): Promise<string> {
  return (await place.acting.ask(routes.beginHandOver, { body: await handOver(place) })).handOver
}

/** Routes between organisations, and of their people. */
export const relationCalls = {
  relations: () => ({}),
  offerRelation: () => ({ body: { kind: 'authority', name: '例保健所', terms, validUntil } }),
  changeRelation: async (place) => ({ params: { relation: await offered(place) }, body: { version: 1, terms, validUntil } }),
  withdrawRelation: async (place) => ({ params: { relation: await offered(place) } }),
  clients: async (place) => ({ as: (await granted(place)).viewer }),
  client: async (place) => {
    const { relation, viewer } = await granted(place)
    return { as: viewer, params: { relation } }
  },
  leaveClient: async (place) => {
    const { relation, viewer } = await granted(place)
    return { as: viewer, params: { relation } }
  },
  people: () => ({}),
  inviteMember: () => ({ body: { name: '新任 一郎', role: 'reader', way: 'card' } }),
  inviteViewer: async (place) => ({ params: { relation: await offered(place) }, body: { way: 'card' } }),
  mailInvitation: async (place) => {
    const { id, code, path } = await invited(place)
    return { params: { invitation: id }, body: { code, token: path.split('#')[1], to: 'madoguchi@vendor.example' } }
  },
  withdrawInvitation: async (place) => ({ params: { invitation: (await invited(place)).id } }),
  changeMember: async (place) => ({ params: { person: await colleague(place) }, body: { roles: ['reader'], seen: ['editor'] } }),
  removeMember: async (place) => ({ params: { person: await colleague(place) } }),
  handOvers: () => ({}),
  beginHandOver: async (place) => ({ body: await handOver(place) }),
  changeHandOver: async (place) => ({
    params: { handOver: await begun(place) },
    body: { places: '金庫', calls: '', seen: { places: '', calls: '' } },
  }),
  withdrawHandOver: async (place) => ({ params: { handOver: await begun(place) } }),
  lookAtInvitation: async (place) => ({ as: place.server.nobody, body: { secret: (await invited(place)).code } }),
  acceptInvitation: async (place) => ({ as: await place.server.stranger(), body: { secret: (await invited(place)).code } }),
  chooseOrganisation: async ({ acting }) => ({ body: { organisation: acting.who?.organisation } }),
} as const satisfies Partial<Record<RouteId, Prepare>>
