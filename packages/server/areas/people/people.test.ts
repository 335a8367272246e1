import { type InvitationView, type Role, routes } from '@mimamori/contract'
import { type Acting, givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { facility } = await server.owner.ask(routes.createFacility, { body: { name: 'みまもり市立病院' } })
const vendorTerms = { areas: [], counts: false, named: true }
const password = 'hidamari-no-tsukue-7'

async function invited(role: Role = 'editor', way: 'mail' | 'card' | 'phone' = 'card') {
  return server.owner.ask(routes.inviteMember, { body: { name: '新任 一郎', role, way } })
}

function look(secret: string, acting: Acting = server.nobody) {
  return acting.call(routes.lookAtInvitation, { body: { secret } })
}

function accept(secret: string, login: string) {
  return server.nobody.call(routes.acceptInvitation, { body: { secret, account: { login, password, name: '新任 一郎' } } })
}

async function logins(): Promise<readonly string[]> {
  return (await server.owner.ask(routes.people)).members.map((member) => member.login)
}

describe('an invitation of a colleague', () => {
  test('is read by its code, in small letters and full width too, and by its link', async () => {
    const made = await invited()
    const token = made.path.split('#')[1] ?? ''
    for (const secret of [made.code, made.code.toLowerCase().replaceAll('-', ' '), made.code.replaceAll('A', 'Ａ'), token]) {
      const answer = await look(secret)
      expect(answer).toMatchObject({
        kind: 'ok',
        value: { purpose: 'member', role: 'editor', from: 'みまもり市立病院', inviter: '見本 花子' },
      })
    }
  })

  test('makes an account with the role, once', async () => {
    const made = await invited('reader')
    expect(await accept(made.code, 'ichiro')).toMatchObject({ kind: 'ok' })
    expect(await logins()).toContain('ichiro')
    expect(await accept(made.code, 'ichiro2')).toMatchObject({ kind: 'error', error: { code: 'invitation/not-open' } })
    expect(await logins()).not.toContain('ichiro2')
  })

  test('that two people use at the same moment makes one account', async () => {
    const made = await invited()
    const results = await Promise.all([accept(made.code, 'race-a'), accept(made.code, 'race-b')])
    expect(results.map((result) => result.kind).sort()).toEqual(['error', 'ok'])
    expect((await logins()).filter((login) => login.startsWith('race-'))).toHaveLength(1)
  })

  test('of a login that is taken is not used up', async () => {
    const made = await invited()
    expect(await accept(made.code, 'soumu')).toMatchObject({ kind: 'error', error: { code: 'auth/login-taken' } })
    expect(await accept(made.code, 'not-soumu')).toMatchObject({ kind: 'ok' })
  })

  test('read out on the telephone is worthless the next day, one printed after a month', async () => {
    const [phone, card] = [await invited('reader', 'phone'), await invited('reader', 'card')]
    server.clock.moveMinutes(25 * 60)
    expect(await look(phone.code)).toMatchObject({ kind: 'error', error: { code: 'invitation/not-open' } })
    expect(await look(card.code)).toMatchObject({ kind: 'ok' })
    server.clock.moveMinutes(30 * 24 * 60)
    expect(await look(card.code)).toMatchObject({ kind: 'error', error: { code: 'invitation/not-open' } })
  })

  test('that was withdrawn is worthless', async () => {
    const made = await invited()
    await server.owner.ask(routes.withdrawInvitation, { params: { invitation: made.id } })
    expect(await accept(made.code, 'too-late')).toMatchObject({ kind: 'error', error: { code: 'invitation/not-open' } })
    const again = await server.owner.call(routes.withdrawInvitation, { params: { invitation: made.id } })
    expect(again).toMatchObject({ kind: 'error', error: { code: 'people/no-such-invitation' } })
  })

  test('leaves neither code nor link in the database', async () => {
    const made = await invited()
    const tables = await Promise.all(['invitation', 'audit'].map((table) => server.database.admin.query(`select * from ${table}`)))
    const text = JSON.stringify(tables.map((table) => table.rows))
    for (const secret of [made.code, made.code.replaceAll('-', ''), made.path.split('#')[1] ?? '']) expect(text).not.toContain(secret)
  })

  test('guessed at is slowed down, and every wrong guess is answered alike', async () => {
    server.clock.moveMinutes(2 * 60)
    const codes: string[] = []
    for (let i = 0; i < 8; i += 1) {
      const answer = await look(`ABCD-EFGH-${i}${i}`)
      codes.push(answer.kind === 'error' ? answer.error.code : 'open')
    }
    expect(codes.slice(0, 4)).toEqual(Array(4).fill('invitation/not-open'))
    expect(codes.at(-1)).toBe('auth/too-many-tries')
    server.clock.moveMinutes(24 * 60)
  })
})

describe('rights', () => {
  test('a manager gives no rights of an owner, to others or to itself', async () => {
    const manager = await server.person({ role: 'manager' })
    const body = { name: '新任 一郎', role: 'owner' as const, way: 'card' as const }
    expect(await manager.call(routes.inviteMember, { body })).toMatchObject({ kind: 'error', error: { code: 'people/owner-only' } })
    const self = { person: manager.who?.person ?? '' }
    const change = await manager.call(routes.changeMember, { params: self, body: { roles: ['owner'], seen: ['manager'] } })
    expect(change).toMatchObject({ kind: 'error', error: { code: 'people/owner-only' } })
  })

  test('the last owner cannot be taken away, not even when two remove each other at once', async () => {
    const self = { person: server.owner.who?.person ?? '' }
    const alone = await server.owner.call(routes.removeMember, { params: self })
    expect(alone).toMatchObject({ kind: 'error', error: { code: 'people/last-owner' } })
    const second = await server.person({ role: 'owner' })
    const other = { person: second.who?.person ?? '' }
    const results = await Promise.all([
      server.owner.call(routes.removeMember, { params: other }),
      second.call(routes.removeMember, { params: self }),
    ])
    const owners = await server.database.admin.query(`select from membership where role = 'owner' and organisation_id = $1`, [
      server.owner.who?.organisation,
    ])
    expect(owners.rows).toHaveLength(1)
    expect(results.map((result) => result.kind)).toContain('ok')
    if (results[1]?.kind === 'ok')
      await server.database.admin.query(`insert into membership values ($1, $2, 'owner')`, [server.owner.who?.organisation, self.person])
  })

  test('somebody who was taken out acts for the organisation no more, in a screen that is open', async () => {
    const editor = await server.person({ role: 'editor' })
    expect(await editor.status(routes.home, { params: { facility } })).toBe(200)
    await server.owner.ask(routes.removeMember, { params: { person: editor.who?.person ?? '' } })
    expect(await editor.status(routes.home, { params: { facility } })).toBe(403)
  })

  test('a role that was changed holds from the next request on', async () => {
    const editor = await server.person({ role: 'editor' })
    await server.owner.ask(routes.changeMember, {
      params: { person: editor.who?.person ?? '' },
      body: { roles: ['reader'], seen: ['editor'] },
    })
    expect(await editor.status(routes.notToday, { params: { facility }, body: { task: 'setup' } })).toBe(403)
  })

  test('two who change what one person may do do not take back what the other has changed', async () => {
    const editor = await server.person({ role: 'editor' })
    const manager = await server.person({ role: 'manager' })
    const params = { person: editor.who?.person ?? '' }
    const change = (as: Acting, roles: Role[], seen: Role[]) => as.call(routes.changeMember, { params, body: { roles, seen } })
    const both = await Promise.all([change(server.owner, ['reader'], ['editor']), change(manager, ['editor', 'manager'], ['editor'])])
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['error', 'ok'])
    expect(both.find(({ kind }) => kind === 'error')).toMatchObject({ error: { code: 'people/changed-meanwhile' } })
  })

  test('people of another organisation can be neither seen nor changed', async () => {
    const stranger = await server.stranger()
    const person = server.owner.who?.person ?? ''
    expect((await stranger.ask(routes.people)).members.map((member) => member.person)).not.toContain(person)
    expect(await stranger.status(routes.removeMember, { params: { person } })).toBe(404)
  })
})

describe('an invitation to a view', () => {
  async function offered(kind: 'association' | 'insurer' = 'association') {
    const terms = { areas: ['checklists' as const], counts: true, named: true }
    const validUntil = '2027-06-30'
    const { relation } = await server.owner.ask(routes.offerRelation, {
      params: { facility },
      body: { kind, name: '例医師会', terms, validUntil },
    })
    const made = await server.owner.ask(routes.inviteViewer, { params: { facility, relation }, body: { way: 'mail' } })
    return { relation, made }
  }

  test('says before the yes what is seen and what is not, as both sides read it later', async () => {
    const { relation, made } = await offered()
    const answer = await look(made.code)
    const said: InvitationView['relation'] = answer.kind === 'ok' ? answer.value.relation : undefined
    const { relations } = await server.owner.ask(routes.relations, { params: { facility } })
    const ours = relations.find((one) => one.id === relation)
    expect(said?.sees).toEqual(ours?.sees)
    expect(said?.seesNot).toEqual(ours?.seesNot)
  })

  test('by somebody without an account makes an organisation of the kind that was meant, and opens the view', async () => {
    const { relation, made } = await offered()
    const account = { login: 'ishikai', password, name: '事務 花代' }
    const answer = await server.nobody.call(routes.acceptInvitation, {
      body: { secret: made.code, account, organisation: { name: '例市医師会' } },
    })
    expect(answer.kind).toBe('ok')
    const { rows } = await server.database.admin.query(
      `select o.kind, o.name, r.state, m.role from relation r join organisation o on o.id = r.viewer_id
         join membership m on m.organisation_id = o.id where r.id = $1`,
      [relation],
    )
    expect(rows).toEqual([{ kind: 'association', name: '例市医師会', state: 'granted', role: 'owner' }])
  })

  test('that is accepted in nobody’s name makes no account and stays open', async () => {
    const { made } = await offered()
    const nameless = await accept(made.code, 'nameless')
    expect(nameless).toMatchObject({ kind: 'error', error: { code: 'invitation/no-organisation' } })
    const account = { login: 'nameless', password, name: '事務 花代' }
    const named = await server.nobody.call(routes.acceptInvitation, {
      body: { secret: made.code, account, organisation: { name: '例郡医師会' } },
    })
    expect(named.kind).toBe('ok')
  })

  test('is not accepted in the name of an organisation of another kind, or of somebody else', async () => {
    const { made } = await offered('insurer')
    const association = await server.stranger({ kind: 'association' })
    const organisation = { id: association.who?.organisation ?? '' }
    const wrong = await association.call(routes.acceptInvitation, { body: { secret: made.code, organisation } })
    expect(wrong).toMatchObject({ kind: 'error', error: { code: 'invitation/not-your-organisation' } })
    const insurer = await server.stranger({ kind: 'insurer' })
    const right = await insurer.call(routes.acceptInvitation, {
      body: { secret: made.code, organisation: { id: insurer.who?.organisation ?? '' } },
    })
    expect(right.kind).toBe('ok')
  })

  test('ends when a new one is made, and when the offer is withdrawn', async () => {
    const { relation, made } = await offered()
    const next = await server.owner.ask(routes.inviteViewer, { params: { facility, relation }, body: { way: 'phone' } })
    expect(await look(made.code)).toMatchObject({ kind: 'error', error: { code: 'invitation/not-open' } })
    await server.owner.ask(routes.withdrawRelation, { params: { facility, relation } })
    expect(await look(next.code)).toMatchObject({ kind: 'error', error: { code: 'invitation/not-open' } })
  })

  test('one person may belong to three organisations and chooses for which to act', async () => {
    const person = await server.person({ role: 'owner' })
    for (const kind of ['association', 'insurer'] as const) {
      const { made } = await offered(kind)
      await person.ask(routes.acceptInvitation, { body: { secret: made.code, organisation: { name: `例の${kind}` } } })
    }
    const { organisations } = await person.ask(routes.session)
    expect(organisations.map((one) => one.kind).sort()).toEqual(['association', 'facility', 'insurer'])
    const insurer = organisations.find((one) => one.kind === 'insurer')?.id ?? ''
    await person.ask(routes.chooseOrganisation, { body: { organisation: insurer } })
    expect((await person.ask(routes.clients)).clients).toHaveLength(1)
    expect(await person.status(routes.home, { params: { facility } })).toBe(403)
  })
})

test('a vendor’s view cannot be offered twice', async () => {
  const { facts, change } = routes
  const vendor = { id: 'v:rei' as never, name: '例システム株式会社' }
  await server.owner.ask(facts, { params: { facility } })
  await server.owner.ask(change, {
    params: { facility },
    body: { changes: [{ change: { kind: 'add', slice: 'vendors', record: vendor } }] },
  })
  const body = { kind: 'vendor' as const, name: vendor.name, vendor: vendor.id, terms: vendorTerms }
  await server.owner.ask(routes.offerRelation, { params: { facility }, body })
  const again = await server.owner.call(routes.offerRelation, { params: { facility }, body })
  expect(again).toMatchObject({ kind: 'error', error: { code: 'relation/vendor-taken' } })
})

test('an invitation names the facility that invites, and follows a correction of its name', async () => {
  const alone = await server.stranger({ name: '(名前なし)' })
  const made = await alone.ask(routes.createFacility, { body: { name: 'みまもり診療書' } })
  const { facts, change } = routes
  const { record, version } = (await alone.ask(facts, { params: { facility: made.facility } })).facility
  const invited = await alone.ask(routes.inviteMember, { body: { name: '新任 一郎', role: 'reader', way: 'phone' } })
  const from = async () => (await server.nobody.ask(routes.lookAtInvitation, { body: { secret: invited.code } })).from
  expect(await from()).toBe('みまもり診療書')
  const corrected = { kind: 'set' as const, slice: 'facility' as const, id: record.id, fields: { name: 'みまもり診療所' } }
  await alone.ask(change, { params: { facility: made.facility }, body: { changes: [{ change: corrected, expected: version }] } })
  expect(await from()).toBe('みまもり診療所')
  await alone.ask(routes.createFacility, { body: { name: 'みまもり第二診療所' } })
  expect(await from()).toBe('みまもり診療所')
})
