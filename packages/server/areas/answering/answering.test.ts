import { routes } from '@mimamori/contract'
import { allYes, givenServer, givenVendor } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { facility } = await server.owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const answeredBy = { name: '仮名 次郎', department: '保守部' }

async function sheetLine(sheet: string) {
  const { sheets } = await server.owner.ask(routes.vendors, { params: { facility } })
  return sheets.find((one) => one.sheet === sheet)
}

async function joinedCells(sheet: string) {
  const { rows } = await server.owner.ask(routes.joined, { params: { facility } })
  return rows.flatMap((row) => row.cells.filter((cell) => cell.sheet === sheet))
}

async function auditOf(organisation: string | undefined) {
  const { rows } = await server.database.admin.query<{ action: string }>('select action from audit where organisation_id = $1', [
    organisation,
  ])
  return rows.map((row) => row.action)
}

describe('a sheet answered by an account', () => {
  const given = givenVendor(server, facility)

  test('asks the items that the vendor owns, in its own words, and nothing of anybody else', async () => {
    const { acting, at } = await given
    const view = await acting.ask(routes.sheetToAnswer, { params: at })
    expect([view.facility, view.items.length, view.draft.version, view.byLink]).toEqual(['みまもり市立病院', 13, 0, false])
    expect(view.items.filter((item) => item.perClient).map((item) => item.number)).toEqual(['2-②', '2-⑤', '2-⑦'])
    const { vendors, systems } = await server.owner.ask(routes.vendors, { params: { facility } })
    const others = [...vendors, ...systems]
      .map(({ record }) => record.name)
      .filter((name) => ![view.vendorName, view.system].includes(name))
    for (const name of others.filter((one) => one.length > 2)) expect(JSON.stringify(view)).not.toContain(name)
  })

  test('is not seen by the facility before it is handed in', async () => {
    const { acting, at, sheet } = await given
    const before = [await sheetLine(sheet), await joinedCells(sheet)]
    const view = await acting.ask(routes.sheetToAnswer, { params: at })
    const body = { version: 0, answers: allYes(view), answeredBy, approvedBy: '事例 部長' }
    const { draft } = await acting.ask(routes.saveSheetDraft, { params: at, body })
    await acting.ask(routes.moveSheetDraft, { params: at, body: { version: draft.version, to: 'checking' } })
    expect([await sheetLine(sheet), await joinedCells(sheet)]).toEqual(before)
    expect((await acting.ask(routes.vendorClients)).lines.find((line) => line.sheet === sheet)).toMatchObject({
      state: 'checking',
      left: 0,
    })
  })

  test('is not written on while it is checked, and goes back with a reason', async () => {
    const { acting, at } = await given
    const { draft } = await acting.ask(routes.sheetToAnswer, { params: at })
    const refused = await acting.call(routes.saveSheetDraft, { params: at, body: { version: draft.version, answers: {} } })
    expect(refused).toMatchObject({ kind: 'error', error: { code: 'answer/not-writing' } })
    const writer = await server.person({ role: 'editor', organisation: acting.who?.organisation ?? '' })
    const back = { version: draft.version, to: 'sent-back' as const, why: '2-⑥の予定日を確かめてください' }
    expect(await writer.call(routes.moveSheetDraft, { params: at, body: back })).toMatchObject({ error: { code: 'answer/approver-only' } })
    expect(await writer.status(routes.submitSheet, { params: at, body: { version: draft.version } })).toBe(403)
    const moved = await acting.ask(routes.moveSheetDraft, { params: at, body: back })
    expect(moved).toMatchObject({ state: 'sent-back', why: back.why })
  })

  test('is handed in with a receipt, and both trails tell of it', async () => {
    const { acting, at, sheet } = await given
    const { draft, items } = await acting.ask(routes.sheetToAnswer, { params: at })
    const [first] = items
    const answers = { [first?.item ?? '']: { answer: 'no' as const, targetOn: '2027-01-15' as never, note: '検証待ち' } } // a day of the calendar
    const saved = await acting.ask(routes.saveSheetDraft, { params: at, body: { version: draft.version, answers } })
    const { receipt, conflicts } = await acting.ask(routes.submitSheet, { params: at, body: { version: saved.draft.version } })
    expect(conflicts).toEqual([])
    expect(receipt?.number).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
    expect(receipt).toMatchObject({ facility: 'みまもり市立病院', answeredBy, approvedBy: '事例 部長', isCorrection: false })
    expect(await sheetLine(sheet)).toMatchObject({ state: 'returned', returnedOn: '2026-11-20', onPaper: false })
    expect((await sheetLine(sheet))?.requests.at(-1)).toMatchObject({ kind: 'reply', way: 'screen', person: '仮名 次郎' })
    const cells = await joinedCells(sheet)
    expect(['no', 'yes'].map((answer) => cells.filter((cell) => cell.answer === answer).length)).toEqual([1, 12])
    expect(await auditOf(server.owner.who?.organisation)).toContain('sheet/answered-on-screen')
    expect(await auditOf(acting.who?.organisation)).toEqual(
      expect.arrayContaining(['sheet/checking', 'sheet/sent-back', 'sheet/submitted']),
    )
  })

  test('is corrected later with a record, and the first receipt stays', async () => {
    const { acting, at, sheet } = await given
    const { draft, items } = await acting.ask(routes.sheetToAnswer, { params: at })
    const open = await acting.ask(routes.moveSheetDraft, { params: at, body: { version: draft.version, to: 'writing' } })
    expect(open.isCorrection).toBe(true)
    const answers = { [items[0]?.item ?? '']: { answer: 'yes' as const } }
    const saved = await acting.ask(routes.saveSheetDraft, { params: at, body: { version: open.version, answers } })
    const why = '更新が終わったため'
    server.clock.moveMinutes(1)
    const { receipt } = await acting.ask(routes.submitSheet, { params: at, body: { version: saved.draft.version, why } })
    expect(receipt).toMatchObject({ isCorrection: true, why })
    const replies = (await sheetLine(sheet))?.requests.filter((one) => one.kind === 'reply')
    expect(replies?.map((one) => one.note).sort()).toEqual([why, undefined])
    expect((await acting.ask(routes.sheetToAnswer, { params: at })).receipts.map((one) => one.isCorrection)).toEqual([true, false])
    expect((await joinedCells(sheet)).every((cell) => cell.answer === 'yes')).toBe(true)
  })
})

/** Vendors are used up: each may be let in once. */
const vendors = ['v:rei-kensa', 'v:rei-yoyaku', 'v:rei-yakuzai', 'v:rei-kaikei', 'v:rei-kenshin'].values()

function nextVendor() {
  return givenVendor(server, facility, { vendor: vendors.next().value ?? '' })
}

describe('handing in', () => {
  test('is refused without the one who answers, a reason, or anything answered', async () => {
    const { acting, at } = await nextVendor()
    const view = await acting.ask(routes.sheetToAnswer, { params: at })
    const submit = async (version: number) => {
      const result = await acting.call(routes.submitSheet, { params: at, body: { version } })
      return result.kind === 'error' ? result.error : undefined
    }
    const save = async (version: number, body: object) =>
      (await acting.ask(routes.saveSheetDraft, { params: at, body: { version, ...body } })).draft.version
    const first = await save(0, { answers: {} })
    expect((await submit(first))?.code).toBe('answer/answerer-missing')
    const named = await save(first, { answeredBy })
    expect((await submit(named))?.code).toBe('answer/nothing-answered')
    const bare = await save(named, { answers: { [view.items[4]?.item ?? '']: { answer: 'other-party' } } })
    expect(await submit(bare)).toMatchObject({ code: 'answer/reason-missing', message: { ja: expect.stringContaining('2-⑤') } })
  })

  test('does not write over what the facility has changed meanwhile, unless the vendor has seen it', async () => {
    const { acting, at, sheet } = await nextVendor()
    const view = await acting.ask(routes.sheetToAnswer, { params: at })
    const { draft } = await acting.ask(routes.saveSheetDraft, { params: at, body: { version: 0, answers: allYes(view), answeredBy } })
    const form = await server.owner.ask(routes.checklist, { params: { facility }, query: { sheet } })
    const typed = form.items[2]?.answers[0]
    const change = {
      kind: 'set' as const,
      slice: 'answers' as const,
      id: typed?.record.id ?? '',
      fields: { answer: 'no' as const, note: '電話で聞いた' },
    }
    await server.owner.ask(routes.change, { params: { facility }, body: { changes: [{ change, expected: typed?.version ?? 0 }] } })
    const before = await sheetLine(sheet)
    const first = await acting.ask(routes.submitSheet, { params: at, body: { version: draft.version } })
    expect(first.receipt).toBeUndefined()
    expect(first.conflicts).toMatchObject([{ id: typed?.record.id, number: form.items[2]?.number, theirs: { answer: 'no' } }])
    expect((await sheetLine(sheet))?.requests).toEqual(before?.requests)
    const over = first.conflicts.map(({ id, version }) => ({ id, version }))
    const second = await acting.ask(routes.submitSheet, { params: at, body: { version: draft.version, over } })
    expect(second.receipt?.answers).toHaveLength(13)
    expect((await joinedCells(sheet)).every((cell) => cell.answer === 'yes')).toBe(true)
  })

  test('done twice, at once or after a crash half-way, gives one receipt and one reply', async () => {
    const { acting, at, sheet } = await nextVendor()
    const view = await acting.ask(routes.sheetToAnswer, { params: at })
    const { draft } = await acting.ask(routes.saveSheetDraft, { params: at, body: { version: 0, answers: allYes(view), answeredBy } })
    const submit = () => acting.call(routes.submitSheet, { params: at, body: { version: draft.version } })
    await Promise.all([submit(), submit()])
    const { admin } = server.database
    await admin.query(`delete from sheet_receipt where sheet_id = $1`, [sheet])
    const back = `update sheet_draft set state = 'writing', version = $2 where sheet_id = $1 returning receipt`
    const { rows } = await admin.query(back, [sheet, draft.version + 1])
    const again = await submit()
    expect(again).toMatchObject({ kind: 'ok', value: { receipt: { number: rows[0].receipt } } })
    const onScreen = (await sheetLine(sheet))?.requests.filter((one) => one.way === 'screen')
    expect(onScreen).toHaveLength(1)
    expect((await acting.ask(routes.sheetToAnswer, { params: at })).receipts).toHaveLength(1)
  })

  test('keeps the mark of a sheet that was typed in from paper', async () => {
    const { sheets } = await server.owner.ask(routes.vendors, { params: { facility } })
    const paper = sheets.find((line) => line.onPaper)
    const { acting, relation } = await givenVendor(server, facility, { vendor: paper?.vendor ?? '' })
    const at = { place: relation, sheet: paper?.sheet ?? '' }
    const view = await acting.ask(routes.sheetToAnswer, { params: at })
    const { draft } = await acting.ask(routes.saveSheetDraft, { params: at, body: { version: 0, answers: allYes(view), answeredBy } })
    await acting.ask(routes.submitSheet, { params: at, body: { version: draft.version } })
    expect(await sheetLine(paper?.sheet ?? '')).toMatchObject({ state: 'returned', onPaper: true })
  })
})

test('a vendor who is shut out can neither read nor hand in, and its draft stays with it', async () => {
  const { acting, at, relation } = await nextVendor()
  await acting.ask(routes.saveSheetDraft, { params: at, body: { version: 0, answers: {}, answeredBy } })
  await server.owner.ask(routes.withdrawRelation, { params: { facility, relation } })
  expect(await acting.status(routes.sheetToAnswer, { params: at })).toBe(404)
  expect(await acting.status(routes.submitSheet, { params: at, body: { version: 1 } })).toBe(404)
  const { rows } = await server.database.admin.query('select organisation_id as o from sheet_draft where place = $1', [relation])
  expect(rows).toEqual([{ o: acting.who?.organisation }])
})
