import { routes } from '@mimamori/contract'
import { givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
const day = 24 * 60

const open = async (rule: string) =>
  (await owner.ask(routes.findings, { params })).findings.find((one) => one.rule === rule && one.state === 'open')

describe('a finding', () => {
  test('knowingly left until a day shows who decided, is no task meanwhile, and is open again the day after', async () => {
    const finding = await open('checklists/evidence-missing')
    const id = finding?.id ?? ''
    await owner.ask(routes.acceptFinding, { params, body: { id, until: '2026-11-25', why: '台帳の更新を待つ', seen: null } })
    const view = await owner.ask(routes.finding, { params, query: { id } })
    expect(view).toMatchObject({ state: 'accepted', accepted: { until: '2026-11-25', by: '見本 花子', why: '台帳の更新を待つ' } })
    expect((await owner.ask(routes.home, { params })).tasks.flatMap((task) => task.findings)).not.toContain(id)
    server.clock.moveMinutes(6 * day)
    expect((await owner.ask(routes.finding, { params, query: { id } })).state).toBe('open')
    server.clock.moveMinutes(-6 * day)
  })

  test.each(['2026-11-20', '2020-01-01', '2030-01-01', 'someday'])('is not left until %s', async (until) => {
    const id = (await open('checklists/differs'))?.id ?? ''
    expect(await owner.call(routes.acceptFinding, { params, body: { id, until, why: 'x', seen: null } })).toMatchObject({
      kind: 'error',
      error: { code: 'finding/until-out-of-range' },
    })
  })

  test('may be left by an owner or a manager alone', async () => {
    const id = (await open('checklists/differs'))?.id ?? ''
    const editor = await server.person({ role: 'editor' })
    expect(await editor.status(routes.acceptFinding, { params, body: { id, until: '2026-12-01', why: 'x', seen: null } })).toBe(403)
  })

  test('that was put right is done, and comes back with its history when it returns', async () => {
    const finding = await open('checklists/unanswered')
    const item = finding?.item ?? ''
    const set = async (fields: object, forget: readonly string[] = []) => {
      const view = await owner.ask(routes.checklist, { params })
      const answer = view.items.find((one) => one.item === item)?.answers[0]
      const change = { kind: 'set', slice: 'answers', id: answer?.record.id ?? '', fields, ...(forget.length > 0 && { forget }) } as never
      await owner.ask(routes.change, { params, body: { changes: [{ change, expected: answer?.version ?? 0 }] } })
    }
    await set({ answer: 'yes', checkedOn: '2026-11-20' })
    const shown = await owner.ask(routes.findings, { params })
    expect(shown.findings.some((one) => one.id === finding?.id)).toBe(false)
    const done = (await owner.ask(routes.findings, { params, query: { state: 'done' } })).findings
    expect(done.find((one) => one.id === finding?.id)).toMatchObject({ state: 'done', title: finding?.title })
    await set({}, ['answer', 'checkedOn'])
    expect(await owner.ask(routes.finding, { params, query: { id: finding?.id ?? '' } })).toMatchObject({
      state: 'open',
      reopened: 1,
      firstSeenOn: finding?.firstSeenOn,
    })
  })

  test('that nobody has is told so', async () => {
    expect(await owner.call(routes.finding, { params, query: { id: 'no/such|x' } })).toMatchObject({
      kind: 'error',
      status: 404,
      error: { code: 'finding/not-found' },
    })
  })
})

test('the table of the list page and the facility in memory never differ', async () => {
  const shown = await owner.ask(routes.findings, { params, query: { state: 'all' } })
  const elsewhere = await server.another(owner).ask(routes.findings, { params, query: { state: 'all' } })
  expect(elsewhere).toEqual(shown)
  const { rows } = await server.database.admin.query(`select id from record where slice = 'register' and facility_id = $1`, [facility])
  const silent = 2 // a vendor's no that the difference tells already
  expect(rows.length).toBe(shown.findings.length + silent)
})

test('no sentence holds a placeholder that was not filled', async () => {
  const shown = await owner.ask(routes.findings, { params, query: { state: 'all' } })
  for (const { id } of shown.findings) {
    const view = await owner.ask(routes.finding, { params, query: { id } })
    expect(JSON.stringify([view.title, view.step, view.reasons, view.measures, view.action])).not.toMatch(/\{\w+\}/)
  }
  const home = await owner.ask(routes.home, { params })
  expect(JSON.stringify(home)).not.toMatch(/\{[a-zA-Z]+\}/)
  const list = await owner.ask(routes.checklist, { params })
  expect(JSON.stringify([list.items.map((item) => [item.title, item.question, item.whereToLook, item.note]), list.title])).not.toMatch(
    /\{\w+\}/,
  )
})

test('the list asked for again is the same, whatever order its states are named in, and after a change it is the new one', async () => {
  const list = (state?: string) => owner.ask(routes.findings, { params, query: { ...(state !== undefined && { state }) } })
  const before = await list()
  expect(await list()).toEqual(before)
  expect(await list('done,open')).toEqual(await list('open,done,open'))
  expect((await list('accepted')).findings.every((line) => line.state === 'accepted')).toBe(true)
  const finding = await open('checklists/differs')
  const body = { id: finding?.id ?? '', until: '2026-12-01', why: '更新を待つ', seen: null } as const
  await owner.ask(routes.acceptFinding, { params, body })
  const after = await list()
  expect(after.revision).toBeGreaterThan(before.revision)
  expect(after.findings.find((line) => line.id === finding?.id)?.state).toBe('accepted')
})
