import { type RouteId, routes } from '@mimamori/contract'
import { givenPassword } from '../server/index.ts'
import type { Place, Prepare, RouteCall } from './place.ts'

const nobody = '00000000-0000-4000-8000-000000000000'

/** An owner of an organisation of its own, who has just signed in: changing how one gets in asks for a fresh proof. */
async function fresh({ server }: Place): Promise<{ as: RouteCall['as'] & object }> {
  return { as: await server.stranger() }
}

async function colleagueOf({ server }: Place): Promise<string> {
  return (await server.person({ role: 'editor' })).who?.person ?? ''
}

const refused = { isRefused: true } as const

/** Routes of signing in and of the ways back in. */
export const signInCalls = {
  askFactor: ({ server }) => ({ as: server.nobody, body: { way: 'sheet' }, ...refused }),
  giveFactor: ({ server }) => ({ as: server.nobody, body: { answer: { way: 'sheet', code: '000000' } }, ...refused }),
  mySignIn: () => ({}),
  askProof: async (place) => ({ ...(await fresh(place)), body: { way: 'sheet' }, ...refused }),
  prove: async (place) => ({ ...(await fresh(place)), body: { password: givenPassword } }),
  changePassword: async (place, round) => ({ ...(await fresh(place)), body: { old: givenPassword, next: `tsukue-kumo-ringo-${round}` } }),
  beginAuthenticator: async (place) => ({ ...(await fresh(place)), body: {} }),
  confirmAuthenticator: async (place) => ({ ...(await fresh(place)), body: { code: '000000' }, ...refused }),
  beginPasskey: async (place) => ({ ...(await fresh(place)), body: {} }),
  confirmPasskey: async (place) => {
    const response = { id: 'x', rawId: 'x', type: 'public-key', clientExtensionResults: {}, response: {} }
    return { ...(await fresh(place)), body: { name: 'PC', response }, ...refused }
  },
  makeCodes: async (place) => ({ ...(await fresh(place)), body: { kind: 'recovery' } }),
  dropFactor: async (place) => {
    const { as } = await fresh(place)
    await as.ask(routes.makeCodes, { body: { kind: 'recovery' } })
    return { as, body: { way: 'recovery' } }
  },
  endSessions: async (place) => ({ ...(await fresh(place)), body: {} }),
  confirmNotice: async (place) => ({ ...(await fresh(place)), body: { id: nobody } }),
  signInRules: () => ({}),
  issueNumber: async (place) => ({ body: { person: await colleagueOf(place), dropsFactors: false } }),
  demandFactor: async (place) => ({ ...(await fresh(place)), body: { isDemanded: false } }),
  makeEnvelope: async (place) => ({ ...(await fresh(place)), body: {} }),
  decideLink: async (place) => ({ ...(await fresh(place)), body: { id: nobody, isApproved: false } }),
  enterWithNumber: ({ server }) => ({
    as: server.nobody,
    body: { login: 'nobody', number: '00000-00000', password: 'tsukue-kumo-ringo' },
    ...refused,
  }),
  enterWithEnvelope: async (place, round) => {
    const { as } = await fresh(place)
    const { code } = await as.ask(routes.makeEnvelope, { body: {} })
    const body = { code, login: `envelope-${place.times}-${round}`, name: '新任 一郎', password: 'tsukue-kumo-ringo' }
    return { as: place.server.nobody, body }
  },
  beginOutside: ({ server }) => ({ as: server.nobody, body: {}, ...refused }),
  finishOutside: ({ server }) => ({ as: server.nobody, body: { query: '' }, ...refused }),
  askForLink: ({ server }) => ({ as: server.nobody, body: { login: 'nobody' }, ...refused }),
  linkOutside: async (place) => ({ ...(await fresh(place)), body: {}, ...refused }),
  unlinkOutside: async (place) => ({ ...(await fresh(place)), body: {} }),
} as const satisfies Partial<Record<RouteId, Prepare>>
