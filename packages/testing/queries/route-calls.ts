import { readFile } from 'node:fs/promises'
import { type RouteId, routes } from '@mimamori/contract'
import { type Acting, givenEmptyServer, givenPassword } from '../server/index.ts'
import { answeringCalls } from './answering-calls.ts'
import { askingCalls } from './asking-calls.ts'
import { assetCalls } from './asset-calls.ts'
import { moneyCalls } from './money-calls.ts'
import { networkCalls } from './network-calls.ts'
import type { Place, Prepare } from './place.ts'
import { relationCalls } from './relation-calls.ts'
import { riskCalls } from './risk-calls.ts'
import { signInCalls } from './sign-in-calls.ts'
import { statementsOf } from './statements.ts'
import { taskCalls } from './task-calls.ts'
import { vendorWorkCalls } from './vendor-work-calls.ts'
import { vulnerabilityCalls } from './vulnerability-calls.ts'

export const example = 'hospital-180beds'

/** The same facility in an organisation of its own, for what cannot be done twice. */
async function elsewhere({ server }: Place): Promise<{ as: Acting; facility: string }> {
  const as = await server.stranger()
  const { facility } = await as.ask(routes.loadExample, { params: { example }, body: {} })
  return { as, facility }
}

async function changePerson({ acting, facility }: Place, round: number) {
  const person = (await acting.ask(routes.facts, { params: { facility } })).people[0]
  const change = { kind: 'set', slice: 'people', id: person?.record.id ?? '', fields: { extension: `90${round}` } } as const
  return { changes: [{ change, expected: person?.version ?? 0 }] }
}

async function changed(place: Place, round: number): Promise<{ revision: number }> {
  return place.acting.ask(routes.change, { params: { facility: place.facility }, body: await changePerson(place, round) })
}

async function vendorSheet({ acting, facility }: Place): Promise<{ sheet: string; vendor: string }> {
  const line = (await acting.ask(routes.vendors, { params: { facility } })).sheets[0]
  return { sheet: line?.sheet ?? '', vendor: line?.vendor ?? '' }
}

async function openFindings({ acting, facility }: Place): Promise<readonly string[]> {
  return (await acting.ask(routes.findings, { params: { facility }, query: { state: 'open' } })).findings.map((one) => one.id)
}

/** The whole facility as a ZIP, brought to where the same facility has other numbers for every vendor. */
async function broughtFolder(place: Place) {
  const zip = await place.acting.download(routes.exportFolder, { params: { facility: place.facility } })
  const { as, facility } = await elsewhere(place)
  const { vendors } = await as.ask(routes.vendors, { params: { facility } })
  const changes = vendors.map(({ record, version }) => ({
    change: { kind: 'set' as const, slice: 'vendors' as const, id: record.id, fields: { fax: '00-9999-0000' } },
    expected: version,
  }))
  await as.ask(routes.change, { params: { facility }, body: { changes } })
  return { as, facility, file: { name: 'folder.zip', bytes: zip.bytes } }
}

async function draft(place: Place) {
  const { as, facility, file } = await broughtFolder(place)
  const seen = await as.upload(routes.preview, { params: { facility }, query: { as: 'folder' } }, file)
  if (seen.kind === 'error') throw new Error(seen.error.code)
  return { as, facility, params: { draft: seen.value.id } }
}

const minutesToApril = 60 * 24 * 135
const reads = {
  home: () => ({}),
  facts: () => ({}),
  lastChanges: () => ({}),
  checklist: () => ({}),
  joined: () => ({}),
  inspection: () => ({}),
  findings: () => ({}),
  vendors: () => ({}),
  papers: () => ({}),
  exportFolder: () => ({}),
  imports: () => ({}),
  dayEnd: () => ({}),
  openQuestions: () => ({}),
  audit: () => ({}),
  checkAudit: () => ({}),
  exportAudit: () => ({}),
  finding: async (place) => ({ query: { id: (await openFindings(place))[0] ?? '' } }),
  workCard: async ({ acting, facility }) => {
    const { items } = await acting.ask(routes.checklist, { params: { facility } })
    return { params: { card: items.find((item) => item.card !== undefined)?.card ?? '' } }
  },
  evidenceFile: async ({ acting, facility }) => {
    const { items } = await acting.ask(routes.checklist, { params: { facility } })
    return { params: { sha256: items.flatMap((item) => item.evidence).find((one) => one.sha256 !== undefined)?.sha256 ?? '' } }
  },
} as const satisfies Partial<Record<RouteId, Prepare>>

const people = {
  session: () => ({}),
  tenQuestions: () => ({}),
  setUp: async () => {
    const { database, nobody, token } = await givenEmptyServer()
    const body = { token, login: 'soumu', password: givenPassword, name: '見本 花子' }
    return { as: nobody, body, statements: statementsOf(database.pool) }
  },
  signIn: ({ server, acting }) => ({ as: server.nobody, body: { login: acting.who?.login, password: givenPassword } }),
  signOut: async ({ server }) => ({ as: await server.person(), body: {} }),
} as const satisfies Partial<Record<RouteId, Prepare>>

const facilities = {
  createFacility: () => ({ body: { name: '新しい施設' } }),
  loadExample: async ({ server }) => ({ as: await server.stranger(), params: { example }, body: {} }),
  removeFacility: elsewhere,
  change: async (place, round) => ({ body: await changePerson(place, round) }),
  undo: async (place, round) => ({ body: { revision: (await changed(place, round + 10)).revision } }),
  beat: () => ({ body: { tab: 'tab-1', place: '/today' } }),
  notToday: () => ({ body: { task: 'setup' } }),
  acceptFinding: async (place) => ({
    body: { id: (await openFindings(place))[0], until: '2026-12-10', why: '更新の予定があるため', seen: null },
  }),
  startYear: async (place) => {
    const there = await elsewhere(place)
    place.server.clock.moveMinutes(minutesToApril)
    return { ...there, body: { fiscalYear: 2027, edition: 'r7' }, after: () => place.server.clock.moveMinutes(-minutesToApril) }
  },
  loadEdition: async (place) => {
    const bytes = await readFile(new URL('../../server/areas/checklists/fixtures/r8-facility.xlsx', import.meta.url))
    return { ...(await elsewhere(place)), query: { edition: 'r8', audience: 'facility' }, file: { name: 'r8.xlsx', bytes } }
  },
} as const satisfies Partial<Record<RouteId, Prepare>>

const files = {
  vendorSheetFile: async (place) => ({ params: { sheet: (await vendorSheet(place)).sheet }, query: { format: 'csv' } }),
  makeVendorSheets: async (place, round) => {
    const { vendor } = await vendorSheet(place)
    const record = { id: `sys:counted.${round}`, name: '追加のシステム', vendor }
    const body = { changes: [{ change: { kind: 'add', slice: 'systems', record } as never }] } // a record without its branded ids
    await place.acting.ask(routes.change, { params: { facility: place.facility }, body })
    return { body: {} }
  },
  preview: async (place) => ({ ...(await broughtFolder(place)), query: { as: 'folder' } }),
  applyImport: async (place) => ({ ...(await draft(place)), body: {} }),
  dropImport: draft,
  addEvidence: async ({ acting, facility }, round) => {
    const { items } = await acting.ask(routes.checklist, { params: { facility } })
    const answers = items.flatMap((item) => item.answers.map(({ record }) => record.id))
    return { query: { answers: answers.join(',') }, file: { name: '台帳.pdf', bytes: `%PDF-1.7\n%${round}\n` } }
  },
  checkNumber: () => ({ query: { number: 'ABCD2345EFGH' } }),
  // NOTE: of a facility without sheets of vendors, since setting hundreds of pages would take most of the time of this test.
  makePaper: async ({ server, times }) => {
    const as = await server.stranger()
    const { facility } = await as.ask(routes.createFacility, { body: { name: '書類の見本' } })
    for (let at = 0; at < 2 * times; at++)
      await as.upload(routes.addEvidence, { params: { facility } }, { name: `${at}.pdf`, bytes: `%PDF-1.7\n%${at}\n` })
    return { as, facility, params: { kind: 'pack' }, query: { format: 'zip' } }
  },
} as const satisfies Partial<Record<RouteId, Prepare>>

/** How each route is called so that it does its whole work. NOTE: complete by type. */
export const routeCalls: Readonly<Record<RouteId, Prepare>> = {
  ...people,
  ...facilities,
  ...reads,
  ...files,
  ...relationCalls,
  ...signInCalls,
  ...answeringCalls,
  ...vendorWorkCalls,
  ...askingCalls,
  ...taskCalls,
  ...assetCalls,
  ...networkCalls,
  protectionTable: () => ({}),
  ...moneyCalls,
  ...vulnerabilityCalls,
  ...riskCalls,
  feeds: () => ({}),
}
