import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DraftAnswer, type RequestFileView, routes } from '@mimamori/contract'
import { standardProposals } from '@mimamori/domain'
import { unzipInto } from '@mimamori/formats'
import { givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { facility } = await server.owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const vendor = await server.stranger({ kind: 'vendor', name: '例システム株式会社' })
const { sheets } = await server.owner.ask(routes.vendors, { params: { facility } })
const line = sheets.find((one) => one.state === 'waiting')
const sheet = line?.sheet ?? ''

async function request(format: 'csv' | 'xlsx' = 'xlsx') {
  return server.owner.download(routes.vendorSheetFile, { params: { facility, sheet }, query: { format } })
}

async function read(file: { name: string; bytes: Uint8Array | string }) {
  return vendor.upload(routes.readRequestFile, {}, file)
}

async function readWell(file: { name: string; bytes: Uint8Array | string }): Promise<RequestFileView> {
  const result = await read(file)
  if (result.kind === 'error') throw new Error(result.error.code)
  return result.value
}

function replies(body: object) {
  return vendor.download(routes.writeReplyFiles, { body } as never) // a file route has no typed body
}

const form = await readWell(await request())
const shared: Record<string, DraftAnswer> = Object.fromEntries(
  form.items
    .filter((item) => !item.perClient)
    .map(({ item }) => [item, { answer: 'yes' as const, note: '標準', checkedOn: form.today as never }]),
)

describe('a request file of a facility', () => {
  test.each(['xlsx', 'csv'] as const)('says as %s whose it is, what it asks, and what is different at every client', async (format) => {
    const view = await readWell(await request(format))
    expect(view.head).toMatchObject({
      sheet,
      edition: 'r7',
      facility: 'みまもり市立病院',
      vendorName: line?.vendorName,
      systemName: line?.systemName,
    })
    expect(view.items.filter((item) => item.perClient)).toHaveLength(3)
    expect(Object.values(view.answers)).toMatchObject(Array(3).fill({ answer: 'not-applicable' }))
  })

  test('comes back filled as a reply that the facility reads into the same sheet', async () => {
    const standard = standardProposals(
      form.items.map(({ item, perClient }) => ({ id: item, perClient })),
      form.answers,
      shared,
    )
    const file = await request()
    const made = await replies({
      format: 'xlsx',
      answeredBy: '仮名 次郎',
      replies: [{ name: file.name, head: form.head, answers: { ...form.answers, ...standard } }],
    })
    expect(made.name).toMatch(/^[\w.-]+_reply\.xlsx$/)
    const preview = await server.owner.upload(
      routes.preview,
      { params: { facility }, query: { as: 'vendor-reply' } },
      { name: made.name, bytes: made.bytes },
    )
    if (preview.kind === 'error') throw new Error(preview.error.code)
    await server.owner.ask(routes.applyImport, { params: { facility, draft: preview.value.id }, body: {} })
    const checklist = await server.owner.ask(routes.checklist, { params: { facility }, query: { sheet } })
    const answered = checklist.items.filter((item) => item.answers.some(({ record }) => record.answer !== undefined))
    expect(answered).toHaveLength(10)
    expect(checklist.sheet.record).toMatchObject({ answeredBy: '仮名 次郎', replyBy: 'file' })
    expect(checklist.items.find((item) => item.answers[0]?.record.note === '標準')?.answers[0]?.record.checkedOn).toBe('2026-11-20')
  })
})

test('the form that is printed with the letter is read as well, and its reply carries no id that a facility would refuse', async () => {
  const query = { format: 'xlsx', id: sheet } as const
  const paper = await server.owner.download(routes.makePaper, { params: { facility, kind: 'vendor-request' }, query })
  const view = await readWell(paper)
  expect(view.head.sheet).toBeUndefined()
  expect(view.head).toMatchObject({ edition: 'r7', vendorName: line?.vendorName, systemName: line?.systemName })
  const made = await replies({ format: 'csv', answeredBy: '仮名 次郎', replies: [{ name: paper.name, head: view.head, answers: shared }] })
  expect(made.bytes.toString()).not.toMatch(/^ID,/m)
})

test('several replies lie in one ZIP under names of their own', async () => {
  const one = { name: 'same.xlsx', head: form.head, answers: shared }
  const made = await replies({ format: 'csv', answeredBy: '仮名 次郎', replies: [one, one, { ...one, name: '依頼.xlsx' }] })
  expect(made.name).toMatch(/^replies_2026-11-20\.zip$/)
  const folder = await mkdtemp(join(tmpdir(), 'replies-'))
  const unzipped = await unzipInto(made.bytes, folder)
  expect(unzipped).toMatchObject({
    kind: 'unzipped',
    names: ['same_reply.csv', 'same_reply-2.csv', expect.stringMatching(/^2026_[\w.-]+_reply\.csv$/)],
  })
})

describe('what cannot be used', () => {
  test('is told by its own words and stores nothing', async () => {
    expect(await read({ name: '空.csv', bytes: '' })).toMatchObject({ kind: 'error' })
    expect(await read({ name: '写真.xlsx', bytes: '\u0089PNG\r\n' })).toMatchObject({ kind: 'error' })
    const other = await readFile(new URL('../../checklists/fixtures/r8-vendor.xlsx', import.meta.url))
    expect(await read({ name: '別の版.xlsx', bytes: other })).toMatchObject({ error: { code: 'checklist/unknown-edition' } })
    const own = `見守り 確認用シート,1\n版,r7,令和7年度版\n様式,医療機関確認用\n\n番号,設問,回答\n1-①,責任者,はい\n`
    expect(await read({ name: '施設.csv', bytes: own })).toMatchObject({ error: { code: 'request-file/not-for-vendors' } })
  })

  test('is refused in a reply: items of no such form, and answers without their reason', async () => {
    const [item] = form.items
    const send = (answers: object) =>
      vendor.status(routes.writeReplyFiles, {
        body: { format: 'csv', answeredBy: 'x', replies: [{ name: 'a.csv', head: form.head, answers }] },
      })
    expect(await send({ 'r7:9-99': { answer: 'yes' } })).toBe(404)
    expect(await send({ [item?.item ?? '']: { answer: 'other-party' } })).toBe(400)
  })
})
