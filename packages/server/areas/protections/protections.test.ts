import { routes } from '@mimamori/contract'
import { givenServer } from '@mimamori/testing'
import { expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }

test('the six places stand as their weakest protection does, and each protection as its weakest control', async () => {
  const { places, protections } = await owner.ask(routes.protectionTable, { params })
  expect(places.map(({ id, state }) => `${id} ${state}`)).toEqual([
    ...['gate no', 'mail no', 'corridor unknown', 'office-lock no', 'office-watch unknown', 'vault partly'],
  ])
  expect(protections.find(({ id }) => id === 'antivirus')?.state).toBe('in-place')
  const mail = protections.find(({ id }) => id === 'mail-alertness')
  expect(mail?.controls.map(({ id }) => id)).toEqual(['control:mail-filter', 'control:mail-habit'])
})

test('the quotes keep their holes: A no mail, no servers and no passwords, B no mail, C none', async () => {
  const { quotes } = await owner.ask(routes.protectionTable, { params })
  expect(quotes.map(({ id, minYen, openUpper, holes }) => [id, minYen, openUpper, holes])).toEqual([
    ['A', 760_100, false, ['admin-passwords', 'mail-alertness', 'server-hardening']],
    ['B', 700_000, true, ['mail-alertness']],
    ['C', 688_000, true, []],
  ])
})

test('a statement that EDR is in place is seen at its place at once', async () => {
  const record = { id: 'stated:edr', control: 'control:edr', party: 'vendor', state: 'in-place', statedOn: '2026-11-01' } as never // a record without branded ids
  await owner.ask(routes.change, { params, body: { changes: [{ change: { kind: 'add', slice: 'controls', record } }] } })
  const { places } = await owner.ask(routes.protectionTable, { params })
  expect(places.find(({ id }) => id === 'office-watch')?.state).toBe('in-place')
})

test('support that is open and fits comes first, what has ended last, each with the answers that decide', async () => {
  const { support } = await owner.ask(routes.protectionTable, { params })
  expect(support[0]).toMatchObject({ id: 'otasuke-2', fits: 'yes', window: 'open' })
  const project = support.find(({ id }) => id === 'kakuho-2024')
  expect([project?.fits, project?.window, project?.conditions.map(({ holds }) => holds)]).toEqual([
    ...['unknown', 'ended', ['yes', 'yes', 'unknown']],
  ])
  expect(support.at(-1)?.window).toBe('ended')
})

test('a reader sees the table', async () => {
  const reader = await server.person({ role: 'reader', name: '閲覧 花子' })
  expect((await reader.ask(routes.protectionTable, { params })).places).toHaveLength(6)
})
