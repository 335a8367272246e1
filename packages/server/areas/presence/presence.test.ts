import { routes } from '@mimamori/contract'
import { type Acting, givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const colleague = await server.person({ role: 'editor', name: '事務 次郎' })
const reader = await server.person({ role: 'reader', name: '閲覧 三郎' })
const { facility } = await owner.ask(routes.createFacility, { body: { name: 'みまもり診療所' } })

const beat = (acting: Acting, place: string, tab = 'one') => acting.ask(routes.beat, { params: { facility }, body: { tab, place } })

describe('whoever has the same page open', () => {
  test('is named to the others, by the name of the person and once for all their windows', async () => {
    await beat(colleague, '/checklist', 'one')
    await beat(colleague, '/checklist', 'two')
    await beat(reader, '/checklist')
    expect((await beat(owner, '/checklist')).others).toEqual([{ name: '事務 次郎' }, { name: '閲覧 三郎' }])
    expect((await beat(owner, '/vendors')).others).toEqual([])
  })

  test('goes with the page that they turn to, and is gone a minute after they were last heard of', async () => {
    await beat(colleague, '/papers')
    expect((await beat(owner, '/papers')).others).toEqual([{ name: '事務 次郎' }])
    await beat(colleague, '/people')
    expect((await beat(owner, '/papers')).others).toEqual([])
    expect((await beat(owner, '/people')).others).toEqual([{ name: '事務 次郎' }])
    server.clock.moveMinutes(2)
    expect((await beat(owner, '/people')).others).toEqual([])
    const { rows } = await server.database.admin.query('select count(*)::int as n from presence')
    expect(rows).toEqual([{ n: 1 }])
  })

  test('is never oneself, however many windows one has', async () => {
    for (let tab = 1; tab <= 20; tab++) await beat(owner, '/joined', `tab-${tab}`)
    expect((await beat(owner, '/joined', 'tab-21')).others).toEqual([])
  })

  test('is told to many at once', async () => {
    const all = await Promise.all([owner, colleague, reader, owner, colleague, reader].map((one, at) => beat(one, '/findings', `t${at}`)))
    expect(all).toHaveLength(6)
    expect((await beat(reader, '/findings', 'last')).others.map(({ name }) => name)).toContain('事務 次郎')
  })
})

test('a beat tells the revision, and leaves neither a change nor a line in the trail', async () => {
  const before = await server.database.admin.query('select count(*)::int as n from audit')
  const { revision } = await beat(owner, '/today')
  expect(revision).toBe((await owner.ask(routes.facts, { params: { facility } })).revision)
  expect((await server.database.admin.query('select count(*)::int as n from audit')).rows).toEqual(before.rows)
})

describe('nobody of another organisation', () => {
  test('learns who works on a facility, or that it is there', async () => {
    await beat(colleague, '/checklist')
    const stranger = await server.stranger()
    expect(await stranger.call(routes.beat, { params: { facility }, body: { tab: 'x', place: '/checklist' } })).toMatchObject({
      kind: 'error',
      status: 404,
      error: { code: 'facility/not-found' },
    })
    const own = await stranger.ask(routes.createFacility, { body: { name: 'となりの診療所' } })
    const heard = await stranger.ask(routes.beat, { params: { facility: own.facility }, body: { tab: 'x', place: '/checklist' } })
    expect(heard.others).toEqual([])
  })

  test('may ask at all where it is a vendor', async () => {
    const vendor = await server.stranger({ kind: 'vendor' })
    expect(await vendor.call(routes.beat, { params: { facility }, body: { tab: 'x', place: '/checklist' } })).toMatchObject({ status: 403 })
  })

  test('is let into the table by the database itself', async () => {
    const { rows } = await server.database.admin.query(
      `select relrowsecurity, relforcerowsecurity, relpersistence from pg_class where relname = 'presence'`,
    )
    expect(rows).toEqual([{ relrowsecurity: true, relforcerowsecurity: true, relpersistence: 'u' }])
  })
})
