import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { disclosureMissing } from './disclosure-missing.ts'
import { listedNotSeen } from './listed-not-seen.ts'
import { assetNoContract } from './no-contract.ts'
import { noOwner } from './no-owner.ts'
import { noVendor } from './no-vendor.ts'
import { registerOld } from './register-old.ts'
import { remoteUndeclared } from './remote-undeclared.ts'
import { seenNotListed } from './seen-not-listed.ts'
import { supportEnded } from './support-ended.ts'
import { unsupportedOs } from './unsupported-os.ts'
import { updateDutyUnheld } from './update-duty-unheld.ts'

const vendor = ids.vendor('v:1')
const contract = ids.contract('c:1')

describe('devices and what was seen', () => {
  test('a device that a scan has found and nobody has listed is named, with the day of the last sight', () => {
    const claims = [a.claim({ seenAt: '2026-11-01T15:30:00Z' }), a.claim({ id: ids.claim('cl:2'), seenAt: '2026-10-01' })]
    const [finding] = check(seenNotListed, { assets: [a.asset({ unlisted: 'yes' })], claims })
    expect(finding?.because.map((reason) => [reason.say, reason.with])).toEqual([
      ['unlisted', undefined],
      ['seen-on', { on: '2026-11-02' }],
    ])
    expectFindings(check(seenNotListed, { assets: [a.asset()], claims }), [])
  })

  test('a listed device that scans no longer meet is named, against the day of the last scan and not against today', () => {
    const other = a.asset({ id: ids.asset('d:2') })
    const assets = [a.asset({ macs: ['00:80:92:00:00:01'] }), other]
    const old = a.claim({ seenAt: '2026-01-10' })
    const scan = a.claim({ id: ids.claim('cl:2'), asset: other.id, seenAt: '2026-06-01' })
    expectFindings(check(listedNotSeen, { assets, claims: [old, scan] }), [{ subjects: ['d:1'], because: ['long-ago'] }])
    expectFindings(check(listedNotSeen, { assets, claims: [scan] }), [{ subjects: ['d:1'], because: ['never'], severity: 'low' }])
    expectFindings(check(listedNotSeen, { assets, claims: [old] }), [])
  })

  test('a list in which a device stands is no sight of it, and neither is a clock that runs ahead', () => {
    const other = a.asset({ id: ids.asset('d:2') })
    const assets = [a.asset({ macs: ['00:80:92:00:00:01'] }), other]
    const scan = a.claim({ id: ids.claim('cl:2'), asset: other.id, seenAt: '2026-06-01' })
    const never = [{ subjects: ['d:1'], because: ['never'] }]
    expectFindings(check(listedNotSeen, { assets, claims: [a.claim({ by: 'register', seenAt: '2026-06-01' }), scan] }), never)
    expectFindings(check(listedNotSeen, { assets, claims: [a.claim({ seenAt: '2036-06-01' }), scan] }), never)
  })

  test.each([
    ['a spare', a.asset({ use: 'spare', macs: ['00:80:92:00:00:01'] })],
    ['a medium', a.asset({ kind: 'removable-media', macs: ['00:80:92:00:00:01'] })],
    ['a device without any address', a.asset()],
  ])('%s is not expected to be seen', (_, asset) => {
    const scan = a.claim({ asset: ids.asset('d:2'), seenAt: '2026-06-01' })
    expectFindings(check(listedNotSeen, { assets: [asset, a.asset({ id: ids.asset('d:2') })], claims: [scan] }), [])
  })

  test('a register that nobody has gone through for a year is named; one confirmed asset shows that somebody has', () => {
    const old = a.asset({ confirmedOn: date('2025-10-01') })
    expectFindings(check(registerOld, { assets: [old] }), [{ subjects: ['f:mimamori'], because: ['old'], dueOn: '2026-10-01' }])
    expectFindings(check(registerOld, { assets: [a.asset()] }), [{ subjects: ['f:mimamori'], because: ['undated'], severity: 'low' }])
    expectFindings(check(registerOld, { assets: [old, a.asset({ id: ids.asset('d:2'), confirmedOn: date('2026-05-01') })] }), [])
    expectFindings(check(registerOld, { assets: [] }), [])
  })
})

describe('who answers for a device', () => {
  test.each([
    [a.asset({ owner: 'none' }), 'none', 'medium'],
    [a.asset(), 'unknown', 'low'],
    [a.asset({ owner: ids.person('p:1') }), undefined, undefined],
    [a.asset({ owner: 'not-applicable' }), undefined, undefined],
    [a.asset({ unlisted: 'yes' }), undefined, undefined],
  ])('the owner of %o: %s', (asset, say, severity) => {
    expectFindings(check(noOwner, { assets: [asset] }), say && severity ? [{ subjects: ['d:1'], because: [say], severity }] : [])
  })

  test('an unknown vendor is named; that the facility looks after it itself is an answer', () => {
    expectFindings(check(noVendor, { assets: [a.asset()] }), [{ subjects: ['d:1'], because: ['unknown'] }])
    expectFindings(check(noVendor, { assets: [a.asset({ vendor: 'none' })] }), [])
  })

  test('the contract of its system counts for a device that has none of its own', () => {
    const asset = a.asset({ vendor, systems: [ids.system('s:1')] })
    const contracts = [a.contract({ until: 'none' })]
    expectFindings(check(assetNoContract, { assets: [asset], contracts }), [{ subjects: ['d:1', 'v:1'], because: ['unknown'] }])
    expectFindings(check(assetNoContract, { assets: [asset], contracts, systems: [a.system({ contract })] }), [])
    expectFindings(check(assetNoContract, { assets: [{ ...asset, contract: 'none' }], contracts, systems: [a.system({ contract })] }), [
      { subjects: ['d:1', 'v:1'], because: ['none'] },
    ])
    expectFindings(check(assetNoContract, { assets: [{ ...asset, contract }], contracts: [a.contract({ until: date('2026-03-31') })] }), [
      { subjects: ['d:1', 'v:1'], because: ['ended'], severity: 'high' },
    ])
  })

  test.each([
    ['a contract that gives the duty to nobody', { updateDuty: 'nobody' as const }, {}, 'nobody'],
    ['a contract that does not say', {}, {}, 'unknown'],
    ['a contract that gives it to the vendor', { updateDuty: 'vendor' as const }, {}, undefined],
    ['a device for which something else is agreed', { updateDuty: 'nobody' as const }, { updateDuty: 'facility' as const }, undefined],
    ['a medium, which takes no updates', { updateDuty: 'nobody' as const }, { kind: 'removable-media' as const }, undefined],
  ])('the duty to update under %s', (_, ofContract, ofAsset, say) => {
    const records = { assets: [a.asset({ vendor, contract, ...ofAsset })], contracts: [a.contract(ofContract)] }
    expectFindings(check(updateDutyUnheld, records), say === undefined ? [] : [{ subjects: ['d:1'], because: [say] }])
  })
})

describe('what a device lacks', () => {
  test('support that has ended or will end within half a year is named with its day', () => {
    const ending = (on: string) => check(supportEnded, { assets: [a.asset({ vendor, supportEndsOn: date(on) })] })
    const parties = ['facility', 'vendor:v:1']
    expectFindings(ending('2026-11-19'), [{ subjects: ['d:1'], because: ['ended'], dueOn: '2026-11-19', parties }])
    expectFindings(ending('2027-05-19'), [{ subjects: ['d:1'], because: ['ending'], severity: 'medium' }])
    expectFindings(ending('2027-05-20'), [])
    expectFindings(check(supportEnded, { assets: [a.asset({ supportEndsOn: 'none' })] }), [])
  })

  test.each([
    ['Windows 7 Professional', true],
    ['Microsoft Windows Server 2012 R2 Standard', true],
    ['Windows10 Pro 22H2', true],
    ['CentOS Linux 7.9.2009', true],
    ['Windows 11 Pro 10.0.22631', false],
    ['Windows 10 Enterprise LTSC 2019', false],
    ['Windows 10 Enterprise LTSC', false],
    ['Windows Server 2019 10.0.17763', false],
    ['Microsoft Windows 7 or Windows Server 2008 R2', false],
    ['Ubuntu 24.04.1 LTS', false],
    ['RTX1220 Rev.15.04.05', false],
  ])('%s: updates have ended is %s', (os, ended) => {
    expectFindings(check(unsupportedOs, { assets: [a.asset({ os })] }), ended ? [{ subjects: ['d:1'], because: ['ended'] }] : [])
  })

  test('a paid extension that the register knows of counts before the ordinary end', () => {
    const os = 'Windows 10 Pro'
    expectFindings(check(unsupportedOs, { assets: [a.asset({ os, supportEndsOn: date('2027-10-12') })] }), [])
  })

  test('remote maintenance without a way in, without a declaration, or of which nobody knows is named', () => {
    const path = a.remotePath({ assets: [ids.asset('d:1')] })
    const declared = { ...path, declaredOn: date('2026-04-01') }
    const yes = a.asset({ vendor, remoteMaintenance: 'yes' })
    expectFindings(check(remoteUndeclared, { assets: [yes] }), [{ subjects: ['d:1'], because: ['no-path'], severity: 'high' }])
    expectFindings(check(remoteUndeclared, { assets: [yes], remotePaths: [path] }), [{ subjects: ['d:1'], because: ['undeclared'] }])
    expectFindings(check(remoteUndeclared, { assets: [yes], remotePaths: [declared] }), [])
    expectFindings(check(remoteUndeclared, { assets: [a.asset({ vendor })] }), [
      { subjects: ['d:1'], because: ['unknown'], severity: 'low' },
    ])
    expectFindings(check(remoteUndeclared, { assets: [a.asset({ vendor: 'none' })] }), [])
    expectFindings(check(remoteUndeclared, { assets: [a.asset({ vendor, remoteMaintenance: 'no' })] }), [])
  })

  test('a medical device whose disclosure sheet has not come is named to the facility and to its vendor', () => {
    const device = a.asset({ kind: 'medical-device', vendor })
    expectFindings(check(disclosureMissing, { assets: [device] }), [
      { subjects: ['d:1', 'v:1'], because: ['unknown'], parties: ['facility', 'vendor:v:1'] },
    ])
    expectFindings(check(disclosureMissing, { assets: [{ ...device, disclosureOn: 'none' }] }), [
      { subjects: ['d:1', 'v:1'], because: ['none'] },
    ])
    expectFindings(check(disclosureMissing, { assets: [{ ...device, disclosureOn: date('2026-04-01') }] }), [])
    expectFindings(check(disclosureMissing, { assets: [a.asset({ vendor })] }), [])
  })

  test('a disclosure sheet that came from the vendor counts for the devices of its system and of its product, and for no other', () => {
    const device = a.asset({ kind: 'medical-device', vendor, maker: '例医療機器', model: 'EX-100', systems: [ids.system('s:1')] })
    const missing = (some: object, of = device) => check(disclosureMissing, { assets: [of], disclosures: [a.disclosure(some)] })
    expectFindings(missing({ system: ids.system('s:1') }), [])
    expectFindings(missing({ product: '例医療機器 CTスキャナ EX-100' }), [])
    expectFindings(missing({ system: ids.system('s:1') }, { ...device, disclosureOn: 'none' }), [])
    for (const other of [{ product: 'EX-1000' }, { system: ids.system('s:2') }, { system: ids.system('s:1'), vendor: ids.vendor('v:2') }])
      expectFindings(missing(other), [{ subjects: ['d:1', 'v:1'], because: ['unknown'] }])
  })
})
