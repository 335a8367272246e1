import { codeOf, enterAs as enter, givenAuth, knownPassword as password, sessionOf } from '@mimamori/testing'
import { generateSync } from 'otplib'
import { beforeEach, describe, expect, test } from 'vitest'
import type { FactorAnswer, Session, SignedIn } from './index.ts'

const { database, clock, auth, person, organisation, actions } = await givenAuth()
const origin = 'http://localhost:4646'

async function half(login: string): Promise<{ half: string; origin: string }> {
  const outcome = await auth.signIn({ login, password })
  if (outcome.kind !== 'half') throw new Error('no second factor was asked for')
  return { half: outcome.token, origin }
}

async function through(login: string, answer: FactorAnswer): Promise<string> {
  return codeOf(auth.factors.enter(await half(login), answer))
}

function numberFor(secret: string, laterSeconds = 0): string {
  return generateSync({ secret, epoch: Math.floor(clock.now().getTime() / 1_000) + laterSeconds })
}

async function withAuthenticator(login: string): Promise<{ secret: string; session: Session; signedIn: SignedIn }> {
  const signedIn = await enter(auth, login)
  const session = await sessionOf(auth, signedIn)
  const { secret } = await auth.factors.beginAuthenticator(session)
  await auth.factors.confirmAuthenticator(session, { code: numberFor(secret) })
  clock.moveMinutes(1)
  return { secret, session, signedIn }
}

beforeEach(async () => {
  clock.moveMinutes(2 * 60)
  await database.admin.query('delete from sign_in_failure')
})

describe('an authenticator', () => {
  test('is asked for only once its first number has come back', async () => {
    await person('first-number')
    const session = await sessionOf(auth, await enter(auth, 'first-number'))
    const { secret, address } = await auth.factors.beginAuthenticator(session)
    expect(address).toMatch(/^otpauth:\/\/totp\/Mimamori:first-number\?/)
    expect((await auth.signIn({ login: 'first-number', password })).kind).toBe('in')
    expect(await codeOf(auth.factors.confirmAuthenticator(session, { code: '000000' }))).toBe('auth/wrong-factor')
    await auth.factors.confirmAuthenticator(session, { code: numberFor(secret) })
    expect((await auth.signIn({ login: 'first-number', password })).kind).toBe('half')
  })

  test('lets in with the number of now, of half a minute ago and of half a minute hence, as telephones go', async () => {
    await person('clocks')
    const { secret } = await withAuthenticator('clocks')
    for (const off of [-30, 0, 30]) {
      clock.moveMinutes(3)
      expect(await through('clocks', { way: 'authenticator', code: numberFor(secret, off) })).toBe('in')
    }
    clock.moveMinutes(3)
    expect(await through('clocks', { way: 'authenticator', code: numberFor(secret, -120) })).toBe('auth/wrong-factor')
  })

  test('counts each number once, also for two who come at the same time', async () => {
    await person('once')
    const { secret } = await withAuthenticator('once')
    const answer = { way: 'authenticator', code: numberFor(secret) } as const
    const [one, other] = [await half('once'), await half('once')]
    const both = await Promise.all([codeOf(auth.factors.enter(one, answer)), codeOf(auth.factors.enter(other, answer))])
    expect(both.sort()).toEqual(['auth/wrong-factor', 'in'])
  })
})

describe('a way of proving that is not set up', () => {
  test('is not asked for, confirmed or removed', async () => {
    await person('no-such-way')
    const { session } = await withAuthenticator('no-such-way')
    const none = 'auth/no-such-factor'
    expect(await codeOf(auth.factors.askHalfOpen(await half('no-such-way'), 'sheet'))).toBe(none)
    expect(await codeOf(auth.factors.askProof(session, { origin, way: 'passkey' }))).toBe(none)
    expect(await codeOf(auth.factors.confirmAuthenticator(session, { code: '000000' }))).toBe(none)
    await auth.factors.drop(session, { way: 'authenticator' })
    expect(await codeOf(auth.factors.drop(session, { way: 'authenticator' }))).toBe(none)
  })
})

describe('the half-open door after the password', () => {
  test('is no session', async () => {
    await person('door')
    await withAuthenticator('door')
    const { half: token } = await half('door')
    expect(await auth.findSession(token)).toBeUndefined()
  })

  test('closes after ten minutes and after five wrong answers', async () => {
    await person('closing')
    const { secret } = await withAuthenticator('closing')
    const late = await half('closing')
    clock.moveMinutes(11)
    expect(await codeOf(auth.factors.enter(late, { way: 'authenticator', code: numberFor(secret) }))).toBe('auth/half-open-gone')
    const guessed = await half('closing')
    for (let i = 0; i < 5; i += 1) await codeOf(auth.factors.enter(guessed, { way: 'authenticator', code: '000000' }))
    await database.admin.query('delete from sign_in_failure')
    clock.moveMinutes(4)
    expect(await codeOf(auth.factors.enter(guessed, { way: 'authenticator', code: numberFor(secret) }))).toBe('auth/half-open-gone')
  })

  test('works once', async () => {
    await person('once-only')
    const { secret } = await withAuthenticator('once-only')
    const caller = await half('once-only')
    await auth.factors.enter(caller, { way: 'authenticator', code: numberFor(secret) })
    clock.moveMinutes(1)
    expect(await codeOf(auth.factors.enter(caller, { way: 'authenticator', code: numberFor(secret) }))).toBe('auth/half-open-gone')
  })

  test('is counted over all doors: a new one is no new start for guessing', async () => {
    await person('many-doors')
    await withAuthenticator('many-doors')
    const seen: string[] = []
    for (let i = 0; i < 8; i += 1) seen.push(await through('many-doors', { way: 'authenticator', code: '000000' }))
    expect(seen.filter((code) => code === 'auth/wrong-factor')).toHaveLength(5)
  })
})

describe('the sheet of one-time numbers', () => {
  test('asks for the lines in order, each once, and 40 of them fit on a page', async () => {
    await person('sheet')
    const session = await sessionOf(auth, await enter(auth, 'sheet'))
    const { codes } = await auth.factors.makeCodes(session, { kind: 'sheet' })
    expect(codes).toHaveLength(40)
    const caller = await half('sheet')
    expect(await auth.factors.askHalfOpen(caller, 'sheet')).toEqual({ way: 'sheet', line: 1 })
    expect(await codeOf(auth.factors.enter(caller, { way: 'sheet', code: codes[1] ?? '' }))).toBe('auth/wrong-factor')
    expect(await codeOf(auth.factors.enter(caller, { way: 'sheet', code: codes[0] ?? '' }))).toBe('in')
    expect(await auth.factors.askHalfOpen(await half('sheet'), 'sheet')).toEqual({ way: 'sheet', line: 2 })
    expect(await through('sheet', { way: 'sheet', code: codes[0] ?? '' })).toBe('auth/wrong-factor')
    expect(await through('sheet', { way: 'sheet', code: (codes[1] ?? '').replace(/(...)/, '$1 ') })).toBe('in')
  })

  test('a new sheet makes the old one worthless', async () => {
    await person('new-sheet')
    const session = await sessionOf(auth, await enter(auth, 'new-sheet'))
    const old = await auth.factors.makeCodes(session, { kind: 'sheet' })
    const fresh = await auth.factors.makeCodes(session, { kind: 'sheet' })
    expect(await through('new-sheet', { way: 'sheet', code: old.codes[0] ?? '' })).toBe('auth/wrong-factor')
    expect(await through('new-sheet', { way: 'sheet', code: fresh.codes[0] ?? '' })).toBe('in')
  })

  test('that has been used up does not switch the second factor off', async () => {
    const id = await person('used-up')
    const session = await sessionOf(auth, await enter(auth, 'used-up'))
    await auth.factors.makeCodes(session, { kind: 'sheet' })
    await database.admin.query('update one_time_code set used_at = now() where person_id = $1', [id])
    expect(await auth.factors.askHalfOpen(await half('used-up'), 'sheet')).toEqual({ way: 'sheet', line: undefined })
  })
})

describe('recovery codes', () => {
  test('open nothing by themselves, and stand in for a lost factor once each', async () => {
    await person('codes')
    const { session } = await withAuthenticator('codes')
    const { codes } = await auth.factors.makeCodes(session, { kind: 'recovery' })
    expect(codes).toHaveLength(10)
    expect(codes[0]).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    expect(await through('codes', { way: 'recovery', code: ` ${codes[3]?.toLowerCase()} ` })).toBe('in')
    expect(await through('codes', { way: 'recovery', code: codes[3] ?? '' })).toBe('auth/wrong-factor')
    await auth.factors.drop(session, { way: 'authenticator' })
    expect((await auth.signIn({ login: 'codes', password })).kind).toBe('in')
  })

  test('and numbers of another person do not work', async () => {
    await person('mine')
    await person('yours')
    const mine = await withAuthenticator('mine')
    const yours = await withAuthenticator('yours')
    const { codes } = await auth.factors.makeCodes(yours.session, { kind: 'recovery' })
    await auth.factors.makeCodes(mine.session, { kind: 'recovery' })
    expect(await through('mine', { way: 'recovery', code: codes[0] ?? '' })).toBe('auth/wrong-factor')
  })
})

describe('important settings', () => {
  test('ask again after ten minutes, and the answer gives the session another token', async () => {
    await person('again')
    const signedIn = await enter(auth, 'again')
    clock.moveMinutes(11)
    const session = await sessionOf(auth, signedIn)
    expect(await codeOf(auth.factors.beginAuthenticator(session))).toBe('auth/prove-again')
    expect(await codeOf(auth.factors.prove(session, { origin, password: 'wrong' }))).toBe('auth/wrong-password')
    const renewed = await auth.factors.prove(session, { origin, password })
    expect(await auth.findSession(signedIn.token)).toBeUndefined()
    await auth.factors.beginAuthenticator(await sessionOf(auth, renewed))
  })

  test('ask somebody with a second factor for that one, not for the password', async () => {
    await person('again-factor')
    const { secret, signedIn } = await withAuthenticator('again-factor')
    clock.moveMinutes(11)
    const session = await sessionOf(auth, signedIn)
    expect(await codeOf(auth.factors.prove(session, { origin, password }))).toBe('auth/wrong-factor')
    await auth.factors.prove(session, { origin, factor: { way: 'authenticator', code: numberFor(secret) } })
  })
})

describe('an organisation that demands a second factor', () => {
  test('is closed to whoever has none until one is set up, and no other is', async () => {
    await person('demanded')
    const owner = await sessionOf(auth, await enter(auth))
    const demand = () => auth.recovery.demandFactor(owner, { organisation, isDemanded: true })
    expect(await codeOf(demand())).toBe('auth/own-factor-first')
    await auth.factors.makeCodes(owner, { kind: 'sheet' })
    await demand()
    const signedIn = await enter(auth, 'demanded')
    const session = await sessionOf(auth, signedIn)
    expect(session).toMatchObject({ mustSetUp: true, organisation: undefined, roles: [] })
    await auth.factors.makeCodes(session, { kind: 'sheet' })
    expect(await sessionOf(auth, signedIn)).toMatchObject({ mustSetUp: false, organisation: { id: organisation }, roles: ['editor'] })
    await database.admin.query('update organisation set factor_demanded = false')
  })
})

test('all of it leaves its traces in the trail', async () => {
  const seen = new Set(await actions())
  for (const action of ['auth/factor-added', 'auth/factor-removed', 'auth/proved', 'auth/factor-demanded']) expect(seen).toContain(action)
})
