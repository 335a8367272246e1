import { describe, expect, test } from 'vitest'
import { scanFile } from '../../fixtures/scans.ts'
import { readScan } from '../open.ts'

const options = { now: '2026-11-28T03:00:00Z' }

describe('DHCP leases', () => {
  test('of ISC: of an address the last lease counts, and it is dated by the last word of the device', async () => {
    const { format, observations } = await readScan(scanFile('dhcpd.leases'), options)
    expect(format).toBe('dhcp-isc')
    expect(observations[0]).toEqual({
      source: 'dhcp',
      file: 'dhcpd.leases',
      row: 16,
      ips: ['192.0.2.20'],
      macs: ['00:00:5e:00:53:20'],
      names: ['reception-1'],
      seenAt: '2026-11-09T01:30:00Z',
      note: 'DHCP: MSFT 5.0',
    })
  })

  test('with a clock that runs ahead are read without their time, and that is told', async () => {
    const { observations, problems } = await readScan(scanFile('dhcpd.leases'), options)
    expect(observations[1]).toEqual({
      source: 'dhcp',
      file: 'dhcpd.leases',
      row: 26,
      ips: ['192.0.2.22'],
      macs: ['00:00:5e:00:53:22'],
    })
    expect(problems.map((one) => [one.code, one.place.row])).toContainEqual(['scan/odd-clock', 26])
  })

  test('that nobody holds and lines that mean nothing are counted and shown', async () => {
    const { skipped } = await readScan(scanFile('dhcpd.leases'), options)
    expect(skipped.map(({ row, reason, text }) => [row, reason, text])).toEqual([
      [24, 'not-understood', 'omapi-key secret ***'],
      [25, 'not-understood', 'this line is broken'],
      [11, 'free-lease', '192.0.2.21'],
    ])
  })

  test('of Kea are dated by when they were renewed', async () => {
    const { format, observations, skippedLines } = await readScan(scanFile('kea-leases4.csv'))
    expect(format).toBe('dhcp-kea')
    expect(observations).toEqual([
      {
        source: 'dhcp',
        file: 'kea-leases4.csv',
        row: 3,
        ips: ['192.0.2.30'],
        macs: ['00:00:5e:00:53:30'],
        names: ['ward2.example.jp'],
        seenAt: '2026-10-26T08:33:20Z',
      },
    ])
    expect(skippedLines).toBe(1)
  })

  test.each([
    ['win-dhcp.csv', '192.0.2.40', '00:00:5e:00:53:40', 'lab-pc.example.jp'],
    ['dhcp-list.txt', '192.0.2.42', '00:00:5e:00:53:42', 'kensa-pc'],
    ['netsh.txt', '192.0.2.43', '00:00:5e:00:53:43', 'houshasen-pc'],
  ] as const)('of Windows in %s are read', async (file, ip, mac, name) => {
    const { format, observations } = await readScan(scanFile(file))
    expect(format).toBe('dhcp-windows')
    expect(observations).toMatchObject([{ source: 'dhcp', ips: [ip], macs: [mac], names: [name] }])
  })
})
