import { routes } from '@mimamori/contract'
import { givenServer, givenVendor } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { facility } = await server.owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const answeredBy = { name: '仮名 次郎', department: '保守部' }
const { sheets } = await server.owner.ask(routes.vendors, { params: { facility } })
const vendors = new Set(sheets.map((line) => line.vendor)).values()

function nextVendor() {
  return givenVendor(server, facility, { vendor: vendors.next().value ?? '' })
}

test('two colleagues on one sheet lose nothing: the item that the other has changed is named', async () => {
  const { acting, at } = await nextVendor()
  const { items } = await acting.ask(routes.sheetToAnswer, { params: at })
  const colleague = await server.person({ role: 'editor', organisation: acting.who?.organisation ?? '' })
  const [a, b] = [items[0]?.item ?? '', items[1]?.item ?? '']
  await acting.ask(routes.saveSheetDraft, { params: at, body: { version: 0, answers: { [a]: { answer: 'yes' } } } })
  const late = { version: 0, answers: { [a]: { answer: 'no' as const }, [b]: { answer: 'no' as const } } }
  const { draft, conflicts, taken } = await colleague.ask(routes.saveSheetDraft, { params: at, body: late })
  expect(conflicts).toEqual([a])
  expect(taken).toEqual([{ part: a, by: '試験 太郎', at: expect.stringMatching(/Z$/) }])
  expect(draft.answers).toMatchObject({ [a]: { answer: 'yes' }, [b]: { answer: 'no' } })
  const same = { version: 0, answers: { [b]: { answer: 'no' as const } } }
  expect((await acting.ask(routes.saveSheetDraft, { params: at, body: same })).taken).toEqual([])
})

test('who answered and who approved are not written over unseen by a colleague either', async () => {
  const { acting, at } = await nextVendor()
  const colleague = await server.person({ role: 'editor', name: '同僚 三郎', organisation: acting.who?.organisation ?? '' })
  const save = (one: typeof acting, body: object) => one.ask(routes.saveSheetDraft, { params: at, body: { version: 0, ...body } })
  await save(colleague, { answeredBy: { name: '同僚 三郎' }, approvedBy: '事例 部長' })
  const { draft, taken, conflicts } = await save(acting, { answeredBy: { name: '仮名 次郎' }, approvedBy: '別の 課長' })
  expect(draft).toMatchObject({ answeredBy: { name: '同僚 三郎' }, approvedBy: '事例 部長' })
  expect(conflicts).toEqual([])
  expect(taken).toMatchObject([
    { part: 'answeredBy', by: '同僚 三郎' },
    { part: 'approvedBy', by: '同僚 三郎' },
  ])
  const seen = await save(acting, { version: draft.version, answeredBy: { name: '仮名 次郎' } })
  expect(seen).toMatchObject({ draft: { answeredBy: { name: '仮名 次郎' }, approvedBy: '事例 部長' }, taken: [] })
})

test('what was begun on an older version is held against that one, although the page has moved on', async () => {
  const { acting, at } = await nextVendor()
  const { items } = await acting.ask(routes.sheetToAnswer, { params: at })
  const colleague = await server.person({ role: 'editor', organisation: acting.who?.organisation ?? '' })
  const [a = '', b = ''] = items.map(({ item }) => item)
  const save = (one: typeof acting, body: object) => one.ask(routes.saveSheetDraft, { params: at, body: { version: 0, ...body } })
  await save(colleague, { answers: { [a]: { answer: 'yes', note: '版は8.1です。' } } })
  const { draft } = await save(acting, { answers: { [b]: { answer: 'yes' } } })
  const late = { version: draft.version, answers: { [a]: { answer: 'no' } }, bases: { [a]: 0 } }
  expect(await save(acting, late)).toMatchObject({ conflicts: [a], draft: { answers: { [a]: { note: '版は8.1です。' } } } })
})

describe('colleagues of a vendor at one sheet', () => {
  test('are named to each other, and to nobody at the facility or at another vendor', async () => {
    const { acting, at } = await nextVendor()
    const colleague = await server.person({ role: 'reader', name: '同僚 三郎', organisation: acting.who?.organisation ?? '' })
    const beat = (one: typeof acting, isHere = true) => one.ask(routes.sheetBeat, { params: at, body: { tab: 'one', isHere } })
    expect(await beat(colleague)).toEqual({ revision: 0, others: [] })
    expect((await beat(acting)).others).toEqual([{ name: '同僚 三郎' }])
    const { draft } = await acting.ask(routes.saveSheetDraft, { params: at, body: { version: 0, answers: {}, answeredBy } })
    expect((await beat(colleague)).revision).toBe(draft.version)
    await beat(colleague, false)
    expect((await beat(acting)).others).toEqual([])
    await beat(colleague)
    server.clock.moveMinutes(2)
    expect((await beat(acting)).others).toEqual([])

    const page = { tab: 'x', place: at.sheet }
    expect((await server.owner.ask(routes.beat, { params: { facility }, body: page })).others).toEqual([])
    const body = { tab: 'one', isHere: true }
    expect(await server.owner.status(routes.sheetBeat, { params: at, body })).toBe(403)
    const other = await nextVendor()
    expect(await other.acting.status(routes.sheetBeat, { params: at, body })).toBe(404)
  })
})
