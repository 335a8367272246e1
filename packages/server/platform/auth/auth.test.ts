import { randomBytes } from 'node:crypto'
import { throwAwayDatabase } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'
import { settableClock } from '../clock/clock.ts'
import { makeAuth, type SignedIn } from './index.ts'

const database = await throwAwayDatabase()
const clock = settableClock('2026-04-01T00:00:00Z')
const settings = { pool: database.pool, clock, pepper: randomBytes(32), idleMinutes: 30, sessionHours: 12 }
const auth = makeAuth(settings)
const password = 'tsukue-kumo-banana'
const owner = { login: 'Ｓｏｕｍｕ', name: '総務 花子', password, organisation: { kind: 'facility', name: 'みまもり市立病院' } }

async function signIn(more: { password?: string; login?: string; from?: string; previousToken?: string } = {}): Promise<SignedIn> {
  const outcome = await auth.signIn({ login: 'soumu', password, ...more })
  if (outcome.kind !== 'in') throw new Error('a second factor was asked for')
  return outcome
}

async function offer(): Promise<string> {
  return (await auth.offerSetupLink())?.token ?? ''
}

describe('the set-up link', () => {
  test('expires after a day', async () => {
    const token = await offer()
    clock.moveMinutes(24 * 60 + 1)
    await expect(auth.claimSetupLink({ ...owner, token })).rejects.toMatchObject({ code: 'auth/setup-link-not-open' })
  })

  test('stops working when a newer one is made', async () => {
    const first = await offer()
    const second = await offer()
    expect([await auth.isSetupLinkOpen(first), await auth.isSetupLinkOpen(second)]).toEqual([false, true])
  })

  test('is not used up by a password that is refused', async () => {
    const token = await offer()
    await expect(auth.claimSetupLink({ ...owner, token, password: 'mimamori' })).rejects.toMatchObject({ code: 'auth/password-obvious' })
    expect(await auth.isSetupLinkOpen(token)).toBe(true)
  })

  test('works once, even for two who come at the same time', async () => {
    const token = await offer()
    const results = await Promise.allSettled([auth.claimSetupLink({ ...owner, token }), auth.claimSetupLink({ ...owner, token })])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(auth.claimSetupLink({ ...owner, token })).rejects.toMatchObject({ code: 'auth/setup-link-not-open' })
  })

  test('is not offered again once there is an owner', async () => {
    expect(await auth.offerSetupLink()).toBeUndefined()
    expect(await auth.hasOwner()).toBe(true)
  })

  test('lies in the database as a hash alone', async () => {
    const { rows } = await database.admin.query('select * from setup_link')
    expect(JSON.stringify(rows)).not.toContain(password)
    expect(rows.every((row) => row.token_hash.length === 32)).toBe(true)
  })
})

describe('signing in', () => {
  test('gives a session with organisation and roles', async () => {
    const session = await auth.findSession((await signIn()).token)
    expect(session).toMatchObject({ personName: '総務 花子', roles: ['owner'], organisation: { id: expect.any(String), kind: 'facility' } })
  })

  test('does not mind full-width letters in login and password', async () => {
    await expect(signIn({ login: ' ＳＯＵＭＵ ', password: 'ｔｓｕｋｕｅ－ｋｕｍｏ－ｂａｎａｎａ' })).resolves.toBeDefined()
  })

  test('answers a wrong password and an unknown login alike', async () => {
    const wrong = await signIn({ password: 'wrong' }).catch((error: unknown) => error)
    const unknown = await signIn({ login: 'nobody' }).catch((error: unknown) => error)
    expect(wrong).toMatchObject({ code: 'auth/wrong-login-or-password' })
    expect(String(unknown)).toBe(String(wrong))
  })

  test('ends the session that the browser had before, and gives another token', async () => {
    const first = await signIn()
    const second = await signIn({ previousToken: first.token })
    expect(second.token).not.toBe(first.token)
    expect(await auth.findSession(first.token)).toBeUndefined()
  })

  test('of a disabled person is refused like a wrong password, and the session ends', async () => {
    const { token } = await signIn()
    await database.admin.query('update person set disabled_at = now()')
    await expect(signIn()).rejects.toMatchObject({ code: 'auth/wrong-login-or-password' })
    expect(await auth.findSession(token)).toBeUndefined()
    await database.admin.query('update person set disabled_at = null')
  })

  test('stores neither password nor token', async () => {
    const { token } = await signIn()
    const tables = ['person', 'session', 'audit', 'sign_in_failure']
    const all = await Promise.all(tables.map((table) => database.admin.query(`select * from ${table}`)))
    const text = JSON.stringify(all.map((result) => result.rows))
    expect(text).toContain('argon2id$v=19$m=19456,t=2,p=1')
    for (const secret of [password, token, Buffer.from(token, 'base64url').toString('hex')]) expect(text).not.toContain(secret)
  })

  test('leaves its traces in the trail', async () => {
    const { rows } = await database.admin.query('select distinct action from audit order by 1')
    expect(rows.map((row) => row.action)).toEqual(['auth/set-up', 'auth/sign-in', 'auth/sign-in-failed'])
  })
})

describe('a session', () => {
  test('ends after half an hour without use, and lives on with use', async () => {
    const { token } = await signIn()
    clock.moveMinutes(29)
    expect(await auth.findSession(token)).toBeDefined()
    clock.moveMinutes(29)
    expect(await auth.findSession(token)).toBeDefined()
    clock.moveMinutes(31)
    expect(await auth.findSession(token)).toBeUndefined()
  })

  test('ends after twelve hours, used or not', async () => {
    const { token } = await signIn()
    for (let quarter = 0; quarter < 47; quarter += 1) {
      clock.moveMinutes(15)
      expect(await auth.findSession(token)).toBeDefined()
    }
    clock.moveMinutes(16)
    expect(await auth.findSession(token)).toBeUndefined()
  })

  test('ends by signing out', async () => {
    const { token } = await signIn()
    await auth.signOut(token)
    expect(await auth.findSession(token)).toBeUndefined()
  })

  test('does not come from a made-up token', async () => {
    expect(await auth.findSession('x'.repeat(43))).toBeUndefined()
    expect(await auth.findSession(`' or 1=1 --`)).toBeUndefined()
  })

  test('loses its organisation when the membership ends', async () => {
    const { token, person } = await signIn()
    const { rows } = await database.admin.query('delete from membership where person_id = $1 returning *', [person])
    expect(await auth.findSession(token)).toMatchObject({ organisation: undefined, roles: [] })
    await database.admin.query('insert into membership (organisation_id, person_id, role) values ($1, $2, $3)', [
      rows[0].organisation_id,
      person,
      'owner',
    ])
  })

  test('cannot be moved to an organisation that the person does not belong to', async () => {
    const session = await auth.findSession((await signIn()).token)
    const { rows } = await database.admin.query(`insert into organisation (kind, name) values ('vendor', '他社') returning id`)
    if (!session) throw new Error('no session')
    await expect(auth.chooseOrganisation(session, rows[0].id)).rejects.toMatchObject({ code: 'auth/not-a-member' })
  })

  test('of other browsers ends when the password is changed', async () => {
    const [other, own] = [await signIn(), await signIn()]
    const session = await auth.findSession(own.token)
    if (!session) throw new Error('no session')
    await expect(auth.changePassword(session, { old: 'wrong', next: 'x' })).rejects.toMatchObject({ code: 'auth/wrong-password' })
    await auth.changePassword(session, { old: password, next: 'ひだまりの机と青い傘' })
    expect(await auth.findSession(other.token)).toBeUndefined()
    expect(await auth.findSession(own.token)).toBeDefined()
    await auth.changePassword(session, { old: 'ひだまりの机と青い傘', next: password })
  })

  test('that is over is forgotten', async () => {
    clock.moveMinutes(24 * 60)
    await auth.forgetExpired()
    const { rows } = await database.admin.query('select count(*) as n from session')
    expect(rows[0].n).toBe(0)
  })
})
