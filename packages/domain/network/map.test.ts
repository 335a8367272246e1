import { a, ids, neighbourOf, seenBehind, smallNetwork, worldOf } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { date } from '../calendar.ts'
import type { Slices, World } from '../picture.ts'
import { endsToState } from './stated-links.ts'
import type { NetworkEdge } from './types.ts'

const small = smallNetwork()

function zonesOf(world: World, asset: string): readonly string[] {
  return world.assetZones.find(({ id }) => id === asset)?.zones.map(({ zone, by }) => `${zone} ${by}`) ?? []
}

function edge(world: World, from: string, to: string): NetworkEdge | undefined {
  return world.networkEdges.find((one) => [one.from, one.to].sort().join() === [from, to].sort().join())
}

function withAsset(id: string, some: Partial<Slices['assets'][number]>): Partial<Slices> {
  return { ...small, assets: small.assets.map((asset) => (asset.id === id ? { ...asset, ...some } : asset)) }
}

describe('the zones of a device', () => {
  const zone = (id: string, prefixes: readonly string[]) => a.zone({ id: ids.zone(id), prefixes })
  const at = (...ips: readonly string[]) => [a.asset({ id: ids.asset('d:1'), ips })]

  test('are those of its addresses, the narrowest block first', () => {
    const zones = [zone('z:all', ['10.0.0.0/8']), zone('z:ward', ['10.1.20.0/24'])]
    expect(zonesOf(worldOf({ zones, assets: at('10.1.20.7') }), 'd:1')).toEqual(['z:ward address'])
    expect(zonesOf(worldOf({ zones, assets: at('10.9.9.9') }), 'd:1')).toEqual(['z:all address'])
    expect(zonesOf(worldOf({ zones, assets: at('192.168.0.1', 'not an address') }), 'd:1')).toEqual([])
  })

  test('are both where two blocks of one size overlap, and all three where it stands in three', () => {
    const twice = [zone('z:a', ['10.1.20.0/24']), zone('z:b', ['10.1.20.0/24'])]
    expect(zonesOf(worldOf({ zones: twice, assets: at('10.1.20.7') }), 'd:1')).toEqual(['z:a address', 'z:b address'])
    const three = ['1', '2', '3'].map((n) => zone(`z:${n}`, [`10.1.${n}.0/24`]))
    expect(zonesOf(worldOf({ zones: three, assets: at('10.1.1.7', '10.1.2.7', '10.1.3.7') }), 'd:1')).toHaveLength(3)
  })

  test('that claim one block join nothing for sure: a slip in the list of zones is no way for visitors', () => {
    const zones = [
      a.zone({ id: ids.zone('z:g'), trust: 'guest', prefixes: ['10.1.20.0/24'] }),
      a.zone({ id: ids.zone('z:s'), trust: 'server', prefixes: ['10.1.20.0/24'] }),
    ]
    const pcs = worldOf({ zones, assets: [a.asset({ id: ids.asset('d:pc'), kind: 'pc', ips: ['10.1.20.7'] })] })
    expect([pcs.networkEdges, pcs.forbiddenPaths]).toEqual([[], []])
    const base = worldOf({ zones, assets: [a.asset({ id: ids.asset('d:ap'), kind: 'access-point', ips: ['10.1.20.8'] })] })
    expect(base.networkEdges.map(({ control, assumed }) => [control, assumed])).toEqual([
      ['unknown', true],
      ['unknown', true],
    ])
    expect(base.forbiddenPaths).toMatchObject([{ id: 'guest-inside|z:g|z:s', possible: true }])
  })

  test('that claim one block are settled by the VLAN of the port', () => {
    const zones = [
      a.zone({ id: ids.zone('z:a'), prefixes: ['10.1.20.0/24'], vlans: ['20'] }),
      a.zone({ id: ids.zone('z:b'), prefixes: ['10.1.20.0/24'] }),
    ]
    const floor = a.asset({ id: ids.asset('d:floor'), name: 'floor', kind: 'switch' })
    const seen = { zones, assets: [floor, ...at('10.1.20.7')], claims: [seenBehind('d:1', ['floor', 'port1', '20'])] }
    expect(zonesOf(worldOf(seen), 'd:1')).toEqual(['z:a vlan'])
  })

  test('are told by IPv6 too', () => {
    const zones = [zone('z:six', ['2001:db8:18::/48'])]
    expect(zonesOf(worldOf({ zones, assets: at('2001:db8:18::7') }), 'd:1')).toEqual(['z:six address'])
  })

  test('are what a person has said, whatever was seen', () => {
    expect(zonesOf(worldOf(small), 'd:ap')).toEqual(['z:guest stated'])
  })

  test('follow a device that has moved: what an earlier sight told counts no longer', () => {
    const claim = (id: string, seenAt: string, ip: string) =>
      a.claim({ id: ids.claim(id), asset: ids.asset('d:w1'), by: 'dhcp', file: `${id}.txt`, seenAt, ips: [ip] })
    const claims = [claim('cl:1', '2026-10-14', '10.1.20.31'), claim('cl:2', '2026-11-18', '10.1.18.31')]
    expect(zonesOf(worldOf({ ...small, claims }), 'd:w1')).toEqual(['z:office address'])
    expect(zonesOf(worldOf({ ...small, claims: [claims[0] ?? a.claim()] }), 'd:w1')).toEqual(['z:clinical address'])
  })

  test('are told by the VLAN of the port, but not where a hub hangs on it', () => {
    const world = worldOf({ ...withAsset('d:server', { ips: [] }) })
    expect(zonesOf(world, 'd:server')).toEqual(['z:server vlan'])
    expect(zonesOf(worldOf({ ...withAsset('d:w1', { ips: [] }) }), 'd:w1')).toEqual([])
  })

  test('hold a sight of tomorrow for nothing', () => {
    const claim = (id: string, seenAt: string, ip: string) =>
      a.claim({ id: ids.claim(id), asset: ids.asset('d:w1'), by: 'dhcp', file: 'leases', seenAt, ips: [ip] })
    const claims = [claim('cl:1', '2026-11-18', '10.1.20.31'), claim('cl:2', '2031-01-01', '10.1.18.31')]
    expect(zonesOf(worldOf({ ...small, claims }), 'd:w1')).toEqual(['z:clinical address'])
  })
})

describe('a table of a switch without a day', () => {
  test('is as old as what lies beside it', () => {
    const claims = ['10', '11'].flatMap((month) => {
      const dated = { asset: ids.asset('d:server'), by: 'nmap', seenAt: `2026-${month}-15`, ips: ['10.1.10.11'] } as const
      const bare = { asset: ids.asset('d:w1'), by: 'dhcp', ips: [month === '10' ? '10.1.20.31' : '10.1.18.31'] } as const
      return [
        a.claim({ id: ids.claim(`cl:${month}-n`), file: `scans/2026-${month}/nmap.xml`, ...dated }),
        a.claim({ id: ids.claim(`cl:${month}-d`), file: `scans/2026-${month}/leases.txt`, ...bare }),
      ]
    })
    const world = worldOf({ ...small, claims })
    expect(zonesOf(world, 'd:w1')).toEqual(['z:office address'])
    expect(world.whereabouts.find(({ id }) => id === 'd:w1')?.addresses[0]?.on).toBe('2026-11-15')
  })
})

describe('links', () => {
  const world = worldOf(small)

  test('lead from a line to its device past what such a device usually does; a telephone line is none', () => {
    expect(edge(world, 'line:internet', 'd:fw')).toMatchObject({ control: 'filter', assumed: true, by: ['line'] })
    expect(edge(world, 'line:maintenance', 'd:vpn-router')).toMatchObject({ control: 'unknown', assumed: true })
    expect(world.networkNodes.map(({ id }) => id)).not.toContain('line:telephone')
  })

  test('are stated by a person before anything is assumed, and keep both grounds', () => {
    const links = [
      a.link({
        id: ids.link('lk:line'),
        fromLine: ids.line('line:maintenance'),
        toAsset: ids.asset('d:vpn-router'),
        layer: 'l3',
        control: 'router-rules',
      }),
    ]
    const stated = edge(worldOf({ ...small, links }), 'line:maintenance', 'd:vpn-router')
    expect(stated).toMatchObject({ id: 'lk:line', control: 'router-rules', by: ['line', 'stated'] })
    expect(stated).not.toHaveProperty('assumed')
  })

  test('to nothing and to itself are left out', () => {
    const links = [
      a.link({ id: ids.link('lk:1'), fromZone: ids.zone('z:office'), toZone: ids.zone('z:gone') }),
      a.link({ id: ids.link('lk:2'), fromZone: ids.zone('z:office'), toZone: ids.zone('z:office') }),
    ]
    expect(worldOf({ ...small, links }).networkEdges.filter(({ by }) => by.includes('stated'))).toEqual([])
  })

  test('between switches are cables and no ways', () => {
    expect(edge(world, 'd:core', 'd:floor')).toMatchObject({ layer: 'physical', trunk: true, by: ['lldp'], on: '2026-11-18' })
  })

  test('that were taken away are none, until something sees them again', () => {
    const cut = (on: string) => [
      ...small.links,
      a.link({ id: ids.link('lk:z'), fromAsset: ids.asset('d:ap'), toAsset: ids.asset('d:floor'), cutOn: date(on) }),
    ]
    const hub = 'hub:d:floor:port1.0.31'
    expect(edge(world, 'd:ap', hub)).toBeDefined()
    expect(edge(worldOf({ ...small, links: cut('2026-11-19') }), 'd:ap', hub)).toBeUndefined()
    expect(edge(worldOf({ ...small, links: cut('2026-11-17') }), 'd:ap', hub)).toBeDefined()
  })
})

describe('a link that one has taken away and another has stated', () => {
  const zones = [a.zone({ id: ids.zone('z:a') }), a.zone({ id: ids.zone('z:b') })]
  const ends = { fromZone: ids.zone('z:a'), toZone: ids.zone('z:b') }
  const away = (id: string) => a.link({ id: ids.link(id), ...ends, cutOn: date('2026-11-10') })
  const stated = (id: string, on?: string) => a.link({ id: ids.link(id), ...ends, control: 'filter', ...(on && { confirmedOn: date(on) }) })

  test.each([
    ['is there where it was stated on that day', '2026-11-10', 1],
    ['is there where it was stated later', '2026-11-11', 1],
    ['is away where it was stated before', '2026-11-09', 0],
    ['is away where nobody knows when it was stated', undefined, 0],
  ])('%s, whatever the order of the records', (_, on, count) => {
    for (const links of [
      [away('lk:1'), stated('lk:2', on)],
      [stated('lk:1', on), away('lk:2')],
    ])
      expect(worldOf({ zones, links }).networkEdges).toHaveLength(count)
  })
})

describe('any link of the map', () => {
  const world = worldOf(small)

  test('can be taken away by stating its two ends, but for VPNs and ways of maintenance', () => {
    const kept = world.networkEdges.filter((one) => {
      const ends = endsToState(one, world.networkNodes)
      if (!ends) return false
      const link = a.link({ id: ids.link('lk:gone'), ...ends, cutOn: date('2026-11-19') })
      return edge(worldOf({ ...small, links: [...small.links, link] }), one.from, one.to) !== undefined
    })
    expect(kept.filter(({ by }) => !by.includes('stated')).map(({ id }) => id)).toEqual([])
    const untold = world.networkEdges.filter((one) => !endsToState(one, world.networkNodes)).map(({ id }) => id)
    expect(untold).toEqual(['d:floor~hub:d:floor:port1.0.31', 'd:vpn-router~remote:chart', 'd:vpn-router~vpn:chart'])
  })
})

describe('a hub that nobody listed', () => {
  const hub = 'hub:d:floor:port1.0.31'

  test('hangs where a base of another zone and PCs of the ward stand behind one port', () => {
    const world = worldOf(small)
    const node = world.networkNodes.find(({ id }) => id === hub)
    expect(node).toMatchObject({ kind: 'hub', asset: 'd:floor', port: 'port1.0.31', behind: ['d:ap', 'd:w1', 'd:w2'], on: '2026-11-18' })
    expect(edge(world, hub, 'z:clinical')).toMatchObject({ layer: 'physical', control: 'none' })
    expect(edge(world, 'd:ap', 'z:guest')).toMatchObject({ layer: 'wireless', control: 'none' })
    expect(edge(world, 'd:w1', 'z:clinical')).toBeUndefined()
  })

  test.each([
    [
      'a listed switch stands there',
      [
        seenBehind('d:floor', ['core', 'port1.0.9', '20']),
        seenBehind('d:w1', ['core', 'port1.0.9', '20']),
        seenBehind('d:w2', ['core', 'port1.0.9', '20']),
      ],
    ],
    ['the equipment behind the port answers for itself', [...small.claims, neighbourOf('d:ap', ['floor', 'port1.0.31'])]],
    ['only two PCs are behind it', small.claims.filter(({ asset }) => asset !== 'd:ap')],
    [
      'the port carries several VLANs',
      small.claims.map((claim) => (claim.asset === 'd:w2' ? seenBehind('d:w2', ['floor', 'port1.0.31', '21']) : claim)),
    ],
    [
      'one of three was last seen months ago',
      small.claims.map((claim) => (claim.asset === 'd:ap' ? seenBehind('d:ap', ['floor', 'port1.0.31', '20'], date('2026-06-01')) : claim)),
    ],
  ])('is not there where %s', (_, claims) => {
    expect(worldOf({ ...small, claims }).networkNodes.filter(({ kind }) => kind === 'hub')).toEqual([])
  })

  test('is not there where a base carries its own guests', () => {
    const claims = ['d:ap', 'd:w1', 'd:w2'].map((asset) => seenBehind(asset, ['floor', 'port1.0.31', '90']))
    expect(worldOf({ ...small, claims }).networkNodes.filter(({ kind }) => kind === 'hub')).toEqual([])
  })
})
