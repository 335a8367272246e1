import { describe, expect, test } from 'vitest'
import { scanFile } from '../../fixtures/scans.ts'
import { readScan } from '../open.ts'
import { describeSystem } from './system.ts'

describe('answers by SNMP', () => {
  test('belong to the device that the command above them asked', async () => {
    const { format, observations } = await readScan(scanFile('snmpwalk.txt'))
    expect(format).toBe('snmp')
    expect(observations).toMatchObject([
      {
        ips: ['192.0.2.90'],
        names: ['sw-old'],
        macs: ['00:00:5e:00:53:90'],
        serials: ['FOC00000090'],
        room: 'サーバ室',
        maker: 'Cisco',
        firmware: '12.2(55)SE9',
      },
      { ips: ['192.0.2.91'], kind: 'firewall', model: 'FortiGate-100F', firmware: '7.0.15' },
    ])
  })

  test('as a table are read row by row', async () => {
    const { observations, skipped } = await readScan(scanFile('snmp.csv'))
    expect(observations).toMatchObject([{ ips: ['192.0.2.92'], names: ['mfp-3f'], kind: 'printer', maker: 'RICOH' }])
    expect(skipped.map(({ row, reason }) => [row, reason])).toEqual([[3, 'no-key']])
  })
})

describe('what a device says it is', () => {
  test.each([
    ['RTX830 Rev.15.02.30 (Tue Mar 14 2023)', { kind: 'router', maker: 'YAMAHA', model: 'RTX830', firmware: '15.02.30' }],
    ['SWX2310P-10G Rev.2.02.24 (Fri Mar  3 2023)', { kind: 'switch', maker: 'YAMAHA', model: 'SWX2310P-10G', firmware: '2.02.24' }],
    ['Si-R G110B V20.10', { kind: 'router', maker: 'Fujitsu', model: 'Si-R G110B', firmware: 'V20.10' }],
    ['Hardware: Intel64 Family 6 - Software: Windows Version 6.3 (Build 17763 Multiprocessor Free)', { os: 'Windows 6.3 (Build 17763)' }],
    ['Linux nas 4.4.0 #1 SMP', { os: 'Linux' }],
    ['a device that nobody knows', {}],
  ])('%s', (words, facts) => {
    expect(describeSystem(words)).toEqual(facts)
  })
})
