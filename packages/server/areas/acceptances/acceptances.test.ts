import { routes } from '@mimamori/contract'
import { givenServer } from '@mimamori/testing'
import { beforeEach, describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
const sampleDay = '2026-11-20T03:00:00Z'

beforeEach(() => server.clock.set(sampleDay))

const findings = async () => (await owner.ask(routes.findings, { params, query: { state: 'all' } })).findings
const stateOf = async (id: string) => (await owner.ask(routes.finding, { params, query: { id } })).state
const view = () => owner.ask(routes.acceptances, { params })
const untouched = async () =>
  (await findings()).filter((one) => one.state === 'open' && one.awaitsApproval === undefined).map((one) => one.id)

const seenOf = async (id: string) => (await owner.ask(routes.finding, { params, query: { id } })).accepted ?? null

async function accept(id: string, until = '2027-01-31') {
  return owner.ask(routes.acceptFinding, { params, body: { id, until, why: '更新の予定があるため', seen: await seenOf(id) } })
}

async function demandApproval(acceptanceApproval: 'yes' | 'no'): Promise<void> {
  const { facility: held } = await owner.ask(routes.facts, { params })
  const change = { kind: 'set' as const, slice: 'facility' as const, id: held.record.id, fields: { acceptanceApproval } }
  await owner.ask(routes.change, { params, body: { changes: [{ change, expected: held.version }] } })
}

describe('what is knowingly left', () => {
  test('is listed with who, why and until when, is renewed and ended', async () => {
    const [id = ''] = await untouched()
    expect(await accept(id)).toMatchObject({ awaitsApproval: false })
    expect((await view()).left).toMatchObject([
      { finding: id, until: '2027-01-31', by: '見本 花子', why: '更新の予定があるため', endsSoon: false },
    ])
    await accept(id, '2027-06-30')
    expect((await view()).left).toMatchObject([{ finding: id, until: '2027-06-30' }])
    await owner.ask(routes.endAcceptance, { params, body: { id, seen: await seenOf(id) } })
    expect((await view()).left).toEqual([])
    expect(await stateOf(id)).toBe('open')
    const again = await owner.call(routes.endAcceptance, { params, body: { id, seen: null } })
    expect(again).toMatchObject({ kind: 'error', error: { code: 'acceptance/not-left' } })
  })

  test('comes into view thirty days before its end, and is open again the day after', async () => {
    const [id = ''] = await untouched()
    await accept(id, '2027-01-31')
    const home = async () => (await owner.ask(routes.home, { params })).ending
    expect(await home()).toBeUndefined()
    server.clock.set('2027-01-01T03:00:00Z')
    expect(await home()).toEqual({ count: 1, first: '2027-01-31' })
    expect((await view()).left).toMatchObject([{ finding: id, endsSoon: true }])
    server.clock.set('2027-02-01T03:00:00Z')
    expect(await home()).toBeUndefined()
    expect(await stateOf(id)).toBe('open')
    expect((await view()).ended).toMatchObject([{ finding: id, until: '2027-01-31' }])
  })
})

describe('two who decide on one finding at once', () => {
  test('do not write over each other: the second is told, and nothing of the first is lost', async () => {
    const colleague = await server.person({ role: 'owner', name: '総務 四郎' })
    const [id = ''] = await untouched()
    const first = { id, until: '2027-01-31', why: '更新の予定があるため', seen: null }
    await owner.ask(routes.acceptFinding, { params, body: first })
    const late = await colleague.call(routes.acceptFinding, { params, body: { ...first, until: '2027-06-30', why: '予算がないため' } })
    expect(late).toMatchObject({ kind: 'error', error: { code: 'acceptance/changed-meanwhile' } })
    const seen = await seenOf(id)
    expect(seen).toEqual({ until: '2027-01-31', by: '見本 花子', why: '更新の予定があるため' })
    expect(await owner.call(routes.acceptFinding, { params, body: first })).toMatchObject({ kind: 'ok' })
    const renewed = { id, until: '2027-06-30', why: '予算がないため', seen }
    await colleague.ask(routes.acceptFinding, { params, body: renewed })
    const ended = await owner.call(routes.endAcceptance, { params, body: { id, seen } })
    expect(ended).toMatchObject({ kind: 'error', error: { code: 'acceptance/changed-meanwhile' } })
    expect(await seenOf(id)).toMatchObject({ until: '2027-06-30', by: '総務 四郎' })
    await owner.ask(routes.endAcceptance, { params, body: { id, seen: await seenOf(id) } })
    expect(await stateOf(id)).toBe('open')
  })
})

describe('where the facility asks for an approval', () => {
  test('it waits, is not late meanwhile, and counts once the last box is marked on the screen', async () => {
    await demandApproval('yes')
    const late = (await findings()).find((one) => one.state === 'open' && one.dueOn !== undefined && one.awaitsApproval === undefined)
    const id = late?.id ?? ''
    server.clock.set('2027-03-01T03:00:00Z')
    const overdue = async () => (await findings()).find((one) => one.id === id)?.overdue
    expect(await overdue()).toBe(true)
    expect(await accept(id, '2027-06-30')).toMatchObject({ awaitsApproval: true })
    expect([await stateOf(id), await overdue()]).toEqual(['open', false])
    const [waiting] = (await view()).waiting
    expect(waiting).toMatchObject({ findings: [{ id }], boxes: [{ record: { label: '院長', place: 1 } }] })
    const again = await owner.call(routes.acceptFinding, { params, body: { id, until: '2027-06-30', why: 'もう一度', seen: null } })
    expect(again).toMatchObject({ kind: 'error', error: { code: 'acceptance/waits-already' } })
    const approval = waiting?.approval.record.id ?? ''
    await owner.ask(routes.decideApproval, {
      params: { facility, approval },
      body: { box: waiting?.boxes[0]?.record.id ?? '', mark: 'approved' },
    })
    expect(await stateOf(id)).toBe('accepted')
    expect((await view()).left).toMatchObject([{ finding: id, until: '2027-06-30', by: '見本 花子' }])
    expect((await view()).waiting).toEqual([])
  })

  test('it counts when it is approved on paper, and what was returned is left open', async () => {
    await demandApproval('yes')
    const [first = '', second = ''] = await untouched()
    await accept(first)
    await accept(second)
    const draftOf = async (id: string) => (await view()).waiting.find((one) => one.findings.some((finding) => finding.id === id))
    const set = async (id: string, fields: object) => {
      const held = (await draftOf(id))?.approval
      const change = { kind: 'set', slice: 'approvals', id: held?.record.id ?? '', fields } as never // fields of approvals
      return owner.call(routes.change, { params, body: { changes: [{ change, expected: held?.version ?? 0 }] } })
    }
    expect(await set(first, { until: '2028-01-01' })).toMatchObject({ kind: 'error', error: { code: 'change/not-allowed' } })
    await set(first, { state: 'approved', way: 'paper', approvedOn: '2026-11-20', documentNumber: '総第8号' })
    await set(second, { state: 'withdrawn' })
    expect([await stateOf(first), await stateOf(second)]).toEqual(['accepted', 'open'])
  })

  test('nobody puts an acceptance up as approved by a change of records', async () => {
    const [id = ''] = await untouched()
    const record = {
      id: 'ok:forged',
      about: 'acceptance',
      title: '偽',
      findings: [id],
      until: '2027-06-30',
      draftedOn: '2026-11-20',
      state: 'waiting',
    }
    const change = { kind: 'add', slice: 'approvals', record } as never // as a program would send it
    expect(await owner.call(routes.change, { params, body: { changes: [{ change }] } })).toMatchObject({
      error: { code: 'change/not-allowed' },
    })
  })
})
