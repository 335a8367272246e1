import { routes } from '@mimamori/contract'
import type { Change } from '@mimamori/domain'
import { givenServer, smallHospital } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const params = await smallHospital(owner)

const change = (one: object) => one as Change // records without their branded ids
const add = (slice: string, record: object) => change({ kind: 'add', slice, record })
const cutOn = '2026-11-19'
const vpn = 'vpn:reading'

/** The changes as a screen sends them: each with the version of the record that it shows. */
async function withVersions(changes: readonly Change[]) {
  const { links, vpns, remotePaths } = await owner.ask(routes.network, { params })
  const shown = new Map([...links, ...vpns, ...remotePaths].map(({ version, record }): [string, number] => [record.id, version]))
  return Promise.all(
    changes.map(async (one) => {
      if (one.kind !== 'set') return { change: one }
      const asset = one.slice === 'assets' ? await owner.ask(routes.asset, { params: { ...params, asset: one.id } }) : undefined
      return { change: one, expected: asset?.asset.version ?? shown.get(one.id) ?? 0 }
    }),
  )
}

const tries: readonly (readonly [string, readonly Change[]])[] = [
  [
    'a line taken off its device',
    [add('links', { id: 'lk:t1', fromLine: 'line:internet', toAsset: 'd:fw', layer: 'l3', control: 'none', cutOn })],
  ],
  [
    'a line put to another device',
    [
      add('links', { id: 'lk:t2', fromLine: 'line:internet', toAsset: 'd:fw', layer: 'l3', control: 'none', cutOn }),
      add('links', { id: 'lk:t3', fromLine: 'line:internet', toAsset: 'd:office-pc', layer: 'l3', control: 'none' }),
    ],
  ],
  ['a filter on the core switch', [change({ kind: 'set', slice: 'links', id: 'lk:core-server', fields: { control: 'filter' } })]],
  ['a VPN given up', [change({ kind: 'set', slice: 'vpns', id: vpn, fields: { endedOn: cutOn } })]],
  ['a way of maintenance given up', [change({ kind: 'set', slice: 'remotePaths', id: 'remote:chart', fields: { endedOn: cutOn } })]],
  [
    'a zone divided',
    [
      add('zones', { id: 'z:new', name: '新しい区画', trust: 'clinical' }),
      change({ kind: 'set', slice: 'assets', id: 'd:w1', fields: { zones: ['z:new'] } }),
    ],
  ],
]

describe('what is tried and then kept', () => {
  test.each(tries)('stands as it was shown: %s', async (_, changes) => {
    const { revision: __, ...shown } = (await owner.ask(routes.networkTry, { params, body: { changes: [...changes] } })).network
    const { revision: made } = await owner.ask(routes.change, { params, body: { changes: await withVersions(changes) } })
    const { revision, ...kept } = await owner.ask(routes.network, { params })
    const facts = ({ nodes, edges, entrances, paths, questions, counts, stacks }: typeof kept) => {
      return { nodes, edges, entrances, paths: paths.map(({ finding: ___, ...way }) => way), questions, counts, stacks }
    }
    expect(facts(kept)).toEqual(facts(shown))
    expect(made).toBe(revision)
    await owner.ask(routes.undo, { params, body: { revision } })
  })
})

test('of two people who change one link the second is asked, and the first can still take theirs back', async () => {
  const colleague = await server.person({ role: 'editor' })
  const at = { id: 'lk:core-clinical', slice: 'links', kind: 'set' }
  const [mine, theirs] = await withVersions([change({ ...at, fields: { cutOn } }), change({ ...at, fields: { control: 'filter' } })])
  const first = await colleague.ask(routes.change, { params, body: { changes: theirs ? [theirs] : [] } })
  const second = await owner.ask(routes.change, { params, body: { changes: mine ? [mine] : [] } })
  expect(second).toMatchObject({ revision: first.revision, conflicts: [{ id: at.id, theirs: { control: 'filter' } }] })
  await colleague.ask(routes.undo, { params, body: { revision: first.revision } })
  const link = (await owner.ask(routes.network, { params })).links.find(({ record }) => record.id === at.id)
  expect(link?.record).toMatchObject({ control: 'none' })
  expect(link?.record).not.toHaveProperty('cutOn')
})

describe('the network of another hospital', () => {
  const drawing = Buffer.from('<mxfile><diagram><mxGraphModel><root/></mxGraphModel></diagram></mxfile>')
  test.each([
    [routes.networkModel, { query: { lang: 'ja' } }],
    [routes.networkZone, { params: { ...params, zone: 'z:guest' } }],
    [routes.networkWays, { query: { from: 'z:guest' } }],
    [routes.networkPath, { params: { ...params, path: 'guest-inside|z:guest|z:server' } }],
    [routes.networkTry, { body: { changes: [] } }],
    [routes.networkMap, { query: { format: 'svg' } }],
    [routes.networkDrawio, { upload: { name: '図.drawio', bytes: drawing } }],
  ] as const)('is not there for a stranger: %#', async (route, input) => {
    const stranger = await server.stranger()
    expect(await stranger.status(route, { params, ...input })).toBe(404)
  })

  test('is neither an end of a link nor a start, in earnest or in a try', async () => {
    const stranger = await server.stranger({ name: 'みまもり第二病院' })
    const own = await stranger.ask(routes.createFacility, { body: { name: 'みまもり第二病院' } })
    const link = add('links', { id: 'lk:x', fromZone: 'z:guest', toZone: 'z:server', layer: 'l3', control: 'none' })
    const refused = { kind: 'error', error: { code: 'change/unknown-reference' } }
    expect(await stranger.call(routes.networkTry, { params: own, body: { changes: [link] } })).toMatchObject(refused)
    expect(await stranger.call(routes.change, { params: own, body: { changes: [{ change: link }] } })).toMatchObject(refused)
    expect(await stranger.status(routes.networkWays, { params: own, query: { from: 'z:guest' } })).toBe(404)
    const tried = await stranger.ask(routes.networkTry, { params: own, body: { changes: [], from: 'z:guest' } })
    expect(tried.ways).toBeUndefined()
  })
})
