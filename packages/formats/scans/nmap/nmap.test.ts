import { describe, expect, test } from 'vitest'
import { scanFile, scanFiles } from '../../fixtures/scans.ts'
import { readScan } from '../open.ts'

describe('a scan of Nmap', () => {
  test('names every device that answered, with its open ports and what answered there', async () => {
    const { format, observations } = await readScan(scanFile('scan.xml'))
    expect(format).toBe('nmap')
    expect(observations[0]).toEqual({
      source: 'nmap',
      file: 'scan.xml',
      row: 1,
      seenAt: '2026-10-26T07:34:20Z',
      ips: ['192.0.2.10'],
      macs: ['00:00:5e:00:53:0a', '00:00:5e:00:53:0b'],
      names: ['karte-sv', 'KARTE'],
      os: 'Linux 5.4',
      software: [
        { name: 'OpenSSH', version: '8.9p1', cpe: 'cpe:/a:openbsd:openssh:8.9p1' },
        { name: 'Linux 5.4', cpe: 'cpe:/o:linux:linux_kernel:5.4' },
      ],
      services: [
        { port: 22, protocol: 'tcp', name: 'ssh', product: 'OpenSSH', version: '8.9p1' },
        { port: 161, protocol: 'udp' },
      ],
      note: 'NIC: Example',
    })
    expect(observations[1]).toMatchObject({ ips: ['192.0.2.1'], maker: 'YAMAHA', model: 'RTX1210', firmware: '14.01.42', kind: 'router' })
  })

  test('does not take an address that gave no sign of life for a device, even when the scanner was told to call it up', async () => {
    const { observations, skipped } = await readScan(scanFile('scan.xml'))
    expect(observations.map((one) => one.row)).toEqual([1, 4])
    expect(skipped).toMatchObject([{ row: 3, reason: 'no-answer', text: '192.0.2.12', why: { ja: '応答がなかった機器です。' } }])
  })

  test('in which nothing answered says so', async () => {
    const xml = '<nmaprun><host><status state="down"/></host><runstats><hosts up="0" down="254" total="254"/></runstats></nmaprun>'
    const { observations, problems } = await readScan({ name: 'a.xml', bytes: Buffer.from(xml) })
    expect(observations).toEqual([])
    expect(problems.map((one) => [one.code, one.message.ja])).toEqual([
      ['scan/nothing-up', '調べた254台は、どれも応答がありませんでした。'],
    ])
  })

  test('redirected by PowerShell, in UTF-16, is the same scan', async () => {
    const bytes = Buffer.from(`\ufeff${scanFiles['scan.xml'].replace('UTF-8', 'UTF-16')}`, 'utf16le')
    const [wide, plain] = [await readScan({ name: 'scan.xml', bytes }), await readScan(scanFile('scan.xml'))]
    expect(wide).toEqual(plain)
  })
})
