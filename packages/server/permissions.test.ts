import { isAllowed, type Role, type Route, type RouteId, routes } from '@mimamori/contract'
import { type Acting, givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { facility } = await server.owner.ask(routes.createFacility, { body: { name: 'みまもり市立病院' } })
const { sheet, answer } = await ownSheet()
const roles: readonly Role[] = ['owner', 'manager', 'editor', 'reader', 'responder', 'auditor']
const ours = new Map(await Promise.all(roles.map(async (role) => [role, await server.person({ role })] as const)))
const stranger = await server.stranger()
const theirs = new Map(
  await Promise.all(
    roles.map(async (role) => [role, await server.person({ role, organisation: stranger.who?.organisation ?? '' })] as const),
  ),
)

async function ownSheet(): Promise<{ sheet: string; answer: { id: string; version: number } }> {
  const view = await server.owner.ask(routes.checklist, { params: { facility } })
  const first = view.items[0]?.answers[0]
  return { sheet: view.sheet.record.id, answer: { id: first?.record.id ?? '', version: first?.version ?? 0 } }
}

interface Sample {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Input that every route would accept: only then a refusal is about the person. NOTE: complete by type. */
const samples: Readonly<Record<RouteId, Sample>> = {
  session: {},
  setUp: { body: { token: 'x', login: 'abc', password: 'tsukue-kumo', name: 'x' } },
  signIn: { body: { login: 'nobody', password: 'x' } },
  askFactor: { body: { way: 'sheet' } },
  giveFactor: { body: { answer: { way: 'sheet', code: '000000' } } },
  mySignIn: {},
  askProof: { body: { way: 'sheet' } },
  prove: { body: { password: 'x' } },
  changePassword: { body: { old: 'x', next: 'tsukue-kumo-banana' } },
  beginAuthenticator: { body: {} },
  confirmAuthenticator: { body: { code: '000000' } },
  beginPasskey: { body: {} },
  confirmPasskey: {
    body: { name: 'PC', response: { id: 'x', rawId: 'x', type: 'public-key', clientExtensionResults: {}, response: {} } },
  },
  makeCodes: { body: { kind: 'recovery' } },
  dropFactor: { body: { way: 'recovery' } },
  endSessions: { body: { id: '00000000-0000-4000-8000-000000000000' } },
  confirmNotice: { body: { id: '00000000-0000-4000-8000-000000000000' } },
  signInRules: {},
  issueNumber: { body: { person: '00000000-0000-4000-8000-000000000000', dropsFactors: false } },
  demandFactor: { body: { isDemanded: false } },
  makeEnvelope: { body: {} },
  decideLink: { body: { id: '00000000-0000-4000-8000-000000000000', isApproved: false } },
  enterWithNumber: { body: { login: 'nobody', number: '00000-00000', password: 'tsukue-kumo-banana' } },
  enterWithEnvelope: { body: { code: 'x', login: 'nobody', name: 'x', password: 'tsukue-kumo-banana' } },
  beginOutside: { body: {} },
  finishOutside: { body: { query: '' } },
  askForLink: { body: { login: 'nobody' } },
  linkOutside: { body: {} },
  unlinkOutside: { body: {} },
  signOut: { body: {} },
  tenQuestions: {},
  createFacility: { body: { name: '新しい施設' } },
  loadExample: { params: { example: 'no-such-example' }, body: {} },
  removeFacility: { query: { name: '別の名前' } },
  home: {},
  facts: {},
  change: { body: { changes: [{ change: { kind: 'set', slice: 'answers', id: answer.id, fields: {} }, expected: answer.version }] } },
  undo: { body: { revision: 9999 } },
  notToday: { body: { task: 'setup' } },
  checklist: {},
  joined: {},
  findings: {},
  finding: { query: { id: 'no/such|finding' } },
  acceptFinding: { body: { id: 'no/such|finding', until: '2026-12-01', why: '更新の予定あり' } },
  vendors: {},
  makeVendorSheets: { body: {} },
  vendorSheetFile: { params: { sheet }, query: { format: 'csv' } },
  preview: { query: { as: 'auto' } },
  applyImport: { params: { draft: '00000000-0000-4000-8000-000000000000' }, body: {} },
  dropImport: { params: { draft: '00000000-0000-4000-8000-000000000000' } },
  loadEdition: { query: { edition: 'r8', audience: 'facility' } },
  startYear: { body: { fiscalYear: 2026, edition: 'r7' } },
  addEvidence: {},
  evidenceFile: { params: { sha256: 'a'.repeat(64) } },
  workCard: { params: { card: 'no-such-card' } },
  papers: {},
  makePaper: { params: { kind: 'no-such-paper' }, query: { format: 'pdf' } },
  exportFolder: {},
}

/** Routes that look for something below the facility, which these samples do not have. */
const looksFurther: ReadonlySet<RouteId> = new Set([
  'finding',
  'acceptFinding',
  'applyImport',
  'dropImport',
  'undo',
  'evidenceFile',
  'workCard',
  'makePaper',
  'vendorSheetFile',
  'loadExample',
])

const all = Object.entries(routes) as [RouteId, Route][]

function statusFor(acting: Acting, id: RouteId, route: Route): Promise<number> {
  const sample = samples[id]
  return acting.status(route, { ...sample, params: { facility, ...sample.params } })
}

const isOfFacility = (route: Route) => route.path.includes(':facility')

/** What the table says must happen; nothing is left open. */
function expected(
  route: Route,
  who: { signedIn: boolean; role: Role | undefined; isOurs: boolean },
): 'not-signed-in' | 'not-allowed' | 'not-there' | 'let-in' {
  if (route.permission !== 'public' && !who.signedIn) return 'not-signed-in'
  if (!isAllowed(route.permission, who)) return 'not-allowed'
  return isOfFacility(route) && !who.isOurs ? 'not-there' : 'let-in'
}

function outcomeOf(status: number, id: RouteId, route: Route): string {
  if (status === 401 && id !== 'signIn') return 'not-signed-in'
  if (status === 403) return 'not-allowed'
  if (status === 404 && isOfFacility(route) && !looksFurther.has(id)) return 'not-there'
  return status >= 500 ? `fault ${status}` : 'let-in'
}

describe.each(roles)('as %s', (role) => {
  test.each(all)('of the own organisation: %s', async (id, route) => {
    const status = await statusFor(ours.get(role) as Acting, id, route)
    expect(outcomeOf(status, id, route)).toBe(expected(route, { signedIn: true, role, isOurs: true }))
    if (id === 'signOut') ours.set(role, await server.person({ role }))
  })

  test.each(all)('of another organisation: %s', async (id, route) => {
    const status = await statusFor(theirs.get(role) as Acting, id, route)
    const outcome = isOfFacility(route) && status === 404 ? 'not-there' : outcomeOf(status, id, route)
    expect(outcome).toBe(expected(route, { signedIn: true, role, isOurs: false }))
    if (id === 'signOut') theirs.set(role, await server.person({ role, organisation: stranger.who?.organisation ?? '' }))
  })
})

test.each(all)('signed out: %s', async (id, route) => {
  expect(outcomeOf(await statusFor(server.nobody, id, route), id, route)).toBe(
    expected(route, { signedIn: false, role: undefined, isOurs: false }),
  )
})

test('what another organisation is told of a facility is what it is told of none', async () => {
  const asked = await stranger.call(routes.home, { params: { facility } })
  const invented = await stranger.call(routes.home, { params: { facility: 'fac:invented' } })
  expect(asked).toEqual(invented)
})
