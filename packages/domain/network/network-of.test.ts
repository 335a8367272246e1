import { a, aPicture, aReference, ids, smallNetwork, worldOf } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { compareSegmentations } from './compare.ts'
import { hopsOf } from './hops.ts'
import { type Network, networkOf } from './network-of.ts'
import { waysFrom } from './ways-from.ts'

const small = aPicture(smallNetwork()).slices
const reference = aReference()
const now = { asOf: date('2026-11-20') }
const network = networkOf(small, reference, now)

test('the network without the kernel is the same as the one that the kernel derives', () => {
  const world = worldOf(small)
  const { whereabouts, assetZones, nodes, edges, entrances, reach, forbiddenPaths, questions } = network
  expect({ whereabouts, assetZones, entrances, reach, forbiddenPaths }).toEqual({
    whereabouts: world.whereabouts,
    assetZones: world.assetZones,
    entrances: world.entrances,
    reach: world.reach,
    forbiddenPaths: world.forbiddenPaths,
  })
  expect([nodes, edges, questions]).toEqual([world.networkNodes, world.networkEdges, world.networkQuestions])
})

function pathOf({ forbiddenPaths }: Network, id: string) {
  const path = forbiddenPaths.find((one) => one.id === id)
  if (!path) throw new Error(`no path ${id}`)
  return path
}

test('a way is told step by step, with file and day of each fact and the switches on the wire inside a zone', () => {
  const hops = hopsOf(pathOf(network, 'guest-inside|z:guest|z:server'), worldOf(small))
  expect(hops.map(({ node, through }) => [node.id, ...through].join(' via '))).toEqual([
    'z:guest',
    'd:ap',
    'hub:d:floor:port1.0.31',
    'z:clinical via d:floor',
    'd:core',
    'z:server',
  ])
  expect(hops[2]?.evidence).toEqual([{ fact: { slice: 'claims', id: 'cl:mac-ap', field: 'link' }, file: 'switches.txt', on: '2026-11-18' }])
})

describe('what stops', () => {
  test('with an entrance is the care behind the systems that can be reached from it', () => {
    const fallen = waysFrom(network.check, { ...small, ...network }, { start: 'd:fw', fallen: true })
    expect(fallen.zones.map(({ zone }) => zone)).toEqual(['z:guest', 'z:office', 'z:clinical', 'z:core', 'z:server'])
    expect([fallen.systems, fallen.services]).toEqual([['s:chart'], ['sv:outpatient']])
  })

  test('with the firewall standing is nothing, and with one PC what its zone reaches', () => {
    expect(waysFrom(network.check, { ...small, ...network }, { start: 'line:internet' }).systems).toEqual([])
    const pc = waysFrom(network.check, { ...small, ...network }, { start: 'd:office-pc' })
    expect(pc.zones).toEqual([{ zone: 'z:office', hops: 1 }])
    expect(pc.services).toEqual([])
    expect(waysFrom(network.check, { ...small, ...network }, { start: 'd:w1' }).systems).toEqual(['s:chart'])
    expect(waysFrom(network.check, { ...small, ...network }, { start: 'nobody' }).zones).toEqual([])
  })

  test('with a device that leads nowhere else goes no further than its one link lets, unless somebody holds it', () => {
    const links = [
      ...small.links,
      a.link({ id: ids.link('lk:leaf'), fromAsset: ids.asset('d:w9'), toZone: ids.zone('z:server'), control: 'filter' }),
    ]
    const assets = [...small.assets, a.asset({ id: ids.asset('d:w9') })]
    const { slices } = aPicture({ ...smallNetwork(), assets, links })
    const leaf = networkOf(slices, reference, now)
    const from = (fallen: boolean) => waysFrom(leaf.check, { ...slices, ...leaf }, { start: 'd:w9', fallen }).zones.map(({ zone }) => zone)
    expect(from(false)).toEqual([])
    expect(from(true)[0]).toBe('z:server')
  })
})

test('two ways of dividing the network are compared: what closes, what opens, what each start loses', () => {
  const filtered = small.links.map((link) => (link.id === ids.link('lk:core-server') ? { ...link, control: 'filter' as const } : link))
  const after = networkOf({ ...small, links: filtered }, reference, now)
  const change = compareSegmentations(network, after)
  expect(change.closed.map(({ id }) => id)).toContain('guest-inside|z:guest|z:server')
  expect(change.opened).toEqual([])
  expect(change.open.map(({ id }) => id)).toContain('guest-inside|z:guest|z:clinical')
  expect(change.reach.find(({ start }) => start === 'z:guest')).toEqual({ start: 'z:guest', lost: ['z:server'], gained: [] })
  expect(change.entrances.find(({ entrance }) => entrance === 'line:internet')?.lost).toEqual(['z:server'])
})
