import { randomBytes } from 'node:crypto'
import { codeOf, enterAs as enter, givenAuth, knownPassword as password } from '@mimamori/testing'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeAuth } from './index.ts'

const pepper = randomBytes(32)
const { database, clock, auth } = await givenAuth({ pepper })
const wrong = 'auth/wrong-login-or-password'
const closed = 'auth/too-many-tries'

async function guess(count: number, login: string, more: { from?: string; device?: string } = {}): Promise<string[]> {
  const seen: string[] = []
  for (let i = 0; i < count; i += 1) seen.push(await codeOf(auth.signIn({ login, password: `guess ${i}`, ...more })))
  return seen
}

const outside = (n: number) => `198.51.100.${n}`

beforeEach(async () => {
  clock.moveMinutes(3 * 60)
  await database.admin.query('delete from sign_in_failure')
})

describe('guessing', () => {
  test('is stopped after five tries, even for the right password', async () => {
    expect(await guess(6, 'soumu')).toEqual([...Array<string>(5).fill(wrong), closed])
    await expect(auth.signIn({ login: 'soumu', password })).rejects.toMatchObject({ code: closed, waitSeconds: 30 })
  })

  test('is known to a second process and after a restart', async () => {
    await guess(6, 'soumu')
    const another = makeAuth({ pool: database.pool, clock, pepper, idleMinutes: 30, sessionHours: 12 })
    expect(await codeOf(another.signIn({ login: 'soumu', password }))).toBe(closed)
  })

  test('waits longer each time, and the right password wipes the slate', async () => {
    await guess(6, 'soumu')
    clock.moveMinutes(1)
    expect(await guess(2, 'soumu')).toEqual([wrong, closed])
    clock.moveMinutes(0.6)
    expect(await codeOf(auth.signIn({ login: 'soumu', password }))).toBe(closed)
    clock.moveMinutes(1)
    await enter(auth)
    expect(await guess(1, 'soumu')).toEqual([wrong])
  })

  test('counts one by one when many come at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) => codeOf(auth.signIn({ login: 'parallel', password: `guess ${i}` }))),
    )
    expect(results.filter((code) => code === wrong)).toHaveLength(5)
  })

  test('across many logins is stopped by its address', async () => {
    const seen: string[] = []
    for (let i = 0; i < 31; i += 1) seen.push(...(await guess(1, `login${i}`, { from: outside(7) })))
    expect(seen.filter((code) => code === closed)).toHaveLength(1)
    expect(await guess(1, 'another', { from: outside(8) })).toEqual([wrong])
  })

  test('from many addresses against one login slows down', async () => {
    const seen: string[] = []
    for (let i = 0; i < 60; i += 1) seen.push(...(await guess(1, 'soumu', { from: outside(i) })))
    expect(seen.filter((code) => code === wrong)).toHaveLength(20)
  })
})

describe('nobody is locked out by others', () => {
  test('a person at a PC where they have signed in before is not hindered by any number of guesses from elsewhere', async () => {
    const { device } = await enter(auth, 'soumu', { from: outside(200) })
    for (let i = 0; i < 60; i += 1) await guess(1, 'soumu', { from: outside(i) })
    await expect(enter(auth, 'soumu', { from: outside(200), device: device ?? '' })).resolves.toBeDefined()
  })

  test('not even when the guesses come from the same address', async () => {
    const { device } = await enter(auth, 'soumu', { from: outside(201) })
    await guess(40, 'soumu', { from: outside(201) })
    await expect(enter(auth, 'soumu', { from: outside(201), device: device ?? '' })).resolves.toBeDefined()
  })

  test('a whole hospital behind one address is not hindered by one who types wrongly', async () => {
    await guess(50, 'kangoshi', { from: outside(202) })
    await expect(enter(auth, 'soumu', { from: outside(202) })).resolves.toBeDefined()
  })

  test('a PC that another person uses is not a known one for this login', async () => {
    const { device } = await enter(auth, 'soumu')
    const seen = await guess(30, 'somebody-else', { device: device ?? '' })
    expect(seen.filter((code) => code === wrong)).toHaveLength(5)
  })

  test('a known PC is slowed down by itself, or a thief of it could guess for ever', async () => {
    const { device } = await enter(auth, 'soumu')
    expect(await guess(6, 'soumu', { device: device ?? '' })).toEqual([...Array<string>(5).fill(wrong), closed])
  })

  test('a made-up device is worth nothing', async () => {
    const seen: string[] = []
    for (let i = 0; i < 8; i += 1) seen.push(...(await guess(1, 'soumu', { device: randomBytes(32).toString('base64url') })))
    expect(seen.filter((code) => code === wrong)).toHaveLength(5)
  })

  test('the wait tells nothing about whether a login exists', async () => {
    const known = await guess(8, 'soumu', { from: outside(3) })
    const unknown = await guess(8, 'no-such-login', { from: outside(4) })
    expect(unknown).toEqual(known)
  })
})
