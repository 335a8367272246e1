import { routes } from '@mimamori/contract'
import type { Change } from '@mimamori/domain'
import { givenServer, smallHospital } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server

const params = await smallHospital(owner)
const guestWay = 'guest-inside|z:guest|z:server'
const hub = 'hub:d:floor:port1.0.31'

/** The base of the guests is taken off the hub. */
const takenOff = {
  kind: 'add',
  slice: 'links',
  record: { id: 'lk:off', fromAsset: 'd:ap', toAsset: 'd:floor', layer: 'physical', control: 'none', cutOn: '2026-11-19' },
} as unknown as Change // a record without its branded ids

describe('the map', () => {
  test('tells points, links, entrances, counts and the names of everything on it, the gravest way first', async () => {
    const map = await owner.ask(routes.network, { params })
    expect(map.counts).toEqual({ devices: 10, entrances: map.entrances.length, zones: 6, unknownControls: 5, placedNowhere: 0 })
    expect(map.lastOn).toBe('2026-11-18')
    expect(map.entrances.map(({ id }) => id)).toEqual(['line:eligibility', 'line:internet', 'line:maintenance'])
    expect(map.names[hub]).toEqual({ ja: '台帳にないハブ(floor port1.0.31)', en: 'hub that nobody listed (floor port1.0.31)' })
    expect(map.nodes.map(({ id }) => id).filter((id) => map.names[id] === undefined)).toEqual([])
    const weights = map.paths.map(({ pair }) => map.pairs.find(({ id }) => id === pair)?.weight ?? 0)
    expect(weights).toEqual(weights.toSorted((a, b) => b - a))
    expect(map.paths.find(({ id }) => id === guestWay)).toMatchObject({ start: 'z:guest', target: 'z:server' })
    expect(map.pathsTotal).toBe(map.paths.length)
    expect(map.edges.every((edge) => !('facts' in edge))).toBe(true)
  })

  test('is drawn with few boxes in the language that is asked for, and a stack that is unfolded shows its devices', async () => {
    const query = { lang: 'en' } as const
    const { model } = await owner.ask(routes.networkModel, { params, query })
    expect(model.title).toBe('Map of the network')
    expect(model.zones.flatMap(({ members }) => members)).toContain('z:clinical')
    const stack = model.boxes.find(({ role, zone }) => role === 'stack' && zone === 'z:clinical')
    const open = await owner.ask(routes.networkModel, { params, query: { ...query, unfolded: stack?.id ?? 'none' } })
    const count = (boxes: typeof model.boxes) => boxes.filter(({ zone }) => zone === 'z:clinical').length
    expect(count(open.model.boxes)).toBe(count(model.boxes) + (stack ? stack.count - 1 : 0))
  })

  test('counts the devices of each zone by kind and by the switch that saw them, and shows them in windows', async () => {
    const { stacks, names } = await owner.ask(routes.network, { params })
    expect(stacks.find(({ zone }) => zone === 'z:clinical')).toEqual({
      zone: 'z:clinical',
      count: 2,
      kinds: [{ kind: 'pc', count: 2 }],
      switches: [{ device: 'floor', count: 2 }],
    })
    expect(names['kind:pc']?.ja).toBeDefined()
    const zone = await owner.ask(routes.networkZone, { params: { ...params, zone: 'z:clinical' }, query: { offset: 1, limit: 1 } })
    expect(zone).toMatchObject({ total: 2, offset: 1, devices: [{ row: { name: 'w2' }, by: 'address', port: { port: 'port1.0.31' } }] })
    expect((await owner.ask(routes.networkZone, { params: { ...params, zone: '-' } })).total).toBe(0)
  })

  test('of a facility of which nothing is known is empty and asks nothing yet', async () => {
    const empty = await owner.ask(routes.createFacility, { body: { name: 'みまもり診療所' } })
    const map = await owner.ask(routes.network, { params: empty })
    expect(map).toMatchObject({ nodes: [], edges: [], paths: [], questions: [], counts: { devices: 0 } })
    expect(map).not.toHaveProperty('lastOn')
  })
})

describe('ways from a point', () => {
  test('name the zones within reach and what stops there, and tell each link of the point by file and day', async () => {
    const ways = await owner.ask(routes.networkWays, { params, query: { from: 'z:guest', fallen: '1' } })
    expect(ways.zones.map(({ zone }) => zone)).toEqual(['z:clinical', 'z:core', 'z:server'])
    expect(ways).toMatchObject({ systems: [{ id: 's:chart' }], services: [{ id: 'sv:outpatient' }] })
    const ofBase = await owner.ask(routes.networkWays, { params, query: { from: 'd:ap' } })
    const link = ofBase.links.find(({ edge }) => edge.to === hub || edge.from === hub)
    expect(link?.evidence).toMatchObject([{ slice: 'claims', by: 'mac-table', file: 'switches.txt', on: '2026-11-18' }])
    expect(ofBase.names[hub]).toBeDefined()
  })

  test('begin at a device that does not stand on the map too', async () => {
    const ways = await owner.ask(routes.networkWays, { params, query: { from: 'd:office-pc' } })
    expect(ways.zones.map(({ zone }) => zone)).toContain('z:office')
  })
})

describe('a way that must not be open', () => {
  test('is told hop by hop with what tells each hop, and with the one link to cut', async () => {
    const path = await owner.ask(routes.networkPath, { params: { ...params, path: guestWay } })
    expect(path.hops.map(({ node }) => node.id)).toEqual(['z:guest', 'd:ap', hub, 'z:clinical', 'd:core', 'z:server'])
    expect(path.hops.slice(1).every(({ evidence }) => evidence.length > 0)).toBe(true)
    expect(path.cut.map(({ edges }) => edges.map(({ from, to }) => [from, to]))).toEqual([[['d:ap', hub]]])
    expect(path.cut[0]?.text.ja).toBe('apと台帳にないハブ(floor port1.0.31)のつながりを外す')
  })
})

describe('what is tried out', () => {
  test('shows the way gone and the map as it would be, and stores nothing', async () => {
    const before = await owner.ask(routes.network, { params })
    const { changes } = await owner.ask(routes.lastChanges, { params })
    const tried = await owner.ask(routes.networkTry, { params, body: { changes: [takenOff] } })
    expect(before.paths.map(({ id }) => id)).toContain(guestWay)
    expect(tried.network.paths.map(({ id }) => id)).not.toContain(guestWay)
    expect(tried.network.links.map(({ record }) => record.id)).toContain('lk:off')
    expect(await owner.ask(routes.network, { params })).toEqual(before)
    expect((await owner.ask(routes.lastChanges, { params })).changes).toEqual(changes)
  })

  test('come with what stops from one point and with the map as it would be drawn, where that is asked for', async () => {
    const body = { changes: [takenOff], from: 'z:guest', drawn: { lang: 'ja' } } as const
    const { ways, model } = await owner.ask(routes.networkTry, { params, body: { ...body, changes: [...body.changes] } })
    expect(ways?.zones.map(({ zone }) => zone)).not.toContain('z:server')
    expect(model?.edges.flatMap(({ edges }) => edges)).not.toContain('d:ap~hub:d:floor:port1.0.31')
    const gone = await owner.ask(routes.networkTry, { params, body: { changes: [takenOff], from: 'd:none' } })
    expect(gone.ways).toBeUndefined()
    expect(gone.model).toBeUndefined()
  })

  test('names the findings that would come and go', async () => {
    const spare = { kind: 'add', slice: 'assets', record: { id: 'd:new', name: '新しいPC', kind: 'pc' } } as unknown as Change // as above
    const { come, gone } = await owner.ask(routes.networkTry, { params, body: { changes: [spare] } })
    expect(come.map(({ id }) => id)).toContain('assets/no-owner|d:new')
    expect(gone).toEqual([])
  })

  test.each([
    [
      'a link to a zone that is not there',
      { kind: 'add', slice: 'links', record: { id: 'lk:1', fromZone: 'z:guest', toZone: 'z:none', layer: 'l3', control: 'none' } },
      'change/unknown-reference',
    ],
    ['a record that is not there', { kind: 'set', slice: 'zones', id: 'z:none', fields: { name: 'x' } }, 'change/no-such-record'],
    ['a zone whose devices still stand in it', { kind: 'remove', slice: 'zones', id: 'z:guest' }, 'change/still-used'],
    ['what no person may write', { kind: 'remove', slice: 'register', id: 'x' }, 'change/not-allowed'],
  ])('is refused as it would be in earnest: %s', async (_, change, code) => {
    const changes = [change as unknown as Change] // as above
    expect(await owner.call(routes.networkTry, { params, body: { changes } })).toMatchObject({ kind: 'error', error: { code } })
  })
})

describe('zones and links', () => {
  const add = (slice: string, record: object) => ({ kind: 'add', slice, record }) as unknown as Change // as above
  const link = { id: 'lk:1', layer: 'l3', control: 'none' }
  test.each([
    ['change/unreadable-block', add('zones', { id: 'z:1', name: '3階', trust: 'clinical', prefixes: ['10.18.20'] })],
    ['change/unreadable-vlan', add('zones', { id: 'z:1', name: '3階', trust: 'clinical', vlans: ['5000'] })],
    ['change/link-ends', add('links', { ...link, fromZone: 'z:guest' })],
    ['change/link-ends', add('links', { ...link, fromZone: 'z:guest', fromAsset: 'd:ap', toZone: 'z:server' })],
    ['change/link-to-itself', add('links', { ...link, fromZone: 'z:guest', toZone: 'z:guest' })],
    ['change/place-ends', add('mapPlaces', { id: 'mp:1', x: 1, y: 1 })],
    ['change/date-ahead', add('links', { ...link, fromZone: 'z:guest', toZone: 'z:server', cutOn: '2027-01-01' })],
  ])('that cannot be are refused: %s', async (code, change) => {
    const before = await owner.ask(routes.network, { params })
    expect(await owner.call(routes.change, { params, body: { changes: [{ change }] } })).toMatchObject({ error: { code } })
    expect(await owner.ask(routes.network, { params })).toEqual(before)
  })

  test('that a person states are as old as the day on which it was said; blocks may overlap', async () => {
    const own = await owner.ask(routes.createFacility, { body: { name: 'みまもり分院' } })
    const zones = ['z:1', 'z:2'].map((id) => add('zones', { id, name: id, trust: 'clinical', prefixes: ['10.0.0.0/8'] }))
    await owner.ask(routes.change, { params: own, body: { changes: zones.map((change) => ({ change })) } })
    const map = await owner.ask(routes.network, { params: own })
    expect(map.nodes.map(({ id, on }) => [id, on])).toEqual([
      ['z:1', map.today],
      ['z:2', map.today],
    ])
  })
})

describe('what is not there', () => {
  test.each([
    [routes.networkZone, { params: { ...params, zone: 'z:none' } }, 'network/no-such-zone'],
    [routes.networkWays, { params, query: { from: 'd:none' } }, 'network/no-such-point'],
    [routes.networkPath, { params: { ...params, path: 'guest-inside|z:guest|z:none' } }, 'network/no-such-path'],
  ] as const)('is said to be gone: %#', async (route, input, code) => {
    expect(await owner.call(route, input as never)).toMatchObject({ kind: 'error', error: { code } }) // the input of this route
  })
})

describe('the map of a hospital', () => {
  test('is no business of a vendor, and another hospital sees none', async () => {
    const vendor = await server.stranger({ kind: 'vendor' })
    expect(await vendor.status(routes.network, { params })).toBe(403)
    expect(await (await server.stranger()).status(routes.network, { params })).toBe(404)
    const reader = await server.person({ role: 'reader' })
    expect(await reader.status(routes.network, { params })).toBe(200)
    expect(await reader.status(routes.networkTry, { params, body: { changes: [] } })).toBe(403)
  })
})
