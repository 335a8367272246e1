import { routes } from '@mimamori/contract'
import { givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server

async function clinic() {
  const params = await owner.ask(routes.createFacility, { body: { name: 'みまもり診療所' } })
  const change = async (...changes: readonly object[]) => owner.ask(routes.change, { params, body: { changes: changes as never } })
  const facts = () => owner.ask(routes.facts, { params })
  const home = () => owner.ask(routes.home, { params })
  const setFacility = async (fields: object) =>
    change({ change: { kind: 'set', slice: 'facility', id: params.facility, fields }, expected: (await facts()).facility.version })
  return { params, change, facts, home, setFacility }
}

const add = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } })

describe('before the ten questions', () => {
  test('there is one card alone, and it goes on where one stopped', async () => {
    const { home, setFacility, change } = await clinic()
    expect((await home()).tasks).toMatchObject([{ id: 'setup', target: { screen: 'setup', id: '1' } }])
    expect((await home()).resume).toBeUndefined()
    await setFacility({ kind: 'clinic' })
    const begun = await home()
    expect(begun).toMatchObject({ setupDone: false, resume: { title: { ja: '前回の続き:質問3' }, target: { screen: 'setup', id: '3' } } })
    await change(add('systems', { id: 's:1', name: '電子カルテ', kind: 'chart' }))
    expect((await home()).setupDone).toBe(false)
  })

  test('they are done once the end was reached, whatever was left with わからない', async () => {
    const { home, setFacility } = await clinic()
    await setFacility({ kind: 'clinic', extra: { tenQuestions: '3=unknown 4=unknown end=done' } })
    const view = await home()
    expect(view.setupDone).toBe(true)
    expect(view.tasks.slice(0, 3).map((task) => task.id)).toEqual(['edition', 'manager', expect.any(String)])
  })
})

describe('after the ten questions', () => {
  test('three things come first: the vendor’s sheet, the manager, the contacts', async () => {
    const { params, home, setFacility, change } = await clinic()
    await setFacility({ kind: 'clinic', usesSystems: 'yes', extra: { tenQuestions: 'end=done' } })
    await change(
      add('vendors', { id: 'v:1', name: '例システム株式会社' }),
      add('systems', { id: 's:1', name: '電子カルテ', vendor: 'v:1' }),
    )
    expect((await home()).tasks.map((task) => task.id)).toContain('rule:vendors/no-sheet')
    expect(await owner.ask(routes.makeVendorSheets, { params, body: {} })).toEqual({ made: 1 })
    const after = (await home()).tasks.map((task) => task.id)
    expect(after).not.toContain('rule:vendors/no-sheet')
    expect(after).toContain('rule:checklists/vendor-not-asked')
    expect(await owner.ask(routes.makeVendorSheets, { params, body: {} })).toEqual({ made: 0 })
  })

  test('the strip leads to the next empty item after the one that this person answered last', async () => {
    const { params, home, setFacility } = await clinic()
    await setFacility({ kind: 'clinic', extra: { tenQuestions: 'end=done' } })
    const view = await owner.ask(routes.checklist, { params })
    const [, second, third] = view.items
    const answer = second?.answers[0]
    const change = {
      kind: 'set',
      slice: 'answers',
      id: answer?.record.id ?? '',
      fields: { answer: 'no', checkedOn: '2026-11-20' },
    } as never
    await owner.ask(routes.change, { params, body: { changes: [{ change, expected: answer?.version ?? 0 }] } })
    expect((await home()).resume).toMatchObject({ target: { screen: 'item', id: third?.item } })
    const colleague = await server.person({ role: 'editor' })
    expect((await colleague.ask(routes.home, { params })).resume).toBeUndefined()
  })

  test('one’s own facility is removed only after its name was typed', async () => {
    const { params } = await clinic()
    expect(await owner.call(routes.removeFacility, { params, query: { name: 'べつの診療所' } })).toMatchObject({
      kind: 'error',
      error: { code: 'facility/name-missing' },
    })
    await owner.ask(routes.removeFacility, { params, query: { name: 'みまもり診療所' } })
    expect(await owner.status(routes.home, { params })).toBe(404)
  })
})

test('at the end of the day it is told what the person has done today, and which days come next', async () => {
  const { params, change } = await clinic()
  const { items } = await owner.ask(routes.checklist, { params })
  const [first, second] = items.map((item) => item.answers[0])
  const set = (answer: typeof first, fields: object) => ({
    change: { kind: 'set', slice: 'answers', id: answer?.record.id, fields },
    expected: answer?.version,
  })
  await change(set(first, { answer: 'no', checkedOn: '2026-11-20', targetOn: '2027-01-29' }))
  await change(set(second, { pending: 'later', pendingOn: '2026-11-20' }))
  const end = await owner.ask(routes.dayEnd, { params })
  expect(end.done.map(({ ja }) => ja)).toEqual(['チェックリストに1項目答えました。', '1項目を、聞くこと・あとで答えることにしました。'])
  expect(end.next).toMatchObject([{ on: '2027-01-29' }])
  const colleague = await server.person({ role: 'editor' })
  expect((await colleague.ask(routes.dayEnd, { params })).done).toEqual([])
})

test('the ten questions come with their choices in both languages', async () => {
  const questions = await owner.ask(routes.tenQuestions)
  expect(questions.map((question) => question.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(questions[0]?.choices.map((choice) => choice.value)).toContain('clinic')
})

test('who is waited for is told apart from who has to be asked again today', async () => {
  const { params, home, setFacility, change } = await clinic()
  await setFacility({ kind: 'clinic', usesSystems: 'yes', extra: { tenQuestions: 'end=done' } })
  await change(add('vendors', { id: 'v:1', name: '例システム株式会社' }), add('systems', { id: 's:1', name: '電子カルテ', vendor: 'v:1' }))
  await owner.ask(routes.makeVendorSheets, { params, body: {} })
  const sentOn = async (on: string) => {
    const line = (await owner.ask(routes.vendors, { params })).sheets[0]
    await change({ change: { kind: 'set', slice: 'sheets', id: line?.sheet ?? '', fields: { sentOn: on } }, expected: line?.version })
  }
  const { today } = await home()
  await sentOn(today)
  expect((await home()).waiting).toMatchObject([{ vendor: 'v:1', days: 0 }])
  expect((await home()).waiting[0]).not.toHaveProperty('due')
  await sentOn('2026-04-01')
  expect((await home()).waiting).toMatchObject([{ vendor: 'v:1', due: true }])
})
