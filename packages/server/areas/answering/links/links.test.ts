import { type CallResult, routes } from '@mimamori/contract'
import { type Acting, allYes, givenServer } from '@mimamori/testing'
import { beforeEach, describe, expect, test } from 'vitest'

const server = await givenServer()
const { facility } = await server.owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const { sheets } = await server.owner.ask(routes.vendors, { params: { facility } })
const silent = sheets.find((line) => line.state === 'waiting')
const sheet = silent?.sheet ?? ''
const at = { place: 'link' as const, sheet: '-' }
const answeredBy = { name: '仮里 良子' }
const sampleDay = '2026-11-20T03:00:00Z'

beforeEach(() => server.clock.set(sampleDay))

async function newLink(of = sheet): Promise<{ token: string; code: string }> {
  const { path, code } = await server.owner.ask(routes.makeAnswerLink, { params: { facility, sheet: of }, body: { what: 'link' } })
  return { token: path?.split('#')[1] ?? '', code }
}

async function newNumber(): Promise<string> {
  return (await server.owner.ask(routes.makeAnswerLink, { params: { facility, sheet }, body: { what: 'number' } })).code
}

async function enter(link: { token: string; code: string }): Promise<string> {
  return codeOf(await server.nobody.call(routes.enterAnswerLink, { body: link }))
}

function codeOf(result: CallResult<unknown>): string {
  return result.kind === 'ok' ? 'ok' : result.error.code
}

async function wrong(token: string): Promise<string> {
  const result = await server.nobody.call(routes.enterAnswerLink, { body: { token, code: 'WWWW-WWWW' } })
  return result.kind === 'error' ? `${result.error.message.ja}${result.error.action.ja}` : ''
}

async function sessionOf(guest: Acting): Promise<number> {
  return guest.status(routes.sheetToAnswer, { params: at })
}

test('a link says who asks for what, and neither telephone numbers nor items', async () => {
  const { token } = await newLink()
  const look = await server.nobody.ask(routes.lookAtAnswerLink, { body: { token } })
  expect(look).toEqual({
    facility: 'みまもり市立病院',
    vendorName: silent?.vendorName,
    system: silent?.systemName,
    edition: expect.any(Object),
    fiscalYearName: { ja: '令和8年度', en: expect.any(String) },
    dueOn: expect.any(String),
    state: 'open',
  })
})

test('a sheet is answered by link and number and handed in with a receipt', async () => {
  const guest = await server.guest(await newLink())
  const view = await guest.ask(routes.sheetToAnswer, { params: at })
  expect([view.byLink, view.sheet, view.items.length]).toEqual([true, sheet, 13])
  const { draft } = await guest.ask(routes.saveSheetDraft, { params: at, body: { version: 0, answers: allYes(view), answeredBy } })
  const { receipt } = await guest.ask(routes.submitSheet, { params: at, body: { version: draft.version } })
  expect(receipt).toMatchObject({ answeredBy, facility: 'みまもり市立病院' })
  const line = (await server.owner.ask(routes.vendors, { params: { facility } })).sheets.find((one) => one.sheet === sheet)
  expect(line).toMatchObject({ state: 'returned' })
  expect(line?.requests.at(-1)).toMatchObject({ kind: 'reply', way: 'screen', person: '仮里 良子' })
})

describe('a number', () => {
  test('that is wrong says how many tries are left, and the fifth closes it', async () => {
    const link = await newLink()
    expect(await wrong(link.token)).toBe('番号が違います。0とO、1とIは使っていません。あと4回入力できます。')
    for (const left of [3, 2, 1]) expect(await wrong(link.token)).toContain(`あと${left}回`)
    expect(await wrong(link.token)).toContain('使えなくなりました')
    expect(await enter(link)).toBe('answer/code-locked')
  })

  test('may be typed in small letters, full width and without the dash', async () => {
    const { token, code } = await newLink()
    const typed = code
      .toLowerCase()
      .replace('-', '')
      .replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    expect(await enter({ token, code: typed })).toBe('ok')
  })

  test('works once: a link that was forwarded opens nothing more', async () => {
    const link = await newLink()
    const guest = await server.guest(link)
    expect(await enter(link)).toBe('answer/code-used')
    expect((await server.nobody.ask(routes.lookAtAnswerLink, { body: { token: link.token } })).state).toBe('used')
    expect(await sessionOf(guest)).toBe(200)
  })

  test('that is too old is refused, and a new one opens the same draft', async () => {
    const link = await newLink()
    const first = await server.guest(link)
    const { draft, items } = await first.ask(routes.sheetToAnswer, { params: at })
    const answers = { [items[0]?.item ?? '']: { answer: 'no' as const, note: '途中' } }
    const { version } =
      draft.state === 'submitted'
        ? await first.ask(routes.moveSheetDraft, { params: at, body: { version: draft.version, to: 'writing' } })
        : draft
    await first.ask(routes.saveSheetDraft, { params: at, body: { version, answers } })
    server.clock.moveMinutes(60 * 24 * 15)
    expect(await sessionOf(first)).toBe(401)
    expect(await enter({ token: link.token, code: await newNumber() })).toBe('ok')
    server.clock.moveMinutes(60 * 24 * 15)
    expect(await enter(link)).toBe('answer/code-expired')
    const again = await server.guest(await newLink())
    expect((await again.ask(routes.sheetToAnswer, { params: at })).draft.answers).toMatchObject(answers)
  })

  test('that is new ends what was opened with the old one', async () => {
    const link = await newLink()
    const guest = await server.guest(link)
    const code = await newNumber()
    expect(await sessionOf(guest)).toBe(401)
    expect(await guest.call(routes.sheetToAnswer, { params: at })).toMatchObject({ error: { code: 'answer/session-ended' } })
    expect(await enter(link)).toBe('answer/wrong-code')
    expect(await enter({ token: link.token, code })).toBe('ok')
  })
})

test('a link that was withdrawn, replaced or guessed opens nothing and says nothing', async () => {
  const old = await newLink()
  const guest = await server.guest(old)
  const now = await newLink()
  await server.owner.ask(routes.withdrawAnswerLink, { params: { facility, sheet } })
  expect(await sessionOf(guest)).toBe(401)
  const tokens = [old.token, now.token, 'A'.repeat(43), '', '../..']
  const said = await Promise.all(tokens.map((token) => server.nobody.call(routes.lookAtAnswerLink, { body: { token } })))
  expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(said[0]).toMatchObject({ kind: 'error', status: 404, error: { code: 'answer/no-such-link' } })
  await server.database.admin.query('delete from sign_in_failure')
})

test('whoever came by a link sees that sheet alone, and no route of an account', async () => {
  const guest = await server.guest(await newLink())
  const other = sheets.find((line) => line.vendor !== silent?.vendor)?.sheet ?? ''
  expect(await guest.status(routes.sheetToAnswer, { params: { place: 'link', sheet: other } })).toBe(404)
  expect(await guest.status(routes.checklist, { params: { facility } })).toBe(401)
  expect(await guest.status(routes.vendorClients)).toBe(401)
  expect(await guest.status(routes.sheetToAnswer, { params: { place: '00000000-0000-4000-8000-000000000000', sheet } })).toBe(401)
  expect(await server.nobody.status(routes.sheetToAnswer, { params: at })).toBe(401)
  await guest.ask(routes.leaveAnswerLink, { body: {} })
  expect(await sessionOf(guest)).toBe(401)
})

test('what the same vendor does on its other sheet changes no byte of what a link shows', async () => {
  const [chart, nursing] = sheets.filter((line) => line.vendor === 'v:rei-system')
  const link = await newLink(nursing?.sheet)
  const guest = await server.guest(link)
  const received = async () =>
    JSON.stringify([
      await guest.ask(routes.sheetToAnswer, { params: at }),
      await server.nobody.ask(routes.lookAtAnswerLink, { body: { token: link.token } }),
    ])
  const before = await received()
  const form = await server.owner.ask(routes.checklist, { params: { facility }, query: { sheet: chart?.sheet ?? '' } })
  const changes = form.items.flatMap(({ answers }) =>
    answers.map(({ record, version }) => ({
      change: { kind: 'set' as const, slice: 'answers' as const, id: record.id, fields: { answer: 'no' as const, note: '別の事情' } },
      expected: version,
    })),
  )
  await server.owner.ask(routes.change, { params: { facility }, body: { changes } })
  expect(await received()).toBe(before)
})

test('every try stands in the trail of the facility, without the number', async () => {
  const link = await newLink()
  await wrong(link.token)
  await enter(link)
  const { rows } = await server.database.admin.query(
    `select action, detail from audit where action like 'answer-link/%' order by seq desc limit 3`,
  )
  expect(rows.map((row) => row.action)).toEqual(['answer-link/opened', 'answer-link/wrong', 'answer-link/made'])
  expect(JSON.stringify(rows)).not.toContain(link.code)
})

test('the letter names the number and not the link', async () => {
  const { code } = await newLink()
  const letter = await server.owner.download(routes.answerLetter, { params: { facility, sheet }, body: { way: 'post', code } } as never) // a file route has no typed body
  expect(letter.mediaType).toContain('application/pdf')
  const { rows } = await server.database.admin.query(`select from frozen_paper`)
  expect(rows).toEqual([])
})
