import { readFile } from 'node:fs/promises'
import { routes } from '@mimamori/contract'
import { date } from '@mimamori/domain'
import { givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const fixture = (name: string) => readFile(new URL(`fixtures/${name}`, import.meta.url))

async function hospital(): Promise<{ facility: string }> {
  const old = (await owner.ask(routes.session)).facilities.find((one) => one.example)
  if (old) await owner.ask(routes.removeFacility, { params: { facility: old.id } })
  return owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
}

const minutesToApril = 60 * 24 * 135

async function inNextYear<T>(work: () => Promise<T>): Promise<T> {
  server.clock.moveMinutes(minutesToApril)
  return work().finally(() => server.clock.moveMinutes(-minutesToApril))
}

describe('the change of year', () => {
  test('is the first task from 1 April, closes last year read-only and proposes its answers without check dates', async () => {
    const params = await hospital()
    const before = await owner.ask(routes.checklist, { params })
    await inNextYear(async () => {
      expect((await owner.ask(routes.home, { params })).tasks[0]).toMatchObject({ id: 'year', title: { ja: '令和9年度を始める' } })
      const started = await owner.ask(routes.startYear, { params, body: { fiscalYear: 2027, edition: 'r7' } })
      expect(started.carried).toBeGreaterThan(5)
      const now = await owner.ask(routes.checklist, { params })
      expect(now.sheet.record).toMatchObject({ fiscalYear: 2027, edition: 'r7' })
      const carried = now.items.filter((item) => item.answers[0]?.record.carriedFrom !== undefined)
      expect(carried).toHaveLength(started.carried)
      expect(carried.every((item) => item.answers[0]?.record.checkedOn === undefined && item.lastYear !== undefined)).toBe(true)
      expect(carried.some((item) => item.state === 'agreed-yes')).toBe(false)

      const last = await owner.ask(routes.checklist, { params, query: { sheet: before.sheet.record.id } })
      expect(last.readOnly).toBe(true)
      const answer = last.items[0]?.answers[0]
      const change = { kind: 'set', slice: 'answers', id: answer?.record.id ?? '', fields: { answer: 'no' } } as const
      const refused = await owner.call(routes.change, { params, body: { changes: [{ change, expected: answer?.version ?? 0 }] } })
      expect(refused).toMatchObject({ kind: 'error', error: { code: 'change/closed-year' } })
      const opened = { kind: 'set', slice: 'sheets', id: before.sheet.record.id, fields: {}, forget: ['closedOn'] } as const
      expect(
        await owner.call(routes.change, { params, body: { changes: [{ change: opened, expected: last.sheet.version }] } }),
      ).toMatchObject({ error: { code: 'change/not-allowed' } })
    })
  })

  test('asks for people and contacts again, and is undone in one step', async () => {
    const params = await hospital()
    const facts = await owner.ask(routes.facts, { params })
    const person = facts.people[0]
    const change = { kind: 'set', slice: 'people', id: person?.record.id ?? '', fields: { extension: '101' } } as const
    await owner.ask(routes.change, { params, body: { changes: [{ change, expected: person?.version ?? 0 }] } })
    await inNextYear(async () => {
      const started = await owner.ask(routes.startYear, { params, body: { fiscalYear: 2027, edition: 'r7' } })
      const { findings } = await owner.ask(routes.findings, { params })
      expect(findings.some((one) => one.rule === 'facilities/contacts-unconfirmed')).toBe(true)
      expect((await owner.ask(routes.undo, { params, body: { revision: started.revision } })).conflicts).toEqual([])
      expect((await owner.ask(routes.checklist, { params })).readOnly).toBe(false)
      expect((await owner.ask(routes.home, { params })).fiscalYear).toBe(2026)
    })
  })

  test.each([
    [2026, 'r7', 'year/already-begun'],
    [2028, 'r7', 'year/too-far'],
    [2027, 'r8', 'edition/without-items'],
    [2027, 'r99', 'edition/unknown'],
  ])('to %s with %s is refused: %s', async (fiscalYear, edition, code) => {
    const params = await hospital()
    // NOTE: whoever has signed in keeps, when the clock is set back, no more time than was left.
    const manager = await server.person({ role: 'manager' })
    await inNextYear(async () => {
      expect(await manager.call(routes.startYear, { params, body: { fiscalYear, edition } })).toMatchObject({
        kind: 'error',
        error: { code },
      })
    })
  })

  test('may be made by an owner or a manager alone', async () => {
    const params = await hospital()
    const editor = await server.person({ role: 'editor' })
    expect(await editor.status(routes.startYear, { params, body: { fiscalYear: 2027, edition: 'r7' } })).toBe(403)
  })
})

describe('an edition from the official Excel', () => {
  test('takes the answers of this year over as proposals, lists what cannot be carried, and closes the old sheet', async () => {
    const params = await hospital()
    const before = await owner.ask(routes.checklist, { params })
    const loaded = await owner.upload(
      routes.loadEdition,
      { params, query: { edition: 'r8', audience: 'facility' } },
      { name: '001716187.xlsx', bytes: await fixture('r8-facility.xlsx') },
    )
    if (loaded.kind === 'error') throw new Error(JSON.stringify(loaded.error))
    expect(loaded.value).toMatchObject({ edition: 'r8', items: 19 })
    const now = await owner.ask(routes.checklist, { params })
    expect(now.edition.id).toBe('r8')
    expect(now.items.filter((item) => item.answers[0]?.record.carriedFrom !== undefined).length).toBeGreaterThan(5)
    expect(now.items.find((item) => item.question.ja.startsWith('アカウントのロック'))?.answers[0]?.record.answer).toBeUndefined()
    expect((await owner.ask(routes.checklist, { params, query: { sheet: before.sheet.record.id } })).readOnly).toBe(true)
    const home = await owner.ask(routes.home, { params })
    expect(home.editionMissing).toBeUndefined()
    expect(home.edition.id).toBe('r8')
    expect(home.vendorFormMissing?.id).toBe('r8')
    expect(home.editions?.map((edition) => edition.id).slice(0, 2)).toEqual(['r8', 'r7'])

    const vendor = await owner.upload(
      routes.loadEdition,
      { params, query: { edition: 'r8', audience: 'vendor' } },
      { name: '001716188.xlsx', bytes: await fixture('r8-vendor.xlsx') },
    )
    expect(vendor).toMatchObject({ kind: 'ok', value: { edition: 'r8' } })
    const both = await owner.ask(routes.checklist, { params })
    expect((await owner.ask(routes.home, { params })).vendorFormMissing).toBeUndefined()
    expect(both.items.some((item) => item.owners.includes('vendor'))).toBe(true)
    expect(both.items).toHaveLength(19)
  })

  test('belongs to the organisation that loaded it: another one still has its own', async () => {
    const stranger = await server.stranger()
    const { facility } = await stranger.ask(routes.createFacility, { body: { name: 'よその診療所' } })
    expect((await stranger.ask(routes.checklist, { params: { facility } })).edition.id).toBe('r7')
    const { facility: own } = await owner.ask(routes.createFacility, { body: { name: 'みまもり診療所' } })
    expect((await owner.ask(routes.checklist, { params: { facility: own } })).edition.id).toBe('r8')
  })

  test.each([
    ['the other form', 'r8', 'vendor', 'r8-facility.xlsx', 'edition/other-form'],
    ['another year', 'r7', 'facility', 'r8-facility.xlsx', 'edition/other-year'],
    ['an unknown edition', 'r99', 'facility', 'r8-facility.xlsx', 'edition/unknown'],
  ] as const)('that is %s is refused by name', async (_what, edition, audience, file, code) => {
    const params = await hospital()
    const result = await owner.upload(
      routes.loadEdition,
      { params, query: { edition, audience } },
      { name: 'a.xlsx', bytes: await fixture(file) },
    )
    expect(result).toMatchObject({ kind: 'error', error: { code } })
  })
})

describe('answers typed in from paper', () => {
  test('mark the sheet for ever', async () => {
    const params = await hospital()
    const sheet = 'sh:2026.r7.rei-gazo.images'
    const view = await owner.ask(routes.checklist, { params, query: { sheet } })
    const fields = { returnedOn: date('2026-11-20'), replyBy: 'paper', answeredBy: '仮里 良子', typedBy: '見本 花子' } as const
    const set = (rest: object) => ({ kind: 'set', slice: 'sheets', id: sheet, ...rest }) as never
    const done = await owner.ask(routes.change, { params, body: { changes: [{ change: set({ fields }), expected: view.sheet.version }] } })
    const expected = done.versions.find((one) => one.id === sheet)?.version ?? 0
    expect((await owner.ask(routes.joined, { params })).columns.find((column) => column.sheet === sheet)?.onPaper).toBe(true)
    expect(
      await owner.call(routes.change, { params, body: { changes: [{ change: set({ fields: {}, forget: ['typedBy'] }), expected }] } }),
    ).toMatchObject({ error: { code: 'change/paper-mark' } })
  })
})
