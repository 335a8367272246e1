import { checkNetwork, date, entityId, type LinkId, type NetworkEdge, type NetworkNode, type VpnId, type ZoneId } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { canControl, canCut, changesOf, checkAfter, type Step, stepsToCut, withStep } from './steps.ts'

const zone = (id: string, trust: 'guest' | 'server'): NetworkNode => ({ id, kind: 'zone', trust, zone: entityId<ZoneId>(id) })
const device = (id: string) => ({ id, kind: 'device', asset: id }) as NetworkNode // ids without their brand
const nodes: readonly NetworkNode[] = [
  device('d:ap'),
  device('d:floor'),
  { ...device('d:floor'), id: 'hub:d:floor:1', kind: 'hub' },
  { id: 'line:net', kind: 'outside', trust: 'internet', line: 'line:net' } as NetworkNode, // as above
  { id: 'remote:1', kind: 'outside', trust: 'partner', remotePath: 'remote:1', vpn: 'vpn:1' } as NetworkNode, // as above
  { id: 'vpn:1', kind: 'outside', trust: 'partner', vpn: 'vpn:1' } as NetworkNode, // as above
  zone('z:guest', 'guest'),
  zone('z:server', 'server'),
]
const edge = (from: string, to: string, id = `${from}~${to}`): NetworkEdge => ({
  id,
  from,
  to,
  layer: 'l2',
  control: 'none',
  by: ['mac-table'],
  facts: [],
})
const link = (name: string) => entityId<LinkId>(`lk:${name}`)
const vpn = { version: 4, record: { id: entityId<VpnId>('vpn:1'), name: '遠隔読影', purpose: 'images-results' } } as const
const known = { nodes, links: [], vpns: [vpn], remotePaths: [], today: date('2026-11-20') }
const [onHub, toServer, guests] = [edge('d:ap', 'hub:d:floor:1'), edge('hub:d:floor:1', 'z:server'), edge('d:ap', 'z:guest')]

test('a link that was seen is taken away by a record of its two ends with the day; off a hub, by the switch of the hub', () => {
  const step: Step = { kind: 'cut', edge: onHub, link: link('new') }
  const record = { id: 'lk:new', fromAsset: 'd:ap', toAsset: 'd:floor', layer: 'l2', control: 'none', cutOn: '2026-11-20' }
  expect(changesOf([step], known)).toEqual([{ change: { kind: 'add', slice: 'links', record } }])
})

test('a link that a person has stated is changed itself, and only if nobody else has changed it meanwhile', () => {
  const record = {
    id: link('said'),
    fromZone: entityId<ZoneId>('z:guest'),
    toZone: entityId<ZoneId>('z:server'),
    layer: 'l3',
    control: 'none',
  } as const
  const stated = edge('z:guest', 'z:server', record.id)
  const change = changesOf([{ kind: 'control', edge: stated, control: 'filter', link: link('new') }], {
    ...known,
    links: [{ version: 3, record }],
  })
  expect(change).toMatchObject([{ change: { kind: 'set', id: 'lk:said', fields: { control: 'filter' } }, expected: 3 }])
})

test('a link that is put elsewhere is taken away here and begins there', () => {
  const step: Step = { kind: 'move', edge: guests, stays: 'd:ap', to: 'z:server', link: link('new'), cut: link('cut') }
  expect(changesOf([step], known)).toMatchObject([
    { change: { record: { id: 'lk:cut', toZone: 'z:guest', cutOn: '2026-11-20' } } },
    { change: { record: { id: 'lk:new', fromAsset: 'd:ap', toZone: 'z:server' } } },
  ])
})

test('a VPN is given up in its own record, once for all its links, and what came by it is away too', () => {
  const [toServer, toBase, ofPath] = [edge('vpn:1', 'z:server'), edge('d:ap', 'vpn:1'), edge('d:ap', 'remote:1')]
  const steps = stepsToCut([toServer, toBase], known, () => link('none'))
  expect(steps).toEqual([{ kind: 'end', slice: 'vpns', id: 'vpn:1' }])
  expect(changesOf(steps, known)).toMatchObject([
    { change: { kind: 'set', slice: 'vpns', id: 'vpn:1', fields: { endedOn: '2026-11-20' } }, expected: 4 },
  ])
  const pair = { id: 'partner', from: ['partner'], to: ['server'], weight: 1, reason: { ja: '', en: '' }, confidence: 'ours' } as const
  const check = checkNetwork(nodes, [toServer, toBase, ofPath, edge('d:ap', 'z:server')], { pairs: [pair], gates: [] })
  expect(check.forbiddenPaths.map(({ start }) => start)).toEqual(['remote:1', 'vpn:1'])
  expect(checkAfter(check, steps).forbiddenPaths).toEqual([])
})

test('a line is cut by a link, and nothing can be set between a device and a hub', () => {
  expect(canCut(edge('d:ap', 'vpn:1'), known)).toBe(false)
  expect(canCut(edge('d:ap', 'line:net'), known)).toBe(true)
  expect(canCut(onHub, known)).toBe(true)
  expect(canControl(onHub, known)).toBe(false)
})

test('the way is closed at once by a cut and by a filter, and taken back with it', () => {
  const pair = { id: 'guest', from: ['guest'], to: ['server'], weight: 1, reason: { ja: '', en: '' }, confidence: 'ours' } as const
  const check = checkNetwork(nodes, [onHub, toServer, guests], { pairs: [pair], gates: [] })
  expect(check.forbiddenPaths).toHaveLength(1)
  const cut: Step = { kind: 'cut', edge: onHub, link: link('new') }
  expect(checkAfter(check, [cut]).forbiddenPaths).toEqual([])
  const filter: Step = { kind: 'control', edge: guests, control: 'filter', link: link('new') }
  expect(checkAfter(check, [filter]).forbiddenPaths).toEqual([])
  expect(checkAfter(check, []).forbiddenPaths).toHaveLength(1)
})

test('another try of the same link takes the place of the first', () => {
  const cut: Step = { kind: 'cut', edge: onHub, link: link('a') }
  const filter: Step = { kind: 'control', edge: onHub, control: 'filter', link: link('b') }
  expect(withStep([cut], filter)).toEqual([filter])
})
