import { a, check, expectFindings, ids, seenBehind, smallNetwork } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { date } from '../calendar.ts'
import type { Slices } from '../picture.ts'
import { declaredClosed } from './declared-closed.ts'
import { flatNetwork } from './flat-network.ts'
import { linkControlUnknown } from './link-control-unknown.ts'
import { macInTwoZones } from './mac-in-two-zones.ts'
import { mobileRouterInside } from './mobile-router-inside.ts'
import { privateNotApart } from './private-not-apart.ts'
import { sameBlock } from './same-block.ts'
import { unmanagedSwitch } from './unmanaged-switch.ts'
import { unsupportedOsByZone } from './unsupported-os-by-zone.ts'

const small = smallNetwork()
const without = (id: string) => ({ ...small, claims: small.claims.filter(({ asset }) => asset !== id) })

function asset(id: string, some: Partial<Slices['assets'][number]>): Partial<Slices> {
  return { ...small, assets: small.assets.map((one) => (one.id === id ? { ...one, ...some } : one)) }
}

test('a zone that holds servers and many terminals is flat; few terminals, or terminals alone, are not', () => {
  const pcs = (count: number) =>
    Array.from({ length: count }, (_, at) => a.asset({ id: ids.asset(`d:pc${at}`), ips: [`10.1.10.${at + 50}`] }))
  const findings = check(flatNetwork, { ...small, assets: [...small.assets, ...pcs(10)] })
  expectFindings(findings, [{ subjects: ['z:server'], because: ['mixed'] }])
  expect(findings[0]?.because[0]?.with).toEqual({ servers: 1, medical: 0, terminals: 10 })
  expectFindings(check(flatNetwork, { ...small, assets: [...small.assets, ...pcs(9)] }), [])
  expectFindings(check(flatNetwork, { ...small, assets: pcs(20) }), [])
  expectFindings(check(flatNetwork, { assets: pcs(20) }), [])
})

test('a hub is told of by the port behind which it hangs, under one id as devices come and go', () => {
  const findings = check(unmanagedSwitch, small)
  expectFindings(findings, [{ subjects: ['d:floor'], because: ['behind'] }])
  expect(findings[0]?.because[0]?.with).toEqual({ port: 'port1.0.31', count: 3 })
  const more = check(unmanagedSwitch, { ...small, claims: [...small.claims, seenBehind('d:office-pc', ['floor', 'port1.0.31', '20'])] })
  expect(more.map(({ id }) => id)).toEqual(findings.map(({ id }) => id))
  expectFindings(check(unmanagedSwitch, without('d:ap')), [])
})

test('two zones that claim one block are told of once, and not every device in them', () => {
  const double = a.zone({ id: ids.zone('z:double'), trust: 'office', prefixes: ['10.1.18.0/24'] })
  const zones = [...small.zones, double]
  expectFindings(check(sameBlock, { ...small, zones }), [{ subjects: ['z:double', 'z:office'], because: ['same'], severity: 'low' }])
  expectFindings(check(sameBlock, small), [])
  expectFindings(check(macInTwoZones, { ...small, zones }), [])
})

describe('a device in two zones', () => {
  test('is told of where it was seen so, and not where a person has said so', () => {
    expectFindings(check(macInTwoZones, asset('d:w1', { ips: ['10.1.20.31', '10.1.18.31'] })), [{ subjects: ['d:w1'], because: ['two'] }])
    expectFindings(check(macInTwoZones, asset('d:w1', { zones: [ids.zone('z:clinical'), ids.zone('z:office')] })), [])
    expectFindings(check(macInTwoZones, asset('d:vpn-router', { ips: ['10.1.10.254', '10.1.18.1'] })), [])
    expectFindings(check(macInTwoZones, small), [])
  })

  test('is told of where it was seen elsewhere than somebody has said', () => {
    const lease = a.claim({ id: ids.claim('cl:lease'), asset: ids.asset('d:w1'), by: 'dhcp', seenAt: '2026-11-18', ips: ['10.1.18.31'] })
    const stated = asset('d:w1', { zones: [ids.zone('z:clinical')] })
    expectFindings(check(macInTwoZones, { ...stated, claims: [lease] }), [{ subjects: ['d:w1'], because: ['elsewhere'] }])
    expectFindings(check(macInTwoZones, { ...stated, claims: [{ ...lease, ips: ['10.1.20.77'] }] }), [])
  })
})

test('a mobile router inside is told of by its kind or its maker, once it is in a network of the house', () => {
  const pocket = { id: ids.asset('d:pocket'), name: 'ポケットWi-Fi' }
  const put = (some: object) => ({ ...small, assets: [...small.assets, { ...pocket, ...some }] })
  expectFindings(check(mobileRouterInside, put({ kind: 'mobile-router', ips: ['10.1.18.61'] })), [
    { subjects: ['d:pocket'], because: ['kind', 'in-zone'] },
  ])
  expectFindings(check(mobileRouterInside, put({ macs: ['98:f1:99:00:00:01'], ips: ['10.1.18.61'] })), [
    { subjects: ['d:pocket'], because: ['maker', 'in-zone'] },
  ])
  expectFindings(check(mobileRouterInside, put({ kind: 'pc', macs: ['98:f1:99:00:00:01'], ips: ['10.1.18.61'] })), [])
  expectFindings(check(mobileRouterInside, put({ kind: 'mobile-router' })), [])
  const lease = a.claim({ id: ids.claim('cl:pocket'), asset: pocket.id, by: 'dhcp', seenAt: '2026-11-18', ips: ['172.16.0.9'] })
  expectFindings(check(mobileRouterInside, { ...put({ kind: 'mobile-router' }), claims: [lease] }), [
    { subjects: ['d:pocket'], because: ['kind', 'seen'] },
  ])
})

describe('what was said to be closed', () => {
  const closed = (id: string, closedBy: 'facility' | 'vendor') => ({
    ...small,
    zones: small.zones.map((zone) => (zone.id === id ? { ...zone, closed: 'yes' as const, closedBy } : zone)),
  })

  test('and is not, is told of step by step, the surest way first', () => {
    const [finding] = check(declaredClosed, closed('z:server', 'vendor'))
    expect(finding).toMatchObject({ subjects: ['z:server'], severity: 'high' })
    expect(finding?.because.map(({ say }) => say)).toEqual([
      'said-by-vendor',
      'start',
      'hop',
      'hop-to-hub',
      'hop-from-hub',
      'hop',
      'hop',
      'more',
    ])
    expectFindings(check(declaredClosed, { ...closed('z:server', 'facility'), claims: [] }), [
      { subjects: ['z:server'], severity: 'medium' },
    ])
  })

  test('and is, is not told of', () => {
    expectFindings(check(declaredClosed, closed('z:office', 'facility')), [])
    expectFindings(check(declaredClosed, small), [])
  })

  test('is also a device without maintenance to which a way of it leads, and a chart that does not browse', () => {
    const paths = [a.remotePath({ id: ids.remotePath('remote:x'), assets: [ids.asset('d:w1')], way: 'vpn' })]
    expectFindings(check(declaredClosed, { ...asset('d:w1', { remoteMaintenance: 'no' }), remotePaths: paths }), [
      { subjects: ['d:w1'], because: ['said-not-maintained', 'path-to-it'] },
    ])
    const browsing = (claims: Slices['claims']) =>
      check(declaredClosed, { ...small, claims, facility: [a.facility({ chartPcBrowsesInternet: 'no' })] })
    expectFindings(browsing(small.claims), [
      {
        subjects: ['z:clinical'],
        severity: 'low',
        because: ['said-not-browsing', 'start', 'hop-to-hub', 'hop-from-hub', 'hop', 'hop-held', 'hop-held', 'way-out'],
      },
    ])
    expectFindings(browsing([]), [])
  })
})

test('a zone for private use that shares the firewall with the office is told of, unless a way is open, which is told instead', () => {
  const zones = small.zones.map((zone) => (zone.trust === 'guest' ? { ...zone, privateUse: 'yes' as const } : zone))
  expectFindings(check(privateNotApart, { ...without('d:ap'), zones }), [{ subjects: ['d:fw', 'z:guest'], because: ['shared'] }])
  expectFindings(check(privateNotApart, { ...small, zones }), [])
  expectFindings(check(privateNotApart, { ...without('d:ap'), zones, links: [] }), [])
  expectFindings(check(privateNotApart, without('d:ap')), [])
})

test('outdated devices are told of by zone, graver where somebody from outside gets in', () => {
  const old = asset('d:server', { os: 'Windows 7 Professional' })
  expectFindings(check(unsupportedOsByZone, old), [{ subjects: ['z:server'], severity: 'high', because: ['old', 'reached'] }])
  expectFindings(check(unsupportedOsByZone, { ...old, claims: [] }), [{ subjects: ['z:server'], severity: 'medium', because: ['old'] }])
  expectFindings(check(unsupportedOsByZone, asset('d:server', { os: 'Windows 7', supportEndsOn: date('2027-03-31') })), [])
  expectFindings(check(unsupportedOsByZone, small), [])
})

test('a control that nobody knows is asked for once for each device', () => {
  expectFindings(check(linkControlUnknown, small), [
    { subjects: ['d:core'], because: ['joins', 'not-said'] },
    { subjects: ['d:shikaku'], because: ['joins', 'not-said'] },
    { subjects: ['d:vpn-router'], because: ['joins', 'not-said'] },
  ])
  const stated = [
    ...small.links,
    a.link({ id: ids.link('lk:cc'), fromAsset: ids.asset('d:core'), toZone: ids.zone('z:core'), control: 'none' }),
    a.link({ id: ids.link('lk:le'), fromLine: ids.line('line:eligibility'), toAsset: ids.asset('d:shikaku'), control: 'unknown' }),
    a.link({ id: ids.link('lk:lm'), fromLine: ids.line('line:maintenance'), toAsset: ids.asset('d:vpn-router'), control: 'router-rules' }),
  ]
  expectFindings(check(linkControlUnknown, { ...small, links: stated }), [{ subjects: ['d:shikaku'], because: ['joins', 'said-unknown'] }])
})
