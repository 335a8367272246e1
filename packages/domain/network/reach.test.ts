import { a, ids, smallNetwork, worldOf } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { date } from '../calendar.ts'
import type { World } from '../picture.ts'

const small = smallNetwork()

function reached(world: World, start: string): readonly string[] {
  return world.reach.find(({ id }) => id === start)?.zones.map(({ zone, hops, possible }) => `${zone} ${hops}${possible ? '?' : ''}`) ?? []
}

function ways(world: World): Readonly<Record<string, string>> {
  return Object.fromEntries(
    world.forbiddenPaths.map(({ id, possible, hops }) => [id, `${possible ? '? ' : ''}${hops.map(({ to }) => to).join(' > ')}`]),
  )
}

describe('what can be reached', () => {
  const world = worldOf(small)

  test('is everything that no control holds back, nearest first', () => {
    expect(reached(world, 'z:guest')).toEqual(['z:clinical 3', 'z:core 5?', 'z:server 5'])
    expect(reached(world, 'z:office')).toEqual([])
    expect(reached(world, 'line:internet')).toEqual([])
    expect(reached(world, 'line:eligibility')).toEqual(['z:eligibility 2?'])
  })

  test('is only possible past a control that nobody knows', () => {
    expect(reached(world, 'line:maintenance')).toEqual(['z:server 2?', 'z:clinical 4?', 'z:core 4?', 'z:guest 7?'])
  })

  test('from a device at an entrance is what stands behind it when it falls', () => {
    expect(reached(world, 'd:fw')).toEqual(['z:guest 1', 'z:office 1', 'z:clinical 4', 'z:core 6?', 'z:server 6'])
  })
})

describe('a way that must not be open', () => {
  test('is told hop by hop, with the facts of each hop', () => {
    const world = worldOf(small)
    expect(ways(world)).toMatchObject({
      'guest-inside|z:guest|z:clinical': 'd:ap > hub:d:floor:port1.0.31 > z:clinical',
      'guest-inside|z:guest|z:server': 'd:ap > hub:d:floor:port1.0.31 > z:clinical > d:core > z:server',
    })
    const path = world.forbiddenPaths.find(({ id }) => id === 'guest-inside|z:guest|z:server')
    expect(path?.facts.map(({ slice, id }) => `${slice} ${id}`)).toEqual(
      expect.arrayContaining(['assets d:ap', 'claims cl:mac-ap', 'links lk:core-server']),
    )
  })

  test('counts from the office only where it goes to the internet', () => {
    const links = [
      ...small.links,
      a.link({ id: ids.link('lk:os'), fromZone: ids.zone('z:office'), toZone: ids.zone('z:server'), control: 'none' }),
    ]
    expect(ways(worldOf({ ...small, links }))).toHaveProperty('office-server|z:office|z:server', 'z:server')
    const offline = { ...small, links, lines: small.lines.filter(({ kind }) => kind !== 'internet') }
    expect(ways(worldOf(offline))).not.toHaveProperty('office-server|z:office|z:server')
  })

  test('is preferred where it is sure, even if a shorter one is possible', () => {
    const link = (id: string, from: string, to: string, control: 'none' | 'unknown') =>
      a.link({ id: ids.link(id), fromZone: ids.zone(from), toZone: ids.zone(to), control })
    const zone = (id: string, trust: 'guest' | 'office' | 'server') => a.zone({ id: ids.zone(id), trust })
    const zones = [zone('z:g', 'guest'), zone('z:o', 'office'), zone('z:s', 'server')]
    const links = [link('lk:1', 'z:g', 'z:s', 'unknown'), link('lk:2', 'z:g', 'z:o', 'none'), link('lk:3', 'z:o', 'z:s', 'none')]
    expect(ways(worldOf({ zones, links }))).toMatchObject({ 'guest-inside|z:g|z:s': 'z:o > z:s' })
    expect(ways(worldOf({ zones, links: links.slice(0, 2) }))).toMatchObject({ 'guest-inside|z:g|z:s': '? z:s' })
  })

  test('goes past a one-way link in its direction alone', () => {
    const zones = [a.zone({ id: ids.zone('z:a'), trust: 'server' }), a.zone({ id: ids.zone('z:g'), trust: 'guest' })]
    const link = { id: ids.link('lk:1'), layer: 'l3', control: 'one-way' } as const
    const inwards = [{ ...link, fromZone: ids.zone('z:g'), toZone: ids.zone('z:a') }]
    const outwards = [{ ...link, fromZone: ids.zone('z:a'), toZone: ids.zone('z:g') }]
    expect(ways(worldOf({ zones, links: inwards }))).toHaveProperty('guest-inside|z:g|z:a')
    expect(ways(worldOf({ zones, links: outwards }))).toEqual({})
  })

  test('is none in a circle of zones that all filter', () => {
    const ring = ['z:1', 'z:2', 'z:3']
    const zones = ring.map((id, at) => a.zone({ id: ids.zone(id), trust: at === 0 ? 'guest' : 'server' }))
    const links = ring.map((id, at) =>
      a.link({ id: ids.link(`lk:${at}`), fromZone: ids.zone(id), toZone: ids.zone(ring[(at + 1) % 3] ?? ''), control: 'filter' }),
    )
    expect(ways(worldOf({ zones, links }))).toEqual({})
    expect(ways(worldOf({}))).toEqual({})
  })
})

describe('from where a vendor works', () => {
  const tool = a.remotePath({ id: ids.remotePath('remote:tool'), way: 'cloud-tool', assets: [ids.asset('d:w1')] })

  test('the zone of the devices that it looks after is no way that must not be open, and every other is', () => {
    const only = Object.keys(ways(worldOf({ ...small, vpns: [], remotePaths: [tool], links: [] })))
    expect(only.filter((id) => id.includes('remote:tool'))).toEqual([])
    const more = ways(worldOf({ ...small, vpns: [], remotePaths: [{ ...tool, assets: [ids.asset('d:server')] }] }))
    expect(more).toHaveProperty('partner-inside|remote:tool|z:clinical')
  })

  test('what carries it tells nothing of its own', () => {
    const { forbiddenPaths } = worldOf(small)
    expect(forbiddenPaths.map(({ start }) => start)).toContain('remote:chart')
    expect(forbiddenPaths.filter(({ start }) => start === 'vpn:chart' || start === 'line:maintenance')).toEqual([])
  })
})

describe('entrances', () => {
  test('are the lines, and what comes by none of them', () => {
    const { entrances } = worldOf(small)
    expect(entrances.map(({ id, asset, exposure, guarded }) => [id, asset, exposure, guarded])).toEqual([
      ['line:eligibility', 'd:shikaku', 'closed', 'none'],
      ['line:internet', 'd:fw', 'internet', 'firewall'],
      ['line:maintenance', 'd:vpn-router', 'closed', 'router'],
    ])
    expect(entrances[1]?.behind).toEqual(['z:guest', 'z:office', 'z:clinical', 'z:core', 'z:server'])
  })

  test('are also a VPN whose device nobody knows, and a mobile router that was seen inside', () => {
    const paths = [a.remotePath({ id: ids.remotePath('remote:reading'), vpn: ids.vpn('vpn:reading'), assets: [ids.asset('d:server')] })]
    const pocket = a.asset({ id: ids.asset('d:pocket'), kind: 'mobile-router', ips: ['10.1.18.61'], unlisted: 'yes' })
    const { entrances } = worldOf({ ...small, remotePaths: paths, assets: [...small.assets, pocket] })
    expect(entrances.map(({ id }) => id)).toEqual(['d:pocket', 'line:eligibility', 'line:internet', 'line:maintenance', 'vpn:reading'])
    expect(entrances.find(({ id }) => id === 'vpn:reading')).toMatchObject({
      exposure: 'remote',
      guarded: 'unknown',
      behind: ['z:server', 'z:clinical', 'z:core', 'z:guest'],
    })
    expect(entrances.find(({ id }) => id === 'd:pocket')?.behind[0]).toBe('z:office')
  })

  test('are none where the line was taken off its device, and stand at the device to which it was put', () => {
    const cut = a.link({
      id: ids.link('lk:cut'),
      fromLine: ids.line('line:internet'),
      toAsset: ids.asset('d:fw'),
      cutOn: date('2026-11-20'),
    })
    expect(worldOf({ ...small, links: [...small.links, cut] }).entrances.map(({ id }) => id)).not.toContain('line:internet')
    const put = a.link({ id: ids.link('lk:put'), fromLine: ids.line('line:internet'), toAsset: ids.asset('d:office-pc'), control: 'none' })
    const moved = worldOf({ ...small, links: [...small.links, cut, put] }).entrances
    expect(moved.find(({ id }) => id === 'line:internet')).toMatchObject({ asset: 'd:office-pc', guarded: 'none', behind: ['z:office'] })
  })

  test('have behind them what a VPN on their line brings past their device', () => {
    const vpn = a.vpn({ id: ids.vpn('vpn:inside'), line: ids.line('line:internet'), device: ids.asset('d:vpn-router') })
    const lone = a.line({ id: ids.line('line:internet'), kind: 'internet', device: ids.asset('d:office-pc') })
    const { entrances } = worldOf({ ...small, lines: [lone], vpns: [vpn], remotePaths: [] })
    expect(entrances.map(({ id, behind }) => [id, behind[0], behind.includes(ids.zone('z:server'))])).toEqual([
      ['line:internet', 'z:office', true],
    ])
  })

  test('are unknown in part where nobody has said on which device a line ends', () => {
    const lines = [a.line({ id: ids.line('line:1'), kind: 'internet' })]
    const { entrances, networkQuestions } = worldOf({ ...small, lines })
    expect(entrances.find(({ id }) => id === 'line:1')).toMatchObject({ guarded: 'unknown', behind: [] })
    expect(networkQuestions.map(({ id }) => id)).toContain('line-device|line:1')
  })
})

describe('questions', () => {
  test('begin with the zones, and with nothing where nothing is listed', () => {
    expect(worldOf({ assets: [a.asset()] }).networkQuestions).toMatchObject([{ ask: 'zones', order: 1 }])
    expect(worldOf({}).networkQuestions).toEqual([])
  })

  test('name the fullest block of addresses that belongs to no zone', () => {
    const at = (id: string, ip: string) => a.asset({ id: ids.asset(id), ips: [ip] })
    const assets = [at('d:1', '10.5.0.1'), at('d:2', '10.6.0.1'), at('d:3', '10.6.0.2')]
    const asked = worldOf({ zones: [a.zone({ prefixes: ['10.1.0.0/24'] })], assets }).networkQuestions
    expect(asked.toSorted((one, other) => one.order - other.order).map(({ id, count }) => `${id} ${count}`)).toEqual([
      'zone-of-block|10.6.0.0/24 2',
      'zone-of-block|10.5.0.0/24 1',
    ])
  })
})
