import { routes } from '@mimamori/contract'
import { givenMailServer, givenServer } from '@mimamori/testing'
import { textOf } from '@mimamori/testing/process'
import { beforeEach, expect, test } from 'vitest'

const smtp = await givenMailServer()
const server = await givenServer({ mail: { url: smtp.url, from: 'みまもり市立病院 <soumu@hospital.example>', runs: false } })
const { owner } = server
const { facility } = await owner.ask(routes.createFacility, { body: { name: 'みまもり市立病院' } })
beforeEach(() => smtp.answerWith(undefined))

const to = 'madoguchi@vendor.example'

async function invited(name = '例医療情報協会') {
  const terms = { areas: [], counts: true, named: true }
  const { relation } = await owner.ask(routes.offerRelation, {
    params: { facility },
    body: { kind: 'association', name, terms, validUntil: '2027-03-31' },
  })
  const made = await owner.ask(routes.inviteViewer, { params: { facility, relation }, body: { way: 'mail' } })
  return { ...made, relation, token: made.path.split('#')[1] ?? '' }
}

function mailed({ id, code, token }: { id: string; code: string; token: string }, address = to) {
  return owner.call(routes.mailInvitation, { params: { invitation: id }, body: { code, token, to: address } })
}

test('an invitation leaves by mail with its link and its number, and both open it', async () => {
  const made = await invited()
  expect(made.canMail).toBe(true)
  expect(await mailed(made)).toMatchObject({ kind: 'ok' })
  const letter = smtp.received.at(-1)
  expect(letter?.to).toEqual([to])
  const plain = letter ? textOf(letter) : ''
  expect(plain).toContain(`/invitation#${made.token}`)
  expect(plain).toContain(made.code)
  expect(plain).toContain('例医療情報協会 御中')
  for (const secret of [made.code, made.token])
    expect(await server.nobody.call(routes.lookAtInvitation, { body: { secret } })).toMatchObject({ kind: 'ok' })
})

test('only who holds both secrets of an open invitation of the own organisation can have it sent', async () => {
  const [one, other] = [await invited(), await invited('例看護協会')]
  const before = smtp.received.length
  const refused = { kind: 'error', error: { code: 'people/no-such-invitation' } }
  expect(await mailed({ ...one, token: other.token })).toMatchObject(refused)
  expect(await mailed({ ...one, code: other.code })).toMatchObject(refused)
  expect(await mailed({ ...one, id: other.id })).toMatchObject(refused)
  await owner.ask(routes.withdrawInvitation, { params: { invitation: one.id } })
  expect(await mailed(one)).toMatchObject(refused)
  expect(smtp.received).toHaveLength(before)
})

test('an address that is none, and a mail server that says no or not now, are told at once', async () => {
  const made = await invited()
  expect(await mailed(made, 'a@b.example, c@d.example')).toMatchObject({ error: { code: 'mail/no-address' } })
  smtp.answerWith(550)
  expect(await mailed(made)).toMatchObject({ error: { code: 'mail/not-taken' } })
  smtp.answerWith(451)
  expect(await mailed(made)).toMatchObject({ error: { code: 'mail/not-now' } })
})

test('without a mail server the words are there to be copied, and sending is refused', async () => {
  const bare = await givenServer()
  const made = await bare.owner.ask(routes.inviteMember, { body: { name: '新任 一郎', role: 'reader', way: 'mail' } })
  expect(made.canMail).toBe(false)
  const body = { code: made.code, token: made.path.split('#')[1] ?? '', to }
  expect(await bare.owner.call(routes.mailInvitation, { params: { invitation: made.id }, body })).toMatchObject({
    error: { code: 'mail/not-set-up' },
  })
})
