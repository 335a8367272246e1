import { codeOf, enterAs as enter, givenAuth, sessionOf } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { softPasskey } from './fixtures/soft-passkey.ts'
import type { Session } from './index.ts'

const { clock, auth, person } = await givenAuth()
const origin = 'http://localhost:4646'
const notTaken = 'auth/passkey-not-taken'
const begun = z.object({ challenge: z.string() })

async function someone(login: string): Promise<Session> {
  await person(login)
  return sessionOf(auth, await enter(auth, login))
}

async function begin(session: Session): Promise<string> {
  return begun.parse(await auth.factors.beginPasskey(session, origin)).challenge
}

function confirm(session: Session, response: unknown): Promise<string> {
  return codeOf(auth.factors.confirmPasskey(session, { response, name: '事務室のPC', origin }))
}

async function namesOf(session: Session): Promise<readonly string[]> {
  return (await auth.factors.list(session)).passkeys.map(({ name }) => name)
}

describe('a passkey', () => {
  test('is kept once the browser has answered, and answers once for each beginning', async () => {
    const session = await someone('passkey')
    const challenge = await begin(session)
    const response = softPasskey().register({ challenge, origin })
    expect(await confirm(session, response)).toBe('in')
    expect(await namesOf(session)).toEqual(['事務室のPC'])
    expect(await confirm(session, softPasskey().register({ challenge, origin }))).toBe(notTaken)
    expect(await namesOf(session)).toHaveLength(1)
  })

  test('is not taken without a beginning, or five minutes after it', async () => {
    const session = await someone('not-begun')
    expect(await confirm(session, softPasskey().register({ challenge: 'AAAA', origin }))).toBe(notTaken)
    const challenge = await begin(session)
    clock.moveMinutes(6)
    expect(await confirm(session, softPasskey().register({ challenge, origin }))).toBe(notTaken)
    expect(await namesOf(session)).toEqual([])
  })

  test('made for another page or another beginning is not taken, and neither is what is none', async () => {
    const session = await someone('tampered')
    const passkey = softPasskey()
    const elsewhere = passkey.register({ challenge: await begin(session), origin: 'http://evil.example:4646' })
    expect(await confirm(session, elsewhere)).toBe(notTaken)
    const earlier = passkey.register({ challenge: await begin(session), origin })
    await begin(session)
    expect(await confirm(session, earlier)).toBe(notTaken)
    for (const rubbish of [undefined, null, 'x', {}, { id: 'x', rawId: 'x', type: 'public-key', response: {} }]) {
      await begin(session)
      expect(await confirm(session, rubbish)).toBe(notTaken)
    }
    expect(await namesOf(session)).toEqual([])
  })

  test('that somebody has registered is not taken for another person', async () => {
    const [mine, yours] = [await someone('passkey-mine'), await someone('passkey-yours')]
    const passkey = softPasskey()
    expect(await confirm(mine, passkey.register({ challenge: await begin(mine), origin }))).toBe('in')
    expect(await confirm(yours, passkey.register({ challenge: await begin(yours), origin }))).toBe(notTaken)
    expect(await namesOf(yours)).toEqual([])
  })
})
