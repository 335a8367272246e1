import { routes } from '@mimamori/contract'
import { entityId, type PersonId } from '@mimamori/domain'
import { type Acting, givenPassword, givenServer } from '@mimamori/testing'
import { beforeAll, describe, expect, test } from 'vitest'

const server = await givenServer()
const { facility } = await server.owner.ask(routes.createFacility, { body: { name: 'みまもり市立病院' } })
const words = { places: '金庫の鍵:総務課の引き出し', calls: '電子カルテが止まったら例システム' }
const inDecember = { movesOn: '2026-12-01', ...words }
const idOf = (acting: Acting) => acting.who?.person ?? ''
const membersNow = async () => (await server.owner.ask(routes.people)).members

async function rolesOf(acting: Acting): Promise<readonly string[] | undefined> {
  return (await membersNow()).find((member) => member.person === idOf(acting))?.roles
}

const mayWork = async (acting: Acting) => (await acting.status(routes.home, { params: { facility } })) === 200

describe('a hand-over to a colleague', async () => {
  const leaving = await server.person({ role: 'manager', name: '前任 一郎' })
  const coming = await server.person({ role: 'reader', name: '後任 次郎' })
  let handOver = ''

  beforeAll(async () => {
    const body = { predecessor: idOf(leaving), successor: { person: idOf(coming) }, ...inDecember }
    handOver = (await server.owner.ask(routes.beginHandOver, { body })).handOver
  })

  test('until the day both work', async () => {
    expect(await rolesOf(coming)).toEqual(['manager', 'reader'])
    expect(await rolesOf(leaving)).toEqual(['manager'])
    server.clock.set('2026-11-30T14:59:59Z')
    expect([await mayWork(leaving), await mayWork(coming)]).toEqual([true, true])
    const { handOvers } = await server.owner.ask(routes.handOvers)
    expect(handOvers[0]).toMatchObject({ id: handOver, state: 'begun', movesOn: '2026-12-01', begunBy: '見本 花子', ...words })
  })

  test('on the day, at midnight in Japan, the rights of the predecessor are over and nothing has to run for it', async () => {
    server.clock.set('2026-11-30T15:00:00Z')
    expect([await mayWork(leaving), await mayWork(coming)]).toEqual([false, true])
    expect(await rolesOf(leaving)).toBeUndefined()
    expect((await leaving.ask(routes.session)).organisations).toEqual([])
    const { handOvers } = await server.owner.ask(routes.handOvers)
    expect(handOvers[0]?.state).toBe('moved')
  })

  test('is over then: it cannot be stopped, and whoever comes back comes back by the list of people', async () => {
    const stopped = await server.owner.call(routes.withdrawHandOver, { params: { handOver } })
    expect(stopped).toMatchObject({ kind: 'error', error: { code: 'hand-over/over' } })
    const changed = await server.owner.call(routes.changeMember, {
      params: { person: idOf(leaving) },
      body: { roles: ['reader'], seen: [] },
    })
    expect(changed).toMatchObject({ kind: 'error', error: { code: 'people/no-such-person' } })
    const { code } = await server.owner.ask(routes.inviteMember, { body: { name: '前任 一郎', role: 'manager', way: 'phone' } })
    await leaving.ask(routes.acceptInvitation, { body: { secret: code } })
    await leaving.ask(routes.chooseOrganisation, { body: { organisation: server.owner.who?.organisation ?? '' } })
    expect(await mayWork(leaving)).toBe(true)
  })

  test('stands in the audit trail', async () => {
    const { rows } = await server.database.admin.query(`select action, subject from audit where action like 'hand-over/%'`)
    expect(rows).toEqual([{ action: 'hand-over/begun', subject: handOver }])
  })
})

describe('a hand-over to somebody who is invited', () => {
  const account = { login: 'shinnin', password: givenPassword, name: '新任 三郎' }

  test('ends the rights of the predecessor only when the successor has come, even where the day has passed', async () => {
    const leaving = await server.person({ role: 'editor', name: '前任 五郎' })
    const body = {
      predecessor: idOf(leaving),
      successor: { name: '新任 三郎', way: 'card' as const },
      ...inDecember,
      movesOn: '2026-12-05',
    }
    const { invitation } = await server.owner.ask(routes.beginHandOver, { body })
    server.clock.set('2026-12-10T00:00:00Z')
    expect(await mayWork(leaving)).toBe(true)
    await server.nobody.ask(routes.acceptInvitation, { body: { secret: invitation?.code ?? '', account } })
    expect(await mayWork(leaving)).toBe(false)
    expect((await membersNow()).find((member) => member.login === 'shinnin')?.roles).toEqual(['editor'])
  })

  test('is not accepted by the predecessor', async () => {
    const leaving = await server.person({ role: 'editor', name: '前任 六郎' })
    const body = { predecessor: idOf(leaving), successor: { name: '誰か', way: 'card' as const }, ...inDecember, movesOn: '2026-12-20' }
    const { invitation } = await server.owner.ask(routes.beginHandOver, { body })
    const own = await leaving.call(routes.acceptInvitation, { body: { secret: invitation?.code ?? '' } })
    expect(own).toMatchObject({ kind: 'error', error: { code: 'invitation/not-open' } })
  })

  test('can be stopped: the invitation is worthless, the predecessor stays', async () => {
    const leaving = await server.person({ role: 'editor', name: '前任 七郎' })
    const body = { predecessor: idOf(leaving), successor: { name: '誰か', way: 'card' as const }, ...inDecember, movesOn: '2026-12-20' }
    const { handOver, invitation } = await server.owner.ask(routes.beginHandOver, { body })
    await server.owner.ask(routes.withdrawHandOver, { params: { handOver } })
    const late = await server.nobody.call(routes.lookAtInvitation, { body: { secret: invitation?.code ?? '' } })
    expect(late).toMatchObject({ kind: 'error', error: { code: 'invitation/not-open' } })
    server.clock.set('2026-12-21T00:00:00Z')
    expect(await mayWork(leaving)).toBe(true)
  })
})

describe('the words of a hand-over', () => {
  test('of two who write at once: different fields keep both, on one field the second is told', async () => {
    const leaving = await server.person({ role: 'editor', name: '前任 八郎' })
    const coming = await server.person({ role: 'editor', name: '後任 九郎' })
    const seen = { places: '金庫', calls: '内線100' }
    const body = { predecessor: idOf(leaving), successor: { person: idOf(coming) }, movesOn: '2027-01-05', ...seen }
    const { handOver } = await server.owner.ask(routes.beginHandOver, { body })
    const colleague = await server.person({ role: 'manager' })
    const write = (as: Acting, mine: object) => as.call(routes.changeHandOver, { params: { handOver }, body: { ...seen, ...mine, seen } })
    expect(await write(server.owner, { places: '総務の金庫' })).toMatchObject({ kind: 'ok' })
    expect(await write(colleague, { calls: '内線200' })).toMatchObject({ kind: 'ok' })
    expect(await write(colleague, { places: '院長室' })).toMatchObject({ kind: 'error', error: { code: 'hand-over/changed-meanwhile' } })
    const held = (await server.owner.ask(routes.handOvers)).handOvers.find(({ id }) => id === handOver)
    expect(held).toMatchObject({ places: '総務の金庫', calls: '内線200' })
    await server.owner.ask(routes.withdrawHandOver, { params: { handOver } })
  })
})

describe('the last owner', async () => {
  const alone = await server.stranger({ name: 'ひとりの診療所' })
  const own = idOf(alone)

  test('leaves only to a successor', async () => {
    const colleague = await server.person({ role: 'editor', organisation: alone.who?.organisation ?? '' })
    const removed = await alone.call(routes.removeMember, { params: { person: own } })
    expect(removed).toMatchObject({ kind: 'error', error: { code: 'people/last-owner' } })
    const body = { predecessor: own, successor: { person: idOf(colleague) }, movesOn: '2027-01-10', ...words }
    await alone.ask(routes.beginHandOver, { body })
    server.clock.set('2027-01-10T00:00:00Z')
    expect(await alone.status(routes.people)).toBe(403)
    expect((await colleague.ask(routes.people)).members.map((member) => member.roles)).toEqual(
      [['owner', 'editor']].map((one) => one.sort()),
    )
  })
})

describe('what is refused', async () => {
  const manager = await server.person({ role: 'manager' })
  const editor = await server.person({ role: 'editor' })
  const begin = (body: object, as: Acting = server.owner) =>
    as.call(routes.beginHandOver, {
      body: { predecessor: idOf(editor), successor: { person: idOf(manager) }, movesOn: '2027-03-31', places: '', calls: '', ...body },
    })

  test.each([
    ['a day that is no day', { movesOn: '2027-02-30' }, 'hand-over/day-needed'],
    ['today', { movesOn: '2027-01-10' }, 'hand-over/day-needed'],
    ['a day more than a year away', { movesOn: '2028-02-01' }, 'hand-over/day-needed'],
    ['oneself', { successor: { person: idOf(editor) } }, 'hand-over/same-person'],
    ['somebody who is not there', { successor: { person: '00000000-0000-4000-8000-000000000000' } }, 'hand-over/no-such'],
    ['a facility of nobody', { facility: { id: 'fac:nowhere' } }, 'facility/not-found'],
    ['a record of nobody', { facility: { id: facility, from: 'person:nowhere' } }, 'hand-over/no-such-record'],
  ])('%s', async (_, body, code) => {
    expect(await begin(body)).toMatchObject({ kind: 'error', error: { code } })
  })

  test('a manager hands over no owner’s rights', async () => {
    const refused = await begin({ predecessor: idOf(server.owner), successor: { person: idOf(editor) } }, manager)
    expect(refused).toMatchObject({ kind: 'error', error: { code: 'people/owner-only' } })
  })

  test('a second one of the same person, in one go with its tasks', async () => {
    expect((await begin({})).kind).toBe('ok')
    expect(await begin({ facility: { id: facility } })).toMatchObject({ kind: 'error', error: { code: 'hand-over/begun-already' } })
  })
})

describe('open tasks', async () => {
  const leaving = await server.person({ role: 'editor', name: '前任 八郎' })
  const coming = await server.person({ role: 'editor', name: '後任 九郎' })
  const from = entityId<PersonId>('person:zennin')
  let open = ''
  let done = ''

  beforeAll(async () => {
    const person = { change: { kind: 'add' as const, slice: 'people' as const, record: { id: from, name: '前任 八郎', post: '係長' } } }
    await server.owner.ask(routes.change, { params: { facility }, body: { changes: [person] } })
    const body = { title: 'ルーターの更新を頼む', owner: from }
    open = (await server.owner.ask(routes.makeTask, { params: { facility }, body })).task
    done = (await server.owner.ask(routes.makeTask, { params: { facility }, body })).task
    const { task } = await server.owner.ask(routes.task, { params: { facility, task: done } })
    await server.owner.ask(routes.actOnTask, { params: { facility, task: done }, body: { version: task.version, what: { act: 'finish' } } })
  })

  test('go over when it begins, each with a line in its history; done ones stay, and the successor stands in the list of people', async () => {
    const body = { predecessor: idOf(leaving), successor: { person: idOf(coming) }, movesOn: '2027-03-31', ...words }
    const begun = await server.owner.ask(routes.beginHandOver, { body: { ...body, facility: { id: facility, from } } })
    expect(begun.tasks).toBe(1)
    const { people } = await server.owner.ask(routes.facts, { params: { facility } })
    const added = people.find((one) => one.record.name === '後任 九郎')?.record
    expect(added).toMatchObject({ post: '係長' })
    const after = async (task: string) => server.owner.ask(routes.task, { params: { facility, task } })
    expect((await after(open)).task.record.owner).toBe(added?.id)
    expect((await after(done)).task.record.owner).toBe(from)
    expect((await after(open)).notes.at(-1)).toMatchObject({ kind: 'owner', text: '引継ぎ:前任 八郎 → 後任 九郎', inside: true })
    expect((await after(done)).notes.at(-1)?.kind).toBe('done')
  })
})
