import { routes } from '@mimamori/contract'
import { givenPassword, givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'
import { verifyAudit } from './platform/audit/index.ts'

const server = await givenServer()
const { owner, clock } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'clinic-1vendor' }, body: {} })
const params = { facility }
const day = 60 * 24

async function add(id: string): Promise<number> {
  const change = { kind: 'add', slice: 'people', record: { id: id as never, name: '見本' } } as const // an id of this slice
  return (await owner.ask(routes.change, { params, body: { changes: [{ change }] } })).revision
}

async function linesOfTrail(): Promise<readonly { seq: number; at: string }[]> {
  const { bytes } = await owner.download(routes.exportAudit, {})
  const lines = bytes.toString('utf8').trim().split('\n')
  expect(await verifyAudit(lines)).toMatchObject({ isIntact: true, isEndProven: true })
  return lines.slice(0, -1).map((line) => JSON.parse(line))
}

test('a clock that jumps ahead and back breaks neither the trail nor the order of changes', async () => {
  const first = await add('p:now')
  clock.moveMinutes(60 * day)
  const ahead = await add('p:ahead')
  await owner.ask(routes.home, { params })
  clock.moveMinutes(-90 * day)
  const back = await add('p:back')
  expect([first, ahead, back].toSorted((a, b) => a - b)).toEqual([first, ahead, back])
  const lines = await linesOfTrail()
  expect(lines.map(({ seq }) => seq)).toEqual([...lines.keys()].map((at) => at + 1))
  expect(lines.some(({ at }, index) => at < (lines[index - 1]?.at ?? ''))).toBe(true)
  const { lines: shown } = await owner.ask(routes.audit, { query: {} })
  expect(shown.map(({ seq }) => seq)).toEqual(shown.map(({ seq }) => seq).toSorted((a, b) => b - a))
  clock.moveMinutes(30 * day)
})

test('a day that comes twice leaves no finding seen last before it was seen first', async () => {
  await owner.ask(routes.home, { params })
  clock.moveMinutes(10 * day)
  await owner.ask(routes.home, { params })
  clock.moveMinutes(-10 * day)
  await owner.ask(routes.home, { params })
  const { rows } = await server.database.admin.query('select count(*)::int as n from finding where last_seen_on < first_seen_on')
  expect(rows).toEqual([{ n: 0 }])
})

test('what was undone after a jump back is what was changed last, not what has the latest date', async () => {
  clock.moveMinutes(5 * day)
  await add('p:later')
  clock.moveMinutes(-20 * day)
  const revision = await add('p:earlier')
  await owner.ask(routes.undo, { params, body: { revision } })
  const { people } = await owner.ask(routes.facts, { params })
  const ids = people.map(({ record }) => record.id as string)
  expect([ids.includes('p:later'), ids.includes('p:earlier')]).toEqual([true, false])
  clock.moveMinutes(15 * day)
})

test('a session that ends by the clock is over, and a jump back does not make it work for a stranger', async () => {
  const person = await server.person({ role: 'reader' })
  expect(await person.status(routes.home, { params })).toBe(200)
  clock.moveMinutes(400 * day)
  expect(await person.status(routes.home, { params })).toBe(401)
  clock.moveMinutes(-400 * day)
  expect(await server.nobody.status(routes.home, { params })).toBe(401)
})

describe('after a jump back', () => {
  const year = 365 * day

  async function signsIn(login: string | undefined): Promise<number> {
    return (await server.send(routes.signIn, { body: { login, password: givenPassword } })).status
  }

  test('whoever signed in or mistyped ahead of time signs in again at once', async () => {
    const [right, wrong] = [await server.person(), await server.person()]
    clock.moveMinutes(year)
    expect(await signsIn(right.who?.login)).toBe(200)
    for (let round = 0; round < 8; round++)
      await server.send(routes.signIn, { body: { login: wrong.who?.login, password: 'kumo-tsukue-banana' } })
    expect(await signsIn(wrong.who?.login)).toBe(429)
    clock.moveMinutes(-year)
    expect([await signsIn(right.who?.login), await signsIn(wrong.who?.login)]).toEqual([200, 200])
  })

  test('a session lives as long as it had left, and not until a date that is still far away', async () => {
    clock.moveMinutes(year)
    const person = await server.person({ role: 'reader' })
    const other = await server.person({ role: 'reader' })
    clock.moveMinutes(-year)
    expect(await person.status(routes.home, { params })).toBe(200)
    const { rows } = await server.database.admin.query<{ ahead: boolean; days: number }>(
      `select last_seen_at > $2 as ahead, round(extract(epoch from expires_at - $2::timestamptz) / 86400)::int as days from session where person_id = $1`,
      [person.who?.person, clock.now()],
    )
    expect(rows).toEqual([{ ahead: false, days: 390 }])
    await server.database.admin.query('select auth_forget_expired($1)', [clock.now()])
    const { rows: unused } = await server.database.admin.query<{ ahead: boolean }>(
      'select last_seen_at > $2 as ahead from session where person_id = $1',
      [other.who?.person, clock.now()],
    )
    expect(unused).toEqual([{ ahead: false }])
  })
})
