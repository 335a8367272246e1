import type { RouteId } from '@mimamori/contract'
import type { Aim, Sent, Shape } from './sent.ts'

const terms = { areas: ['checklists' as const], counts: true, named: true }

const at = (aim: Aim) => ({ facility: aim.id('facility') })
const atSheet = (aim: Aim) => ({ ...at(aim), sheet: aim.id('sheet') })
const atTask = (aim: Aim) => ({ ...at(aim), task: aim.id('task') })
const only = (aim: Aim): Sent => ({ params: at(aim) })
const empty = (aim: Aim): Sent => ({ params: at(aim), body: {} })
const file = (aim: Aim, ending: string) => ({ name: `${aim.word()}.${ending}`, bytes: `会社名,電話\n${aim.word()},${aim.word()}\n` })

/** A change of some record of somebody, with references to records of others. */
function change(aim: Aim): Sent {
  const [slice = '', id = ''] = aim.id('record').split(' ')
  const expected = 1 + aim.chance.below(3)
  const name = aim.word()
  const some = [
    { change: { kind: 'set', slice: 'people', id, fields: { name } }, expected },
    { change: { kind: 'set', slice: 'vendors', id: aim.id('vendor'), fields: { contactName: name } }, expected },
    { change: { kind: 'set', slice: 'answers', id: aim.id('answer'), fields: { note: name } }, expected },
    { change: { kind: 'add', slice: 'systems', record: { id: `s:${name}`, name, vendor: aim.id('vendor') } } },
    { change: { kind: 'add', slice: 'evidence', record: { id: `ev:${name}`, name, answers: [aim.id('answer')] } } },
    {
      change: {
        kind: 'add',
        slice: 'requests',
        record: { id: `rq:${name}`, sheet: aim.id('sheet'), kind: 'promise', way: 'phone', on: '2026-11-20', proof: aim.id('evidence') },
      },
    },
    { change: { kind: 'merge', slice: 'vendors', keep: aim.id('vendor'), gone: aim.id('vendor') } },
    { change: { kind: 'remove', slice, id }, expected: 99 },
  ]
  return { params: at(aim), body: { changes: [aim.chance.pick(some)] } }
}

/** Routes of a facility. NOTE: its own name is never typed right, or the facilities would soon be gone. */
const facilities = {
  home: only,
  dayEnd: only,
  facts: only,
  change,
  lastChanges: only,
  beat: (aim) => ({ params: at(aim), body: { tab: `tab-${aim.chance.below(9)}`, place: `/f/${aim.word()}` } }),
  undo: (aim) => ({ params: at(aim), body: { revision: 1 + aim.chance.below(40) } }),
  notToday: (aim) => ({ params: at(aim), body: { task: aim.chance.is(0.5) ? 'setup' : aim.id('finding') } }),
  exportFolder: only,
  protectionTable: only,
  createFacility: (aim) => ({ body: { name: aim.chance.is(0.3) ? aim.word() : '' } }),
  loadExample: () => ({ params: { example: 'no-such-example' }, body: {} }),
  removeFacility: (aim) => ({ params: at(aim), query: { name: aim.word() } }),
  checklist: (aim) => ({ params: at(aim), query: aim.chance.is(0.8) ? { sheet: aim.id('sheet') } : {} }),
  joined: only,
  findings: only,
  finding: (aim) => ({ params: at(aim), query: { id: aim.id('finding') } }),
  acceptFinding: (aim) => ({ params: at(aim), body: { id: aim.id('finding'), until: '2026-12-10', why: aim.word(), seen: null } }),
  workCard: (aim) => ({ params: { ...at(aim), card: aim.chance.pick(['pat', 'no-such-card']) } }),
  loadEdition: (aim) => ({ params: at(aim), query: { edition: 'r8', audience: 'facility' }, file: file(aim, 'xlsx') }),
  startYear: (aim) => ({ params: at(aim), body: { fiscalYear: 2026, edition: 'r7' } }),
  discussions: only,
  openQuestions: only,
  inspection: only,
} as const satisfies Partial<Record<RouteId, Shape>>

/** An id of some record, whatever it is of. */
const some = (aim: Aim) => aim.id('record').split(' ')[1] ?? ''

const devices = {
  assets: (aim) => ({ params: at(aim), query: { text: aim.word(), vendor: aim.id('vendor') } }),
  asset: (aim) => ({ params: { ...at(aim), asset: some(aim) } }),
  assetConflicts: (aim) => ({ params: at(aim), query: { asset: some(aim) } }),
  decideConflicts: (aim) => ({
    params: at(aim),
    body: {
      decisions: [
        { claim: some(aim), version: 1, ...(aim.chance.is(0.5) ? { as: 'same', asset: some(aim) } : { as: 'new', name: aim.word() }) },
      ],
    },
  }),
  retireAssets: (aim) => ({ params: at(aim), body: { assets: [{ asset: some(aim), version: 1 }], why: aim.word() } }),
  assetDrift: only,
  register: (aim) => ({ params: { ...at(aim), part: aim.chance.pick(['contracts', 'backups', 'systems', 'lines']) } }),
  assetsFile: only,
  assetPaper: (aim) => ({ params: { ...at(aim), paper: aim.chance.pick(['list', 'labels']) }, query: { format: 'html' } }),
} as const satisfies Partial<Record<RouteId, Shape>>

const network = {
  network: only,
  networkModel: (aim) => ({ params: at(aim), query: { lang: aim.chance.pick(['ja', 'en']), unfolded: some(aim) } }),
  networkZone: (aim) => ({ params: { ...at(aim), zone: aim.chance.is(0.5) ? '-' : some(aim) } }),
  networkWays: (aim) => ({ params: at(aim), query: { from: some(aim), fallen: aim.chance.pick(['0', '1']) } }),
  networkPath: (aim) => ({ params: { ...at(aim), path: `guest-inside|${some(aim)}|${some(aim)}` } }),
  networkMap: (aim) => ({ params: at(aim), query: { format: aim.chance.pick(['svg', 'drawio', 'pdf']) } }),
  networkDrawio: (aim) => ({ params: at(aim), file: file(aim, 'drawio') }),
  networkTry: (aim) => {
    const record = { id: `z:${aim.word()}`, name: aim.word(), trust: 'guest' }
    const link = { id: `lk:${aim.word()}`, fromAsset: some(aim), toZone: record.id, layer: 'l3', control: 'none' }
    const changes = [
      { kind: 'add', slice: 'zones', record },
      { kind: 'add', slice: 'links', record: link },
    ]
    return { params: at(aim), body: { changes } }
  },
} as const satisfies Partial<Record<RouteId, Shape>>

const money = {
  damage: only,
  damageTry: (aim) => {
    const quote = { id: `q:${aim.word()}`, measure: 'plan:gate-updates', from: aim.word(), minYen: 100_000, unit: 'year' }
    return { params: at(aim), body: { changes: [{ kind: 'add', slice: 'quotes', record: { ...quote, vendor: some(aim) } }] } }
  },
} as const satisfies Partial<Record<RouteId, Shape>>

const vulnerabilities = {
  vulnerabilities: only,
  vulnerableDevice: (aim) => ({ params: { ...at(aim), asset: some(aim) } }),
  advisory: (aim) => ({ params: { ...at(aim), advisory: aim.chance.is(0.5) ? 'CVE-2099-0001' : some(aim) } }),
  whyAffected: (aim) => ({ params: at(aim), query: { installed: `${some(aim)}|firmware`, advisory: 'CVE-2099-0001' } }),
  openResponses: (aim) => ({
    params: at(aim),
    body: { rows: [`${some(aim)}|firmware`], title: aim.word(), told: { way: 'screen', note: aim.word() } },
  }),
  risks: only,
  risk: (aim) => ({ params: { ...at(aim), risk: aim.chance.pick(['risk:always-on', 'risk:leaver', aim.word()]) } }),
  control: (aim) => ({ params: { ...at(aim), control: aim.chance.pick(['control:mail-filter', 'control:zones', aim.word()]) } }),
  vulnerabilityResponse: (aim) => ({ params: { ...at(aim), response: some(aim) } }),
  stepResponse: (aim) => ({
    params: { ...at(aim), response: some(aim) },
    body: { seen: aim.chance.below(4), kind: aim.chance.pick(['told', 'said', 'done', 'disagreed']), note: aim.word() },
  }),
  warnings: only,
  plannedUpdates: only,
  stepPlannedUpdate: (aim) => ({
    params: { ...at(aim), update: some(aim) },
    body: { seen: aim.chance.below(4), kind: aim.chance.pick(['announced', 'go', 'said']), note: aim.word() },
  }),
  unreadAdvisories: only,
} as const satisfies Partial<Record<RouteId, Shape>>

const work = {
  tasks: only,
  task: (aim) => ({ params: atTask(aim) }),
  makeTask: (aim) => ({
    params: at(aim),
    body: { title: aim.word(), says: aim.word(), findings: [aim.id('finding')], ...(aim.chance.is(0.5) && { vendor: aim.id('vendor') }) },
  }),
  actOnTask: (aim) => {
    const some = [
      { act: 'say', text: aim.word(), inside: aim.chance.is(0.5) },
      { act: 'hand', vendor: aim.id('vendor') },
      { act: 'word', title: aim.word(), says: aim.word() },
      { act: 'finish', text: aim.word() },
      { act: 'reopen', text: aim.word() },
    ]
    return { params: atTask(aim), body: { version: 1 + aim.chance.below(4), what: aim.chance.pick(some) } }
  },
  addTaskProof: (aim) => ({ params: atTask(aim), query: { inside: aim.chance.pick(['yes', 'no']) }, file: file(aim, 'csv') }),
  acceptances: only,
  endAcceptance: (aim) => ({ params: at(aim), body: { id: aim.id('finding'), seen: null } }),
  sayWhoIAm: (aim) => ({ params: at(aim), body: { record: aim.id('record') as never } }), // an id of anything
  calendarFeed: only,
  makeCalendarFeed: (aim) => ({ params: at(aim), body: { shows: aim.chance.pick(['neutral', 'titles']) } }),
  endCalendarFeed: only,
  calendarFile: only,
} as const satisfies Partial<Record<RouteId, Shape>>

const vendors = {
  vendors: only,
  vendorsFile: only,
  makeVendorSheets: empty,
  vendorSheetFile: (aim) => ({ params: atSheet(aim), query: { format: aim.chance.pick(['csv', 'xlsx']) } }),
  imports: only,
  preview: (aim) => ({ params: at(aim), query: { as: 'vendor-list', sheet: aim.id('sheet') }, file: file(aim, 'csv') }),
  applyImport: (aim) => ({ params: { ...at(aim), draft: aim.id('draft') }, body: {} }),
  dropImport: (aim) => ({ params: { ...at(aim), draft: aim.id('draft') } }),
  addEvidence: (aim) => ({ params: at(aim), query: { answers: `${aim.id('answer')},${aim.id('answer')}` }, file: file(aim, 'csv') }),
  evidenceFile: (aim) => ({ params: { ...at(aim), sha256: aim.id('sha256') } }),
  papers: only,
  checkNumber: (aim) => ({ params: at(aim), query: { number: 'ABCD2345EFGH' } }),
  // NOTE: not as PDF, where letters are numbers of a typeface; the words are those of the HTML.
  makePaper: (aim) => {
    const kind = aim.chance.pick([
      'pack',
      'checklist',
      'vendor-request',
      'update-request',
      'matrix',
      'risk-letter',
      'risk-agreement',
      'monthly-report',
      'plan-board',
      'budget-request',
      'approval',
      'asking-lists',
      'contact-chart',
      'handover',
      'vendor-notice',
    ])
    const ids = { approval: 'approval', handover: 'handOver' } as const
    const ofSheet = aim.id(kind === 'approval' || kind === 'handover' ? ids[kind] : 'sheet')
    const id = kind === 'update-request' ? some(aim) : ofSheet
    const query = { format: aim.chance.is(0.1) ? 'zip' : 'html', copy: aim.chance.pick(['on-site', 'hand-over']) }
    return { params: { ...at(aim), kind }, query: { ...query, ...(aim.chance.is(0.7) && { id }) } }
  },
} as const satisfies Partial<Record<RouteId, Shape>>

const asking = {
  mail: only,
  sendTestMail: (aim) => ({ params: at(aim), body: { to: `${aim.word()}@hospital.example` } }),
  sendReminder: (aim) => ({ params: { facility: aim.id('facility'), response: aim.id('record').split(' ')[1] ?? '' }, body: {} }),
  sendVendorMail: (aim) => ({ params: atSheet(aim), body: { kind: 'request' } }),
  retryMail: (aim) => ({ params: { ...at(aim), message: aim.id('message') }, body: {} }),
  cancelMail: (aim) => ({ params: { ...at(aim), message: aim.id('message') } }),
  decideApproval: (aim) => ({
    params: { ...at(aim), approval: aim.id('approval') },
    body: { box: aim.id('box'), mark: 'approved', note: aim.word() },
  }),
  consentToNotice: (aim) => ({ params: atSheet(aim), body: { toBody: 'association', toName: aim.word() } }),
  withdrawNoticeConsent: (aim) => ({ params: atSheet(aim) }),
  answerLink: (aim) => ({ params: atSheet(aim) }),
  makeAnswerLink: (aim) => ({ params: atSheet(aim), body: { what: aim.chance.pick(['link', 'number']) } }),
  withdrawAnswerLink: (aim) => ({ params: atSheet(aim) }),
  // NOTE: a number that could be right: the letter prints what it is given.
  answerLetter: (aim) => ({ params: { ...at(aim), sheet: 'sh:invented' }, body: { way: 'post', code: 'ABCD-EFGH' } }),
  relations: only,
  offerRelation: (aim) => {
    const kind = aim.chance.pick(['vendor', 'association', 'soc'])
    const more = kind === 'vendor' ? { vendor: aim.id('vendor') } : {}
    return { params: at(aim), body: { kind, name: aim.word(), terms, ...more } }
  },
  changeRelation: (aim) => {
    const wanted = {
      areas: aim.chance.is(0.5) ? ['checklists'] : ['tasks', 'backups'],
      counts: aim.chance.is(0.5),
      named: aim.chance.is(0.5),
    }
    return {
      params: { ...at(aim), relation: aim.id('relation') },
      body: { version: aim.chance.pick([1, 2, 2, 3]), terms: wanted, validUntil: '2026-12-31' },
    }
  },
  withdrawRelation: (aim) => ({ params: { ...at(aim), relation: aim.id('relation') } }),
  inviteViewer: (aim) => ({ params: { ...at(aim), relation: aim.id('relation') }, body: { way: 'card' } }),
} as const satisfies Partial<Record<RouteId, Shape>>

/** Routes below a facility. */
export const insideShapes = { ...facilities, ...devices, ...network, ...money, ...vulnerabilities, ...work, ...vendors, ...asking }
