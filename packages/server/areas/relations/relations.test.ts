import { type RelationTerms, routes } from '@mimamori/contract'
import { givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'
import { withScope } from '../../platform/index.ts'

const server = await givenServer()
const { facility } = await server.owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const counts: RelationTerms = { areas: [], counts: true, named: false }
const checklists: RelationTerms = { areas: ['checklists'], counts: true, named: true }

async function opened(kind: 'association' | 'insurer' | 'authority', terms: RelationTerms, validUntil?: string) {
  const viewer = await server.stranger({ kind, name: `例の${kind}` })
  const { relation } = await server.owner.ask(routes.offerRelation, {
    params: { facility },
    body: { kind, name: '外の方', terms, ...(validUntil !== undefined && { validUntil }) },
  })
  await server.accepted({ facility, relation }, viewer)
  return { viewer, relation }
}

/** Any change makes the facility's own analysis leave new summaries. */
async function touch(): Promise<void> {
  const { facility: record } = await server.owner.ask(routes.facts, { params: { facility } })
  const phone = `00-9999-${String(record.version).padStart(4, '0')}`
  await server.owner.ask(routes.change, {
    params: { facility },
    body: { changes: [{ change: { kind: 'set', slice: 'facility', id: record.record.id, fields: { phone } }, expected: record.version }] },
  })
}

test('nothing is seen before the other side has accepted', async () => {
  const viewer = await server.stranger({ kind: 'association' })
  const { relation } = await server.owner.ask(routes.offerRelation, {
    params: { facility },
    body: { kind: 'association', name: '例医師会', terms: counts },
  })
  expect((await viewer.ask(routes.clients)).clients).toEqual([])
  expect(await viewer.status(routes.client, { params: { relation } })).toBe(404)
})

test('an association with counts sees numbers, no name, no item and no vendor', async () => {
  const { viewer, relation } = await opened('association', counts)
  const [line] = (await viewer.ask(routes.clients)).clients
  expect(line?.counts).toMatchObject({ kind: 'hospital', bedBand: '100-199', items: expect.any(Number) })
  expect(line?.name).toBeUndefined()
  const view = await viewer.ask(routes.client, { params: { relation } })
  expect([view.facility, view.joined, view.level, view.findings]).toEqual(['', undefined, undefined, []])
  expect(JSON.stringify([line, view])).not.toMatch(/みまもり市立病院|例画像|株式会社/)
})

test('an inspector with consent to the checklist reads the joined rows and findings, and not who works there', async () => {
  const { viewer, relation } = await opened('authority', checklists, '2026-12-20')
  const view = await viewer.ask(routes.client, { params: { relation } })
  const own = await server.owner.ask(routes.joined, { params: { facility } })
  expect(view.joined?.rows).toEqual(own.rows)
  expect(view.findings.length).toBeGreaterThan(5)
  const { people, contacts } = await server.owner.ask(routes.facts, { params: { facility } })
  const { relation: _, ...shown } = view
  for (const { record } of [...people, ...contacts]) expect(JSON.stringify(shown)).not.toContain(record.name)
})

test('a view for an insurer or inspector needs a last day within a year', async () => {
  const body = { kind: 'insurer' as const, name: '例損保', terms: checklists }
  for (const validUntil of [undefined, '2026-11-19', '2028-01-01']) {
    const refused = await server.owner.call(routes.offerRelation, {
      params: { facility },
      body: { ...body, ...(validUntil !== undefined && { validUntil }) },
    })
    expect(refused).toMatchObject({ kind: 'error', error: { code: 'relation/until-needed' } })
  }
})

describe('a view that ends', () => {
  test('by withdrawal is gone at once, with its summary', async () => {
    const { viewer, relation } = await opened('association', checklists)
    await server.owner.ask(routes.withdrawRelation, { params: { facility, relation } })
    expect((await viewer.ask(routes.clients)).clients).toEqual([])
    expect(await viewer.status(routes.client, { params: { relation } })).toBe(404)
    const { rows } = await server.database.admin.query('select from relation_summary where relation_id = $1', [relation])
    expect(rows).toEqual([])
  })

  test('leaves the database nothing to tell the other side, whoever asks it', async () => {
    const { viewer, relation } = await opened('association', checklists)
    const readable = () =>
      withScope(server.database.pool, { organisation: viewer.who?.organisation ?? '' }, async (client) => {
        const { rows: names } = await client.query('select name from organisation')
        const { rows: values } = await client.query('select from relation_summary')
        const { rows: clients } = await client.query('select name from relation_clients($1)', [server.clock.now()])
        return { names, values: values.length, clients }
      })
    const own = [{ name: '例のassociation' }]
    expect(await readable()).toEqual({ names: own, values: 0, clients: [{ name: 'みまもり市立病院' }] })
    await server.owner.ask(routes.withdrawRelation, { params: { facility, relation } })
    expect(await readable()).toEqual({ names: own, values: 0, clients: [] })
  })

  test('by its last day is gone on the day after', async () => {
    const { viewer, relation } = await opened('insurer', checklists, '2026-11-30')
    server.clock.set('2026-11-30T14:59:00Z')
    expect(await viewer.status(routes.client, { params: { relation } })).toBe(200)
    server.clock.set('2026-11-30T15:00:00Z')
    expect(await viewer.status(routes.client, { params: { relation } })).toBe(404)
    expect((await viewer.ask(routes.clients)).clients).toEqual([])
    server.clock.set('2026-11-20T03:00:00Z')
  })

  test('by the viewer is known to the facility', async () => {
    const { viewer, relation } = await opened('association', counts)
    await viewer.ask(routes.leaveClient, { params: { relation } })
    const { relations } = await server.owner.ask(routes.relations, { params: { facility } })
    const left = relations.find((one) => one.id === relation)
    expect(left?.state).toBe('withdrawn')
    expect(left?.events.map((event) => event.what)).toEqual(['offered', 'granted', 'left'])
  })
})

test('both sides read the same lists of what is seen and what is not, and every step with its person', async () => {
  const { viewer, relation } = await opened('association', counts)
  const { relations } = await server.owner.ask(routes.relations, { params: { facility } })
  const ours = relations.find((one) => one.id === relation)
  await server.owner.ask(routes.changeRelation, {
    params: { facility, relation },
    body: { version: ours?.version ?? 0, terms: checklists },
  })
  const [line] = (await viewer.ask(routes.clients)).clients
  expect([line?.name, line?.counts?.kind]).toEqual(['みまもり市立病院', 'hospital'])
  const theirs = (await viewer.ask(routes.client, { params: { relation } })).relation
  expect(theirs).toEqual((await server.owner.ask(routes.relations, { params: { facility } })).relations.find((one) => one.id === relation))
  expect(theirs.events.map(({ by, what }) => [by, what])).toEqual([
    ['見本 花子', 'offered'],
    ['試験 太郎', 'granted'],
    ['見本 花子', 'changed'],
  ])
})

test('the visit of a viewer stands once in the trail of the facility, with the name of its organisation', async () => {
  const { viewer, relation } = await opened('authority', checklists, '2026-12-20')
  await viewer.ask(routes.client, { params: { relation } })
  await viewer.ask(routes.client, { params: { relation } })
  const { rows } = await server.database.admin.query(
    `select detail, organisation_id from audit where action = 'relation/entered' and subject = $1`,
    [relation],
  )
  expect(rows).toEqual([{ detail: { organisation: '例のauthority' }, organisation_id: server.owner.who?.organisation }])
})

test('a change of what a viewer may not see does not change one byte of what it receives', async () => {
  const { viewer, relation } = await opened('authority', { areas: ['backups'], counts: false, named: false }, '2026-12-20')
  const received = async () => JSON.stringify([await viewer.ask(routes.clients), await viewer.ask(routes.client, { params: { relation } })])
  const before = await received()
  const checklist = await server.owner.ask(routes.checklist, { params: { facility } })
  const changes = checklist.items.flatMap(({ answers }) =>
    answers.slice(0, 1).map(({ record, version }) => ({
      change: { kind: 'set' as const, slice: 'answers' as const, id: record.id, fields: { answer: 'no' as const } },
      expected: version,
    })),
  )
  await server.owner.ask(routes.change, { params: { facility }, body: { changes: changes.slice(0, 5) } })
  await touch()
  expect(await received()).toBe(before)
})

test('a relation of another organisation cannot be entered with its number', async () => {
  const { relation } = await opened('association', checklists)
  const other = await server.stranger({ kind: 'association' })
  expect(await other.status(routes.client, { params: { relation } })).toBe(404)
  expect(await other.status(routes.leaveClient, { params: { relation } })).toBe(404)
  const elsewhere = await server.stranger()
  expect(await elsewhere.status(routes.withdrawRelation, { params: { facility, relation } })).toBe(404)
})
