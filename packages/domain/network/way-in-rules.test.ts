import { a, check, expectFindings, ids, smallNetwork, worldOf } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { vpnNoContract } from '../assets/vpn-no-contract.ts'
import { vpnNoDevice } from '../assets/vpn-no-device.ts'
import { vpnNoOwner } from '../assets/vpn-no-owner.ts'
import { vpnNoVendor } from '../assets/vpn-no-vendor.ts'
import { date } from '../calendar.ts'
import type { Slices } from '../picture.ts'
import { alwaysOnLine } from './always-on-line.ts'
import { backupReachable } from './backup-reachable.ts'
import { diagramOld } from './diagram-old.ts'
import { entranceUnguarded } from './entrance-unguarded.ts'
import { entrancesToMerge } from './entrances-to-merge.ts'
import { noMaintenanceLine } from './no-maintenance-line.ts'
import { remoteBeyondContract } from './remote-beyond-contract.ts'
import { singlePoint } from './single-point.ts'
import { vpnNoTwoFactor } from './vpn-no-two-factor.ts'

const small = smallNetwork()
const server = ids.asset('d:server')

describe('a way of maintenance that is always on', () => {
  const path = (alwaysOn: 'yes' | 'no' | undefined) =>
    a.remotePath({ vendor: ids.vendor('v:1'), assets: [server], ...(alwaysOn && { alwaysOn }) })

  test('is named with its vendor; where nobody has said, it is asked for', () => {
    expectFindings(check(alwaysOnLine, { assets: small.assets, remotePaths: [path('yes')] }), [
      { subjects: ['rp:1'], because: ['path'], parties: ['facility', 'vendor:v:1'], severity: 'medium' },
    ])
    expectFindings(check(alwaysOnLine, { assets: small.assets, remotePaths: [path(undefined)] }), [
      { subjects: ['rp:1'], because: ['unknown'], severity: 'low' },
    ])
    expectFindings(check(alwaysOnLine, { assets: small.assets, remotePaths: [path('no')] }), [])
  })

  test('is not a service in the cloud', () => {
    const cloud = a.asset({ kind: 'cloud-service' })
    expectFindings(check(alwaysOnLine, { assets: [cloud], remotePaths: [a.remotePath({ assets: [cloud.id], alwaysOn: 'yes' })] }), [])
  })

  test('is also a VPN without such a way, and a line all of whose users are off between visits', () => {
    const line = a.line({ kind: 'closed-vpn', alwaysOn: 'yes' })
    expectFindings(check(alwaysOnLine, { lines: [line], vpns: [a.vpn({ line: line.id, alwaysOn: 'no' })] }), [
      { subjects: ['ln:1'], because: ['line'] },
    ])
    expectFindings(check(alwaysOnLine, { lines: [line], vpns: [a.vpn({ line: line.id, alwaysOn: 'yes' })] }), [
      { subjects: ['vpn:1'], because: ['vpn'] },
    ])
    expectFindings(check(alwaysOnLine, { lines: [line] }), [])
  })
})

describe('a way that leads beyond its contract', () => {
  const contracts = [a.contract({ id: ids.contract('c:1') }), a.contract({ id: ids.contract('c:2') })]
  const assets = [
    a.asset({ id: ids.asset('d:own'), contract: ids.contract('c:1') }),
    a.asset({ id: ids.asset('d:other'), contract: ids.contract('c:2') }),
  ]
  const systems = [a.system({ contract: ids.contract('c:2') })]
  const base = { contracts, assets, systems }
  const path = (some: Partial<Slices['remotePaths'][number]>) => [a.remotePath({ contract: ids.contract('c:1'), ...some })]

  test('to a device or a system of another contract is named', () => {
    const remotePaths = path({ assets: assets.map(({ id }) => id), systems: [ids.system('s:1')] })
    expectFindings(check(remoteBeyondContract, { ...base, remotePaths }), [{ subjects: ['rp:1'], because: ['device', 'system'] }])
    expectFindings(check(remoteBeyondContract, { ...base, remotePaths: path({ assets: [ids.asset('d:own')] }) }), [])
  })

  test('is worse without any contract, and asked for where nobody has said', () => {
    const to = { assets: [ids.asset('d:own')] }
    expectFindings(check(remoteBeyondContract, { ...base, remotePaths: path({ ...to, contract: 'none' }) }), [
      { subjects: ['rp:1'], severity: 'high' },
    ])
    const { contract: _, ...open } = a.remotePath({ ...to, contract: 'none' })
    expectFindings(check(remoteBeyondContract, { ...base, remotePaths: [open] }), [
      { subjects: ['rp:1'], because: ['unknown'], severity: 'low' },
    ])
  })
})

test('a VPN without a second factor is named, one of which nobody knows is asked for, and a way without a VPN likewise', () => {
  expectFindings(check(vpnNoTwoFactor, { vpns: [a.vpn({ twoFactor: 'no' })] }), [
    { subjects: ['vpn:1'], because: ['vpn-no'], severity: 'high' },
  ])
  expectFindings(check(vpnNoTwoFactor, { vpns: [a.vpn()] }), [{ subjects: ['vpn:1'], because: ['vpn-unknown'], severity: 'low' }])
  expectFindings(check(vpnNoTwoFactor, { vpns: [a.vpn({ twoFactor: 'yes' })] }), [])
  expectFindings(check(vpnNoTwoFactor, { remotePaths: [a.remotePath({ twoFactor: 'no' })] }), [
    { subjects: ['rp:1'], because: ['path-no'] },
  ])
  expectFindings(check(vpnNoTwoFactor, { remotePaths: [a.remotePath({ twoFactor: 'no', vpn: ids.vpn('vpn:1') })] }), [])
})

describe('what was given up', () => {
  const endedOn = date('2026-11-01')
  const vpn = a.vpn({ id: ids.vpn('vpn:old'), purpose: 'maintenance', alwaysOn: 'yes', twoFactor: 'no', endedOn })
  const onVpn = a.remotePath({ id: ids.remotePath('remote:old'), vpn: vpn.id, alwaysOn: 'yes', contract: 'none', assets: [server] })
  const bare = a.remotePath({ id: ids.remotePath('remote:bare'), way: 'cloud-tool', alwaysOn: 'yes', assets: [server], endedOn })
  const given: Partial<Slices> = { ...small, vpns: [vpn], remotePaths: [onVpn, bare] }

  test('is no way in, and what came by a VPN goes with it', () => {
    const { networkNodes, networkEdges, entrances, networkQuestions } = worldOf(given)
    expect(networkNodes.filter(({ vpn: own, remotePath }) => own ?? remotePath)).toEqual([])
    expect(networkEdges.filter(({ by }) => by.includes('vpn') || by.includes('remote-path'))).toEqual([])
    expect(entrances.map(({ line }) => line)).not.toContain(undefined)
    expect(networkQuestions.filter(({ ask }) => ask === 'vpn-device' || ask === 'remote-path-way')).toEqual([])
  })

  test.each([alwaysOnLine, remoteBeyondContract, vpnNoTwoFactor, noMaintenanceLine, vpnNoOwner, vpnNoVendor, vpnNoDevice, vpnNoContract])(
    'is looked after by nobody any more: $id',
    (rule) => {
      expect(check(rule, given)).toEqual([])
    },
  )
})

test('entrances for vendors and lines to the internet are to be brought together where there are several', () => {
  expectFindings(check(entrancesToMerge, small), [])
  const second = a.line({ id: ids.line('line:second'), kind: 'internet', device: ids.asset('d:office-pc') })
  expectFindings(check(entrancesToMerge, { ...small, lines: [...small.lines, second] }), [
    { subjects: ['f:mimamori'], because: ['to-internet', 'to-internet'] },
  ])
  const tool = a.remotePath({ id: ids.remotePath('remote:tool'), way: 'mobile-router', assets: [server] })
  expectFindings(check(entrancesToMerge, { ...small, remotePaths: [...small.remotePaths, tool] }), [
    { subjects: ['f:mimamori'], because: ['for-vendors', 'for-vendors'] },
  ])
})

test('an entrance without a firewall is named by what stands there', () => {
  expectFindings(check(entranceUnguarded, small), [
    { subjects: ['d:vpn-router', 'line:maintenance'], because: ['router'], severity: 'low' },
  ])
  const lines = [a.line({ id: ids.line('line:x'), kind: 'internet', device: ids.asset('d:office-pc') })]
  expectFindings(check(entranceUnguarded, { ...small, lines, vpns: [], remotePaths: [] }), [
    { subjects: ['d:office-pc', 'line:x'], because: ['none'], severity: 'high' },
  ])
  const { kind: _, ...unknown } = a.asset({ id: ids.asset('d:box') })
  expectFindings(check(entranceUnguarded, { assets: [unknown], lines: [a.line({ kind: 'internet', device: unknown.id })] }), [
    { subjects: ['d:box', 'ln:1'], because: ['unknown'], severity: 'medium' },
  ])
  expectFindings(check(entranceUnguarded, { lines: [a.line({ kind: 'internet' })] }), [])
})

test('several ways of maintenance want a line of their own', () => {
  const paths = ['rp:1', 'rp:2'].map((id) => a.remotePath({ id: ids.remotePath(id), assets: [server] }))
  expectFindings(check(noMaintenanceLine, { assets: small.assets, remotePaths: paths }), [
    { subjects: ['f:mimamori'], because: ['no-line'] },
  ])
  expectFindings(check(noMaintenanceLine, { ...small, remotePaths: paths }), [])
  expectFindings(check(noMaintenanceLine, { assets: small.assets, remotePaths: paths.slice(0, 1) }), [])
})

describe('a backup', () => {
  const backup = (some: object = {}) => [
    a.backup({ system: ids.system('s:chart'), way: 'connected-device', device: server, connection: 'online', ...some }),
  ]

  test('that terminals reach is told of step by step; where nobody knows whether it stays connected, that is asked', () => {
    const findings = check(backupReachable, { ...small, backups: backup() })
    expectFindings(findings, [{ subjects: ['b:1', 'd:server'], severity: 'high', because: ['online', 'start', 'hop', 'hop', 'target'] }])
    expect(findings[0]?.because[1]?.facts).toEqual([{ slice: 'zones', id: 'z:clinical' }])
    const { connection: _, ...open } = backup()[0] ?? a.backup()
    expectFindings(check(backupReachable, { ...small, backups: [open] }), [
      { subjects: ['b:1', 'd:server'], because: ['unknown'], severity: 'low' },
    ])
  })

  test('in the zone of the terminals is told of', () => {
    expectFindings(check(backupReachable, { ...small, backups: backup({ device: ids.asset('d:w1') }) }), [
      { subjects: ['b:1', 'd:w1'], because: ['same-zone'] },
    ])
  })

  test('that is detached, or behind a filter, is not', () => {
    expectFindings(check(backupReachable, { ...small, backups: backup({ connection: 'offline' }) }), [])
    const links = small.links.map((link) => ({ ...link, control: 'filter' as const }))
    expectFindings(check(backupReachable, { ...small, links, lines: [], vpns: [], remotePaths: [], backups: backup() }), [])
  })
})

test('the one device between terminals and servers of care is named, and not where a second one joins them', () => {
  const findings = check(singlePoint, small)
  expectFindings(findings, [{ subjects: ['d:core'], because: ['only', 'between'] }])
  expect(findings[0]?.because[0]?.with).toEqual({ count: 1 })
  const second = { layer: 'l3', control: 'filter', fromAsset: ids.asset('d:floor') } as const
  const links = [
    ...small.links,
    a.link({ id: ids.link('lk:f1'), ...second, toZone: ids.zone('z:clinical') }),
    a.link({ id: ids.link('lk:f2'), ...second, toZone: ids.zone('z:server') }),
  ]
  expectFindings(check(singlePoint, { ...small, links }), [])
  expectFindings(check(singlePoint, { ...small, systems: [] }), [])
})

test('a map of which the newest fact is older than a year is old; one that nobody has begun is not', () => {
  expectFindings(check(diagramOld, small, date('2028-01-01')), [{ subjects: ['f:mimamori'], because: ['old'] }])
  expectFindings(check(diagramOld, small, date('2027-11-18')), [])
  expectFindings(check(diagramOld, { assets: small.assets }, date('2030-01-01')), [])
  expectFindings(check(diagramOld, { zones: [a.zone()] }), [{ subjects: ['f:mimamori'], because: ['undated'] }])
})
