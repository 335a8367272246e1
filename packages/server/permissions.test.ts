import { type Asker, isAllowed, type OrganisationKind, type Role, type Route, type RouteId, routes } from '@mimamori/contract'
import { type Acting, givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { facility } = await server.owner.ask(routes.createFacility, { body: { name: 'みまもり市立病院' } })
const { sheet, answer } = await ownSheet()
const roles: readonly Role[] = ['owner', 'manager', 'editor', 'reader', 'responder', 'auditor']
const kinds: readonly OrganisationKind[] = ['facility', 'vendor', 'association', 'soc', 'insurer', 'authority']
const stranger = await server.stranger()
const elsewhere = new Map(
  await Promise.all(kinds.map(async (kind) => [kind, (await server.stranger({ kind })).who?.organisation ?? ''] as const)),
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

const relation = '00000000-0000-4000-8000-000000000000'

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
  openQuestions: {},
  dayEnd: {},
  tenQuestions: {},
  createFacility: { body: { name: '新しい施設' } },
  loadExample: { params: { example: 'no-such-example' }, body: {} },
  removeFacility: { query: { name: '別の名前' } },
  home: {},
  facts: {},
  change: { body: { changes: [{ change: { kind: 'set', slice: 'answers', id: answer.id, fields: {} }, expected: answer.version }] } },
  lastChanges: {},
  undo: { body: { revision: 9999 } },
  beat: { body: { tab: 'tab-1', place: '/today' } },
  notToday: { body: { task: 'setup' } },
  checklist: {},
  joined: {},
  inspection: {},
  findings: {},
  finding: { query: { id: 'no/such|finding' } },
  assets: {},
  asset: { params: { asset: 'ast:none' } },
  assetConflicts: {},
  decideConflicts: { body: { decisions: [{ claim: 'clm:none', version: 1, as: 'new' }] } },
  retireAssets: { body: { assets: [{ asset: 'ast:none', version: 1 }], why: '廃棄した' } },
  assetDrift: {},
  register: { params: { part: 'lines' } },
  assetsFile: {},
  assetPaper: { params: { paper: 'list' }, query: { format: 'html' } },
  network: {},
  networkModel: { query: { lang: 'ja' } },
  networkZone: { params: { zone: '-' } },
  networkWays: { query: { from: 'ast:none' } },
  networkPath: { params: { path: 'none|z:a|z:b' } },
  networkTry: { body: { changes: [] } },
  networkMap: { query: { format: 'svg' } },
  networkDrawio: {},
  protectionTable: {},
  damage: {},
  damageTry: { body: { changes: [] } },
  feeds: {},
  acceptFinding: { body: { id: 'no/such|finding', until: '2026-12-01', why: '更新の予定あり', seen: null } },
  vendors: {},
  makeVendorSheets: { body: {} },
  vendorSheetFile: { params: { sheet }, query: { format: 'csv' } },
  imports: {},
  preview: { query: { as: 'auto' } },
  applyImport: { params: { draft: '00000000-0000-4000-8000-000000000000' }, body: {} },
  dropImport: { params: { draft: '00000000-0000-4000-8000-000000000000' } },
  loadEdition: { query: { edition: 'r8', audience: 'facility' } },
  startYear: { body: { fiscalYear: 2026, edition: 'r7' } },
  addEvidence: {},
  evidenceFile: { params: { sha256: 'a'.repeat(64) } },
  workCard: { params: { card: 'no-such-card' } },
  papers: {},
  checkNumber: { query: { number: 'WGSE-AJNS-ZJG3' } },
  makePaper: { params: { kind: 'no-such-paper' }, query: { format: 'pdf' } },
  exportFolder: {},
  chooseOrganisation: { body: { organisation: '00000000-0000-4000-8000-000000000000' } },
  relations: {},
  offerRelation: { body: { kind: 'association', name: '例医師会', terms: { areas: [], counts: true, named: false } } },
  changeRelation: { params: { relation }, body: { version: 1, terms: { areas: [], counts: true, named: false } } },
  withdrawRelation: { params: { relation } },
  clients: {},
  client: { params: { relation } },
  leaveClient: { params: { relation } },
  people: {},
  inviteMember: { body: { name: '試験 次郎', role: 'reader', way: 'card' } },
  inviteViewer: { params: { relation }, body: { way: 'card' } },
  mailInvitation: { params: { invitation: relation }, body: { code: 'AAAA-AAAA-AA', token: 'A'.repeat(43), to: 'a@vendor.example' } },
  withdrawInvitation: { params: { invitation: relation } },
  changeMember: { params: { person: relation }, body: { roles: ['reader'], seen: [] } },
  removeMember: { params: { person: relation } },
  handOvers: {},
  beginHandOver: { body: { predecessor: relation, successor: { person: relation }, movesOn: '2026-12-01', places: '', calls: '' } },
  changeHandOver: { params: { handOver: relation }, body: { places: '', calls: '', seen: { places: '', calls: '' } } },
  withdrawHandOver: { params: { handOver: relation } },
  lookAtInvitation: { body: { secret: 'ABCD-EFGH-JK' } },
  acceptInvitation: { body: { secret: 'ABCD-EFGH-JK' } },
  audit: {},
  checkAudit: {},
  exportAudit: {},
  vendorClients: {},
  standards: {},
  saveStandard: { body: { id: relation, version: 1, product: '電子カルテ', answers: {} } },
  removeStandard: { params: { standard: relation } },
  sheetToAnswer: { params: { place: relation, sheet } },
  saveSheetDraft: { params: { place: relation, sheet }, body: { version: 0 } },
  sheetBeat: { params: { place: relation, sheet }, body: { tab: 'tab-1', isHere: true } },
  moveSheetDraft: { params: { place: relation, sheet }, body: { version: 0, to: 'checking' } },
  proposeStandard: { params: { place: relation, sheet }, body: { version: 0, standard: relation } },
  submitSheet: { params: { place: relation, sheet }, body: { version: 0 } },
  addSheetEvidence: { params: { place: relation, sheet }, query: { item: 'r7:2-02' } },
  sayOnSheet: { params: { place: relation, sheet }, body: { discussion: 'dis:none', text: 'はい' } },
  discussions: {},
  answerLink: { params: { sheet } },
  makeAnswerLink: { params: { sheet: 'sh:none' }, body: { what: 'link' } },
  withdrawAnswerLink: { params: { sheet } },
  answerLetter: { params: { sheet }, body: { way: 'post', code: 'ABCD-EFGH' } },
  replyPage: {},
  lookAtAnswerLink: { body: { token: 'x' } },
  enterAnswerLink: { body: { token: 'x', code: 'ABCD-EFGH' } },
  leaveAnswerLink: { body: {} },
  vendorWork: {},
  vendorClientsFile: {},
  vendorsFile: {},
  sendContactChange: { body: { newName: '仮里 良子', from: '2026-12-01', relations: [] } },
  readRequestFile: {},
  writeReplyFiles: { body: { format: 'csv', answeredBy: 'x', replies: [{ name: 'a.csv', head: { edition: 'r7' }, answers: {} }] } },
  askVisit: { params: { relation }, body: { devices: '保守用ルーター', wishedOn: '2026-12-06', effect: 'checking' } },
  stepVisit: { params: { relation, visit: 'vi:none' }, body: { seen: 1, kind: 'withdrawn' } },
  mail: {},
  sendTestMail: { body: { to: 'not an address' } },
  sendVendorMail: { params: { sheet: 'sh:none' }, body: { kind: 'request' } },
  sendReminder: { params: { response: 'resp:none' }, body: {} },
  retryMail: { params: { message: relation }, body: {} },
  cancelMail: { params: { message: relation } },
  decideApproval: { params: { approval: 'ok:none' }, body: { box: 'box:none', mark: 'approved' } },
  consentToNotice: { params: { sheet: 'sh:none' }, body: { toBody: 'association', toName: '例医師会' } },
  withdrawNoticeConsent: { params: { sheet: 'sh:none' } },
  tasks: {},
  task: { params: { task: 'task:none' } },
  makeTask: { body: { title: '試し', findings: ['no/such|finding'] } },
  actOnTask: { params: { task: 'task:none' }, body: { version: 1, what: { act: 'begin' } } },
  addTaskProof: { params: { task: 'task:none' } },
  sayWhoIAm: { body: { record: null } },
  vulnerabilities: {},
  vulnerableDevice: { params: { asset: 'ast:none' } },
  advisory: { params: { advisory: 'CVE-2099-0001' } },
  whyAffected: { query: { installed: 'ast:none|firmware', advisory: 'CVE-2099-0001' } },
  openResponses: { body: { rows: ['ast:none|firmware'] } },
  vulnerabilityResponse: { params: { response: 'resp:none' } },
  stepResponse: { params: { response: 'resp:none' }, body: { seen: 0, kind: 'said', note: 'はい' } },
  warnings: {},
  plannedUpdates: {},
  stepPlannedUpdate: { params: { update: 'upd:none' }, body: { seen: 0, kind: 'said', note: 'はい' } },
  unreadAdvisories: {},
  vendorResponses: {},
  clientResponses: { params: { place: relation } },
  stepVendorResponse: { params: { place: relation, response: 'resp:none' }, body: { seen: 0, kind: 'said', note: 'はい' } },
  addVendorResponseProof: { params: { place: relation, response: 'resp:none' } },
  stepVendorUpdate: { params: { place: relation, update: 'upd:none' }, body: { seen: 0, kind: 'said', note: 'はい' } },
  risks: {},
  risk: { params: { risk: 'risk:none' } },
  control: { params: { control: 'control:none' } },
  vendorAgreements: {},
  clientAgreements: { params: { place: relation } },
  answerAgreement: { params: { place: relation, agreement: 'decision:none' }, body: { seen: 1, answer: 'はい' } },
  vendorTasks: {},
  vendorTask: { params: { place: relation, task: 'task:none' } },
  sayOnTask: { params: { place: relation, task: 'task:none' }, body: { kind: 'comment', text: 'はい' } },
  addVendorTaskProof: { params: { place: relation, task: 'task:none' } },
  acceptances: {},
  endAcceptance: { body: { id: 'no/such|finding', seen: null } },
  calendarFeed: {},
  makeCalendarFeed: { body: { shows: 'neutral' } },
  endCalendarFeed: {},
  calendarFile: {},
  calendar: { params: { address: 'none.ics' } },
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
  'changeRelation',
  'withdrawRelation',
  'client',
  'leaveClient',
  'inviteViewer',
  'makeAnswerLink',
  'sendVendorMail',
  'sendReminder',
  'retryMail',
  'cancelMail',
  'decideApproval',
  'consentToNotice',
  'withdrawNoticeConsent',
  'task',
  'makeTask',
  'actOnTask',
  'addTaskProof',
  'asset',
  'decideConflicts',
  'retireAssets',
  'networkWays',
  'networkPath',
  'vulnerableDevice',
  'advisory',
  'whyAffected',
  'openResponses',
  'vulnerabilityResponse',
  'stepResponse',
  'stepPlannedUpdate',
  'risk',
  'control',
])

const all = Object.entries(routes) as [RouteId, Route][]

function statusFor(acting: Acting, id: RouteId, route: Route): Promise<number> {
  const sample = samples[id]
  return acting.status(route, { ...sample, params: { facility, ...sample.params } })
}

const isOfFacility = (route: Route) => route.path.includes(':facility')

/** What the table says must happen; no cell is left open. */
function expected(route: Route, who: Asker | undefined, isOurs: boolean): 'not-signed-in' | 'not-allowed' | 'not-there' | 'let-in' {
  if (route.permission !== 'public' && !who) return 'not-signed-in'
  if (!isAllowed(route.permission, who)) return 'not-allowed'
  return isOfFacility(route) && !isOurs ? 'not-there' : 'let-in'
}

function outcomeOf(status: number, id: RouteId, route: Route, isOurs: boolean): string {
  if (status === 401 && id !== 'signIn') return 'not-signed-in'
  if (status === 403 && id !== 'chooseOrganisation') return 'not-allowed'
  if (status === 404 && isOfFacility(route) && !(isOurs && looksFurther.has(id))) return 'not-there'
  return status >= 500 ? `fault ${status}` : 'let-in'
}

/** Every route, tried by one person; signing out comes last. */
async function wrongCells(acting: Acting, who: Asker | undefined, isOurs: boolean): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const [id, route] of all.toSorted(([a], [b]) => Number(a === 'signOut') - Number(b === 'signOut'))) {
    const came = outcomeOf(await statusFor(acting, id, route), id, route, isOurs)
    const wanted = expected(route, who, isOurs)
    if (came !== wanted) wrong.push(`${id}: ${came} instead of ${wanted}`)
  }
  return wrong
}

test.each(roles)('of the own organisation, as %s: every route lets in whom the table names and nobody else', async (role) => {
  expect(await wrongCells(await server.person({ role }), { kind: 'facility', role }, true)).toEqual([])
})

describe.each(kinds)('of another organisation, kind %s', (kind) => {
  test.each(roles)('as %s: every route lets in whom the table names, and no facility is there', async (role) => {
    const acting = await server.person({ role, organisation: elsewhere.get(kind) ?? '' })
    expect(await wrongCells(acting, { kind, role }, false)).toEqual([])
  })
})

test('signed out: every route but the public ones asks to sign in', async () => {
  expect(await wrongCells(server.nobody, undefined, false)).toEqual([])
})

test('what another organisation is told of a facility is what it is told of none', async () => {
  const asked = await stranger.call(routes.home, { params: { facility } })
  const invented = await stranger.call(routes.home, { params: { facility: 'fac:invented' } })
  expect(asked).toEqual(invented)
})
