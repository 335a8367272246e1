import { type Routes, routes, type VendorsView, type VendorWorkView } from '@mimamori/contract'
import { type Change, date, nextVisitStepId, type VisitId, type VisitStep } from '@mimamori/domain'
import { type GivenVendor, givenServer, givenVendor } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { facility } = await server.owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const vendor = await givenVendor(server, facility)
const lines = (await server.owner.ask(routes.vendors, { params: { facility } })).sheets
const other = await givenVendor(server, facility, { vendor: lines.find((line) => line.vendor !== vendor.vendor)?.vendor ?? '' })

const ownName = lines.find((line) => line.vendor === vendor.vendor)?.vendorName

const wish = {
  devices: '保守用ルーター 2台',
  currentVersion: '7.0.1',
  fixedVersion: '7.0.9',
  hours: '22時から翌2時',
  effect: 'checking',
} as const
const wishedOn = date('2026-12-06')

function facilityView(): Promise<VendorsView> {
  return server.owner.ask(routes.vendors, { params: { facility } })
}

function workOf(of: GivenVendor): Promise<VendorWorkView> {
  return of.acting.ask(routes.vendorWork)
}

function asked(of: GivenVendor, some: object = {}) {
  return of.acting.ask(routes.askVisit, { params: { relation: of.relation }, body: { ...wish, wishedOn, ...some } })
}

async function changed(...changes: readonly { change: object; expected?: number }[]) {
  return server.owner.call(routes.change, { params: { facility }, body: { changes: changes as { change: Change; expected?: number }[] } }) // without branded ids
}

function ownStep(visit: string, at: number, some: Partial<VisitStep>): { change: object } {
  const id = nextVisitStepId(visit as VisitId, at) // as the server made it
  const record = { id, visit, side: 'facility', on: '2026-11-20', by: '見本 花子', ...some }
  return { change: { kind: 'add', slice: 'visitSteps', record } }
}

async function stepped(of: GivenVendor, visit: string, body: object) {
  return of.acting.call(routes.stepVisit, { params: { relation: of.relation, visit }, body } as never) // the body is what is tried
}

describe('a change of contact', () => {
  const contact = { oldName: '例 太郎', newName: '新任 良子', phone: '03-0000-0001', from: date('2026-12-01') }

  test('is a proposal at every client, and the contact there stays until the facility takes it over', async () => {
    const { lines: told } = await vendor.acting.ask(routes.sendContactChange, { body: contact })
    expect(told).toEqual([{ relation: vendor.relation, facility: 'みまもり市立病院', outcome: 'sent' }])
    const view = await facilityView()
    const change = view.contactChanges[0]
    expect(change?.record).toMatchObject({ ...contact, vendor: vendor.vendor, state: 'waiting' })
    const held = view.vendors.find(({ record }) => record.id === vendor.vendor)
    expect(held?.record.contactName).not.toBe('新任 良子')
    const home = await server.owner.ask(routes.home, { params: { facility } })
    expect(home.fromVendors).toMatchObject([{ kind: 'contact-change', on: '2026-12-01' }])
    const taken = await changed(
      { change: { kind: 'set', slice: 'vendors', id: vendor.vendor, fields: { contactName: '新任 良子' } }, expected: held?.version ?? 0 },
      {
        change: {
          kind: 'set',
          slice: 'contactChanges',
          id: change?.record.id,
          fields: { state: 'accepted', settledOn: '2026-11-20', settledBy: '見本 花子' },
        },
        expected: change?.version ?? 0,
      },
    )
    expect(taken).toMatchObject({ kind: 'ok', value: { conflicts: [] } })
    expect((await workOf(vendor)).contactChanges).toMatchObject([{ facility: 'みまもり市立病院', change: { state: 'accepted' } }])
    expect((await server.owner.ask(routes.home, { params: { facility } })).fromVendors).toEqual([])
  })

  test('reaches nobody twice, and only those that are named', async () => {
    expect((await vendor.acting.ask(routes.sendContactChange, { body: contact })).lines).toMatchObject([{ outcome: 'same' }])
    expect(
      (await vendor.acting.ask(routes.sendContactChange, { body: { ...contact, phone: '03-0000-0002', relations: [] } })).lines,
    ).toEqual([])
    expect((await facilityView()).contactChanges).toHaveLength(1)
  })

  test('that was settled is not settled again, and nobody at the facility writes one for the vendor', async () => {
    const change = (await facilityView()).contactChanges[0]
    const again = { kind: 'set', slice: 'contactChanges', id: change?.record.id, fields: { state: 'declined' } }
    expect(await changed({ change: again, expected: change?.version ?? 0 })).toMatchObject({ error: { code: 'change/not-allowed' } })
    const forged = { ...change?.record, id: 'cc:forged', state: 'waiting' }
    expect(await changed({ change: { kind: 'add', slice: 'contactChanges', record: forged } })).toMatchObject({
      error: { code: 'change/not-allowed' },
    })
  })

  test('goes to clients of every organisation at once', async () => {
    const second = await server.stranger()
    const there = await second.ask(routes.loadExample, { params: { example: 'clinic-1vendor' }, body: {} })
    const line = (await second.ask(routes.vendors, { params: there })).sheets[0]
    const terms = { areas: [], counts: false, named: true }
    const body = { kind: 'vendor' as const, name: line?.vendorName ?? '', vendor: line?.vendor, terms }
    const { relation } = await second.ask(routes.offerRelation, { params: there, body })
    const { code } = await second.ask(routes.inviteViewer, { params: { ...there, relation }, body: { way: 'card' } })
    await vendor.acting.ask(routes.acceptInvitation, {
      body: { secret: code, organisation: { id: vendor.acting.who?.organisation ?? '' } },
    })
    const { lines: told } = await vendor.acting.ask(routes.sendContactChange, { body: { ...contact, newName: '新任 一郎' } })
    expect(told.map(({ outcome }) => outcome)).toEqual(['sent', 'sent'])
    expect((await second.ask(routes.vendors, { params: there })).contactChanges).toHaveLength(1)
  })
})

describe('a maintenance visit', () => {
  test('is asked for by the vendor, moved by the facility, accepted, and stands with its whole history on both sides', async () => {
    const { visit } = await asked(vendor)
    expect((await facilityView()).visits).toMatchObject([{ visit: { id: visit, devices: wish.devices }, state: 'facility-to-answer' }])
    expect((await server.owner.ask(routes.home, { params: { facility } })).fromVendors).toContainEqual({
      id: visit,
      vendorName: ownName,
      kind: 'visit-asked',
      on: wishedOn,
      hours: wish.hours,
    })
    const moved = ownStep(visit, 1, { kind: 'other-time', wishedOn: date('2026-12-13'), hours: '日中' })
    expect(await changed(moved)).toMatchObject({ kind: 'ok' })
    expect((await workOf(vendor)).visits[0]).toMatchObject({ state: 'vendor-to-answer', wishedOn: '2026-12-13', hours: '日中' })
    expect(await stepped(vendor, visit, { seen: 1, kind: 'accepted' })).toMatchObject({ error: { code: 'visit/changed-meanwhile' } })
    expect(await stepped(vendor, visit, { seen: 2, kind: 'accepted', effect: 'none' })).toMatchObject({ kind: 'ok' })
    const [ours] = (await facilityView()).visits
    expect(ours).toMatchObject({ state: 'agreed', wishedOn: '2026-12-13', effect: 'none' })
    expect(ours?.steps.map(({ side, kind }) => `${side} ${kind}`)).toEqual(['vendor asked', 'facility other-time', 'vendor accepted'])
    expect((await workOf(vendor)).visits[0]?.steps).toEqual(ours?.steps)
    expect((await server.owner.ask(routes.home, { params: { facility } })).fromVendors).toContainEqual(
      expect.objectContaining({ id: visit, kind: 'visit-agreed', on: '2026-12-13' }),
    )
  })

  test('is refused for a day that has passed, and a side does not accept its own time', async () => {
    const past = await vendor.acting.call(routes.askVisit, {
      params: { relation: vendor.relation },
      body: { ...wish, wishedOn: date('2020-01-01') },
    })
    expect(past).toMatchObject({ error: { code: 'visit/day-past' } })
    const { visit } = await asked(vendor)
    expect(await stepped(vendor, visit, { seen: 1, kind: 'accepted' })).toMatchObject({ error: { code: 'visit/no-such-step' } })
    expect(await changed(ownStep(visit, 1, { kind: 'asked', wishedOn }))).toMatchObject({ error: { code: 'change/not-allowed' } })
    expect(await changed(ownStep(visit, 1, { kind: 'accepted', side: 'vendor' }))).toMatchObject({ error: { code: 'change/not-allowed' } })
    expect(await changed(ownStep(visit, 1, { kind: 'accepted' }))).toMatchObject({ kind: 'ok' })
  })

  test('two people of the facility who answer at once leave one answer', async () => {
    const { visit } = await asked(vendor)
    const both = await Promise.all([
      changed(ownStep(visit, 1, { kind: 'accepted' })),
      changed(ownStep(visit, 1, { kind: 'other-time', wishedOn: date('2026-12-20') })),
    ])
    expect(both.filter((one) => one.kind === 'ok' && one.value.conflicts.length === 0)).toHaveLength(1)
  })

  test('of another vendor is not there', async () => {
    const { visit } = await asked(vendor)
    expect(await stepped(other, visit, { seen: 1, kind: 'withdrawn' })).toMatchObject({ error: { code: 'visit/not-found' } })
    const authority = await server.stranger({ kind: 'vendor' })
    const body = { ...wish, wishedOn }
    expect(await authority.status(routes.askVisit, { params: { relation: vendor.relation }, body })).toBe(404)
  })
})

/** Everything of this that a vendor can read. */
async function received(of: GivenVendor): Promise<string> {
  const read = async <K extends keyof Routes>(id: K, params = {}) => of.acting.call(routes[id], { params } as never) // these routes ask for parameters alone
  return JSON.stringify([
    await read('vendorWork'),
    await read('vendorClients'),
    await read('client', { relation: of.relation }),
    await read('sheetToAnswer', of.at),
  ])
}

test('what one vendor sends and is answered changes not one byte of what another receives', async () => {
  const before = await received(other)
  const { visit } = await asked(vendor, { devices: '秘密の機器' })
  await changed(ownStep(visit, 1, { kind: 'accepted', note: '院内の事情' }))
  await vendor.acting.ask(routes.sendContactChange, { body: { newName: '秘密 花子', from: date('2026-12-24') } })
  expect(await received(other)).toBe(before)
  expect(await received(vendor)).toContain('秘密の機器')
})
