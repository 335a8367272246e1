import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { lineNoContract } from './line-no-contract.ts'
import { lineNoDevice } from './line-no-device.ts'
import { lineNoOwner } from './line-no-owner.ts'
import { lineNoVendor } from './line-no-vendor.ts'
import { vpnNoContract } from './vpn-no-contract.ts'
import { vpnNoDevice } from './vpn-no-device.ts'
import { vpnNoOwner } from './vpn-no-owner.ts'
import { vpnNoVendor } from './vpn-no-vendor.ts'

const owner = ids.person('p:1')
const vendor = ids.vendor('v:1')
const contract = ids.contract('c:1')
const device = ids.asset('d:1')

describe('lines and VPNs, the ways out of the house', () => {
  test('for which nobody answers are named, and more gravely where that is said', () => {
    expectFindings(check(lineNoOwner, { lines: [a.line()] }), [{ subjects: ['ln:1'], because: ['unknown'], severity: 'low' }])
    expectFindings(check(vpnNoOwner, { vpns: [a.vpn({ owner: 'none' })] }), [
      { subjects: ['vpn:1'], because: ['none'], severity: 'medium' },
    ])
    expectFindings(check(lineNoOwner, { lines: [a.line({ owner })] }), [])
    expectFindings(check(vpnNoOwner, { vpns: [a.vpn({ owner })] }), [])
  })

  test('of which nobody knows the company are named; that there is none is an answer', () => {
    expectFindings(check(lineNoVendor, { lines: [a.line()] }), [{ subjects: ['ln:1'], because: ['unknown'] }])
    expectFindings(check(vpnNoVendor, { vpns: [a.vpn()] }), [{ subjects: ['vpn:1'], because: ['unknown'] }])
    expectFindings(check(lineNoVendor, { lines: [a.line({ carrier: vendor })] }), [])
    expectFindings(check(vpnNoVendor, { vpns: [a.vpn({ vendor: 'none' })] }), [])
  })

  test('without a contract, or with one that has ended, are named; the last day still counts', () => {
    const ended = a.contract({ id: contract, until: date('2026-11-19') })
    const today = { ...ended, until: date('2026-11-20') }
    const line = a.line({ contract })
    const [finding] = check(lineNoContract, { lines: [line], contracts: [ended] })
    expect(finding?.because.map((reason) => [reason.say, reason.with])).toEqual([['ended', { on: '2026-11-19' }]])
    expect(finding?.severity).toBe('high')
    expectFindings(check(lineNoContract, { lines: [line], contracts: [today] }), [])
    expectFindings(check(vpnNoContract, { vpns: [a.vpn({ contract: 'none' })] }), [{ subjects: ['vpn:1'], because: ['none'] }])
    expectFindings(check(vpnNoContract, { vpns: [a.vpn()] }), [{ subjects: ['vpn:1'], because: ['unknown'] }])
    expectFindings(check(vpnNoContract, { vpns: [a.vpn({ contract: 'not-applicable' })] }), [])
  })

  test('that end on a device that nobody has listed are named; a telephone line needs none', () => {
    const unlisted = a.asset({ unlisted: 'yes' })
    expectFindings(check(lineNoDevice, { lines: [a.line({ device })], assets: [unlisted] }), [
      { subjects: ['d:1', 'ln:1'], because: ['unlisted'], severity: 'high' },
    ])
    expectFindings(check(vpnNoDevice, { vpns: [a.vpn()] }), [{ subjects: ['vpn:1'], because: ['unknown'] }])
    expectFindings(check(vpnNoDevice, { vpns: [a.vpn({ device })], assets: [a.asset()] }), [])
    expectFindings(check(lineNoDevice, { lines: [a.line({ kind: 'telephone' })] }), [])
    expectFindings(check(lineNoDevice, { lines: [a.line({ device: 'none' })] }), [])
  })
})
