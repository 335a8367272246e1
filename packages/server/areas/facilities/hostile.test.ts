import { routes } from '@mimamori/contract'
import { givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server

async function load(example: string): Promise<string> {
  return (await owner.ask(routes.loadExample, { params: { example }, body: {} })).facility
}

const minutesToApril = 140 * 24 * 60
const facility = await load('hospital-180beds')
const params = { facility }

async function refused(change: object, expected?: number): Promise<string> {
  const body = { changes: [{ change, ...(expected !== undefined && { expected }) }] } as never // as an attacker writes it
  const answer = await owner.call(routes.change, { params, body })
  return answer.kind === 'error' ? answer.error.code : `stored: ${JSON.stringify(answer.value)}`
}

async function vendorSheets() {
  return (await owner.ask(routes.vendors, { params })).sheets
}

describe('what a person may not join', () => {
  test.each(['answers', 'sheets', 'requests', 'evidence', 'contracts', 'services', 'backups', 'ticks'])(
    'two records of %s',
    async (slice) => {
      expect(await refused({ kind: 'merge', slice, keep: 'a:1', gone: 'a:2' })).toBe('change/not-allowed')
      expect(await refused({ kind: 'unmerge', slice, gone: 'a:2' })).toBe('change/not-allowed')
    },
  )
})

test('the mark of a reply typed in from paper can be neither taken off nor given another typist', async () => {
  const sheet = (await vendorSheets()).find((one) => one.onPaper)
  expect(sheet).toBeDefined()
  for (const fields of [{ typedBy: '別の人' }, { replyBy: 'file' }])
    expect(await refused({ kind: 'set', slice: 'sheets', id: sheet?.sheet, fields }, sheet?.version)).toBe('change/paper-mark')
  for (const field of ['typedBy', 'replyBy'])
    expect(await refused({ kind: 'set', slice: 'sheets', id: sheet?.sheet, fields: {}, forget: [field] }, sheet?.version)).toBe(
      'change/paper-mark',
    )
})

test.each([
  ['vendors', 'v:rei-system', 'name'],
  ['facility', facility, 'name'],
  ['people', 'p:head', 'name'],
  ['sheets', 'sh:2026.r7.own', 'fiscalYear'],
  ['sheets', 'sh:2026.r7.own', 'edition'],
])('a record of %s cannot lose what it cannot be shown without (%s, %s)', async (slice, id, field) => {
  expect(await refused({ kind: 'set', slice, id, fields: {}, forget: [field] }, 1)).toMatch(/input|body/)
  expect((await owner.call(routes.facts, { params })).kind).toBe('ok')
})

test.each(['a\u0000b', 'a\ud800b'])('letters that cannot be stored are bad input and no fault of ours (%j)', async (text) => {
  const signIn = await server.nobody.call(routes.signIn, { body: { login: text, password: 'x' } })
  expect(signIn).toMatchObject({ kind: 'error', status: 400 })
  expect(await refused({ kind: 'add', slice: 'people', record: { id: 'p:nul', name: text } })).toMatch(/input|body/)
})

test('an address with U+0000 is bad input', async () => {
  expect(await owner.call(routes.home, { params: { facility: '\u0000' } })).toMatchObject({ kind: 'error', status: 400 })
})

test('a vendor that systems and sheets still name cannot be retired, and one that nothing names leaves a statement', async () => {
  const retire = (id: string) => ({ kind: 'retire', slice: 'vendors', id, on: '2026-11-20', by: '見本 花子', why: '取引が終わった' })
  const { vendors } = await owner.ask(routes.facts, { params })
  const version = vendors.find(({ record }) => record.id === 'v:rei-system')?.version
  expect(await refused(retire('v:rei-system'), version)).toBe('change/still-used')
  const add = { kind: 'add', slice: 'vendors', record: { id: 'v:once', name: '見本商会' } } as never // a plain vendor
  const { versions } = await owner.ask(routes.change, { params, body: { changes: [{ change: add }] } })
  expect(await refused(retire('v:once'), versions[0]?.version)).toMatch(/^stored/)
})

describe('answers and sheets that no form has a place for', () => {
  test.each([
    ['to an item that does not exist', { id: 'a:x1', sheet: 'sh:2026.r7.own', item: 'r7:9-99' }, 'change/unknown-item'],
    ['to an item of another edition', { id: 'a:x2', sheet: 'sh:2026.r7.own', item: 'r6:1-01' }, 'change/unknown-item'],
    ['beside the one that is there', { id: 'a:x3', sheet: 'sh:2026.r7.own', item: 'r7:2-05' }, 'change/double-answer'],
  ])('an answer %s is refused', async (_, record, code) => {
    expect(await refused({ kind: 'add', slice: 'answers', record })).toBe(code)
  })

  test('an answer cannot move to an item that another answer has', async () => {
    const view = await owner.ask(routes.checklist, { params })
    const answer = view.items.flatMap((item) => item.answers).find(({ record }) => record.item === 'r7:2-05')
    const change = { kind: 'set', slice: 'answers', id: answer?.record.id, fields: { item: 'r7:2-06' } }
    expect(await refused(change, answer?.version)).toBe('change/double-answer')
  })

  test('a sheet of an edition that nobody has loaded is refused, in whatever way it comes', async () => {
    const record = { id: 'sh:x', edition: 'r99', audience: 'vendor', fiscalYear: 2026, vendor: 'v:rei-system' }
    expect(await refused({ kind: 'add', slice: 'sheets', record })).toBe('change/unknown-edition')
    const [sheet] = await vendorSheets()
    expect(await refused({ kind: 'set', slice: 'sheets', id: sheet?.sheet, fields: { edition: 'r99' } }, sheet?.version)).toBe(
      'change/unknown-edition',
    )
  })
})

test('a closed year takes no new evidence', async () => {
  server.clock.moveMinutes(minutesToApril)
  await owner.ask(routes.startYear, { params, body: { fiscalYear: 2027, edition: 'r7' } })
  const record = { id: 'e:late', name: 'あとからの資料', answers: ['sh:2026.r7.own.2-06'] }
  expect(await refused({ kind: 'add', slice: 'evidence', record })).toBe('change/closed-year')
  server.clock.moveMinutes(-minutesToApril)
})

test.each(['clinic-1vendor', 'checkup-lab-centre'])('the pack of %s is made as a ZIP', async (example) => {
  const file = await owner.download(routes.makePaper, { params: { facility: await load(example), kind: 'pack' }, query: { format: 'zip' } })
  expect([file.status, file.mediaType]).toEqual([200, 'application/zip'])
})
