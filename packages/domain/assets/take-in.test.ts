import { a, aPicture, ids } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { applyChange, applyChanges } from '../change.ts'
import type { Change } from '../change-type.ts'
import { printOf } from '../equal.ts'
import { byId, type Picture } from '../picture.ts'
import { identify } from './identity.ts'
import type { Observation } from './observation.ts'
import { type IdFor, takeIn } from './take-in.ts'

const mac = '00:80:92:00:00:01'
const idFor: IdFor = (slice, key) => `${slice}:${printOf(key)}`

function seen(some: Partial<Observation>): Observation {
  return { source: 'nmap', file: 'scan.xml', row: 1, ...some }
}

function imported(picture: Picture, ...observations: readonly Observation[]): Picture {
  const { assets, claims } = picture.slices
  const { decisions } = identify(observations, { assets, claims })
  return applied(picture, takeIn(observations, decisions, { slices: picture.slices, idFor }).changes)
}

function applied(picture: Picture, changes: readonly Change[]): Picture {
  const result = applyChanges(picture, changes)
  if (result.kind === 'refused') throw new Error(result.why)
  return result.picture
}

test('a device that is new becomes one asset that nobody has listed yet, with a claim of every source', () => {
  const { assets, claims } = imported(
    aPicture(),
    seen({ macs: [mac], ips: ['10.0.0.5'], seenAt: '2026-11-01T01:00:00Z' }),
    seen({ source: 'dhcp', file: 'leases.txt', macs: [mac], names: ['PC-0042'] }),
  ).slices
  expect(assets).toMatchObject([{ name: '10.0.0.5', unlisted: 'yes', macs: [mac], hostNames: ['PC-0042'] }])
  expect(claims.map((claim) => [claim.by, claim.asset, claim.rule]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))).toEqual([
    ['dhcp', assets[0]?.id, 'nothing-known'],
    ['nmap', assets[0]?.id, 'nothing-known'],
  ])
})

test('what a person has entered is never overwritten, and what is unknown is learnt', () => {
  const before = aPicture({ assets: [a.asset({ macs: [mac], os: 'Windows 10' })] })
  const { assets } = imported(before, seen({ macs: [mac], os: 'Linux', model: 'RTX1220', names: ['rt-01'] })).slices
  expect(assets).toEqual([{ ...a.asset({ macs: [mac], os: 'Windows 10' }), model: 'RTX1220', hostNames: ['rt-01'] }])
})

test('the same file read twice changes nothing', () => {
  const once = imported(aPicture(), seen({ macs: [mac], software: [{ name: 'A', version: '1' }] }), seen({ row: 2, ips: ['10.0.0.9'] }))
  expect(imported(once, seen({ macs: [mac], software: [{ name: 'A', version: '1' }] })).slices).toEqual(once.slices)
})

test('a program that the office has listed is the one that a scan sees, and what the office wrote of it stays', () => {
  const listed = a.software({ name: 'ＮＧＩＮＸ', version: '1.18' })
  const before = aPicture({ assets: [a.asset({ macs: [mac] })], software: [listed] })
  const { software } = imported(
    before,
    seen({ macs: [mac], software: [{ name: 'nginx', version: '1.24', cpe: 'cpe:/a:nginx:nginx' }] }),
  ).slices
  expect(software).toEqual([{ ...listed, cpe: 'cpe:/a:nginx:nginx' }])
})

test('a list of the office takes a found device into the register', () => {
  const found = imported(aPicture(), seen({ macs: [mac] }))
  const { assets } = imported(found, seen({ source: 'register', file: 'list.xlsx', macs: [mac], tags: ['K-0042'] })).slices
  expect(assets.map(({ tag, unlisted }) => [tag, unlisted])).toEqual([['K-0042', undefined]])
})

test('two devices of which a file tells nothing but a generic name stay two, also when it is read again', () => {
  const strangers = [seen({ names: ['localhost'] }), seen({ row: 2, names: ['localhost'] })]
  const once = imported(aPicture(), ...strangers)
  expect(once.slices.assets.length).toBe(2)
  expect(imported(once, ...strangers).slices).toEqual(once.slices)
})

test('a claim that fits several assets waits with its candidates', () => {
  const assets = [a.asset({ macs: [mac] }), a.asset({ id: ids.asset('d:2'), macs: [mac] })]
  const { claims } = imported(aPicture({ assets }), seen({ macs: [mac] })).slices
  expect(claims).toMatchObject([{ rule: 'several-assets', candidates: ['d:1', 'd:2'] }])
  expect(claims[0]?.asset).toBeUndefined()
})

test('a row that nobody could tell is asked once, also when its list is read again with another room', () => {
  const row = (tag: string, at: number, room: string) =>
    seen({ source: 'register', file: 'list.xlsx', row: at, tags: [tag], macs: [mac], room })
  const once = imported(aPicture(), row('K-1', 1, '1F'), row('K-2', 2, '1F'))
  expect(once.slices.claims.map(({ tags, asset }) => [tags, asset])).toEqual(
    expect.arrayContaining([
      [['K-1'], undefined],
      [['K-2'], undefined],
    ]),
  )
  const twice = imported(once, row('K-0', 11, '9F'), row('K-1', 12, '2F'), row('K-2', 13, '1F'))
  const asked = twice.slices.claims.filter(({ tags }) => tags?.[0] !== 'K-0')
  expect(asked.map(({ tags = [], room = '' }) => [...tags, room].join(' ')).sort()).toEqual(['K-1 2F', 'K-2 1F'])
})

test('texts of a device that no record could hold are made fit to be kept', () => {
  const { assets } = imported(aPicture(), seen({ names: ['PC-1\u0000\u202ex'], model: 'x'.repeat(500), macs: [mac] })).slices
  expect(assets[0]).toMatchObject({ name: 'PC-1 x', model: 'x'.repeat(200) })
})

test('two assets that are one are merged with their claims, and parting them gives each its own again', () => {
  const picture = aPicture({
    assets: [a.asset(), a.asset({ id: ids.asset('d:2') })],
    claims: [a.claim(), a.claim({ id: ids.claim('cl:2'), asset: ids.asset('d:2') })],
    remotePaths: [a.remotePath({ assets: [ids.asset('d:1'), ids.asset('d:2')] })],
    software: [a.software({ asset: ids.asset('d:2') })],
  })
  const merged = applied(picture, [{ kind: 'merge', slice: 'assets', keep: 'd:1', gone: 'd:2' }])
  expect(merged.slices.claims.map((claim) => claim.asset)).toEqual(['d:1', 'd:1'])
  expect(merged.slices.remotePaths[0]?.assets).toEqual(['d:1'])
  expect(byId(merged.slices.aliases, 'd:2')).toMatchObject({ to: 'd:1', slice: 'assets' })
  const parted = applyChange(merged, { kind: 'unmerge', slice: 'assets', gone: 'd:2' })
  expect(parted).toMatchObject({ kind: 'applied', picture: { slices: picture.slices } })
})
