import { type Route, routes } from '@mimamori/contract'
import { givenServer, knownPassword as password } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const owner = { login: 'soumu', password }
const all: readonly Route[] = Object.values(routes)

type Cookies = Readonly<Record<string, string>>

function cookiesOf(response: Response, before: Cookies = {}): Cookies {
  const set = response.headers.getSetCookie().map((line) => (line.split(';')[0] ?? '').split('='))
  const now = { ...before, ...Object.fromEntries(set.map(([name = '', value = '']) => [name, value])) }
  return Object.fromEntries(Object.entries(now).filter(([, value]) => value !== ''))
}

async function signIn(cookies: Cookies = {}, body: unknown = owner): Promise<{ next: string; cookies: Cookies }> {
  const response = await server.send(routes.signIn, { body, cookies })
  const { next } = (await response.json()) as { next: string } // as the contract says
  return { next, cookies: cookiesOf(response, cookies) }
}

async function stateOf(cookies: Cookies): Promise<string> {
  const view = (await (await server.send(routes.session, { cookies })).json()) as { state: string } // as the contract says
  return view.state
}

describe('the session of a browser', () => {
  test('is never one that was there before sign-in: a planted token is worth nothing and is replaced', async () => {
    const planted = 'p'.repeat(43)
    const { cookies } = await signIn({ mimamori: planted })
    expect(cookies['mimamori']).not.toBe(planted)
    expect(await stateOf({ mimamori: planted })).toBe('signed-out')
    expect(await stateOf(cookies)).toBe('signed-in')
  })

  test('ends when another begins in the same browser', async () => {
    const first = await signIn()
    const second = await signIn(first.cookies)
    expect(await stateOf(first.cookies)).toBe('signed-out')
    expect(await stateOf(second.cookies)).toBe('signed-in')
  })

  test('gets another token when the person proves again, and the old one is dead', async () => {
    const before = await signIn()
    const response = await server.send(routes.prove, { body: { password }, cookies: before.cookies })
    const after = cookiesOf(response, before.cookies)
    expect(after['mimamori']).not.toBe(before.cookies['mimamori'])
    expect([await stateOf(before.cookies), await stateOf(after)]).toEqual(['signed-out', 'signed-in'])
  })
})

describe('between the password and the second factor', () => {
  test('nothing is open but the second factor, on every route there is', async () => {
    const begun = await signIn()
    const made = await server.send(routes.makeCodes, { body: { kind: 'sheet' }, cookies: begun.cookies })
    const { codes } = (await made.json()) as { codes: string[] } // as the contract says
    const half = await signIn()
    expect(half.next).toBe('factor')
    expect(half.cookies['mimamori']).toBeUndefined()
    const asSession = { ...half.cookies, mimamori: half.cookies['mimamori-half'] ?? '' }
    for (const cookies of [half.cookies, asSession]) {
      for (const route of all.filter((each) => each.permission !== 'public')) {
        const { status } = await server.send(route, { ...(route.method === 'GET' ? {} : { body: {} }), cookies })
        expect([route.id, status]).toEqual([route.id, 401])
      }
    }
    const given = await server.send(routes.giveFactor, { body: { answer: { way: 'sheet', code: codes[0] } }, cookies: half.cookies })
    const inside = cookiesOf(given, half.cookies)
    expect(inside['mimamori-half']).toBeUndefined()
    expect(await stateOf(inside)).toBe('signed-in')
    await server.send(routes.dropFactor, { body: { way: 'sheet' }, cookies: inside })
  })
})

test('an important setting is refused ten minutes after the last proof, and what it says names no inside', async () => {
  const { cookies } = await signIn()
  server.clock.moveMinutes(11)
  const response = await server.send(routes.makeCodes, { body: { kind: 'sheet' }, cookies })
  expect(response.status).toBe(428)
  expect(await response.json()).toMatchObject({ error: { code: 'auth/prove-again' } })
})

test('nobody is told which logins exist, by no way in', async () => {
  const ask = async (route: Route, body: unknown) => {
    const response = await server.send(route, { body })
    return { status: response.status, body: await response.text(), cookies: response.headers.getSetCookie() }
  }
  const known = { login: 'soumu' }
  const unknown = { login: 'no-such-login' }
  const ways: readonly (readonly [Route, object])[] = [
    [routes.signIn, { password: 'wrong-wrong-wrong' }],
    [routes.enterWithNumber, { number: '00000-00000', password: 'ひだまりの机と青い傘' }],
    [routes.enterWithEnvelope, { code: 'X'.repeat(25), name: 'x', password: 'ひだまりの机と青い傘' }],
  ]
  for (const [route, rest] of ways) expect(await ask(route, { ...known, ...rest })).toEqual(await ask(route, { ...unknown, ...rest }))
})
