import { describe, expect, test } from 'vitest'
import { type ScanFile, scanFile } from '../../fixtures/scans.ts'
import { readScan } from '../open.ts'

async function of(file: ScanFile, source: string) {
  const { format, observations } = await readScan(scanFile(file))
  expect(format).toBe('device-cli')
  return observations.filter((one) => one.source === source)
}

function text(...lines: readonly string[]) {
  return { name: 'sw.txt', bytes: Buffer.from(lines.join('\n')) }
}

describe('the console of a network device', () => {
  test.each([
    ['cisco.txt', '192.0.2.61', '00:00:5e:00:53:61'],
    ['awplus.txt', '192.0.2.70', '00:00:5e:00:53:70'],
    ['fortigate.log', '192.0.2.52', '00:00:5e:00:53:52'],
    ['yamaha.txt', '192.0.2.80', '00:00:5e:00:53:80'],
    ['sir.txt', '192.0.2.84', '00:00:5e:00:53:84'],
  ] as const)('in %s: its ARP table is read', async (file, ip, mac) => {
    const [first] = await of(file, 'arp')
    expect(first).toMatchObject({ ips: [ip], macs: [mac] })
  })

  test.each([
    [
      'cisco.txt',
      [
        { device: 'SW1', port: 'Gi1/0/5', vlan: '10' },
        { device: 'SW1', port: 'Po1', vlan: '20' },
      ],
    ],
    ['awplus.txt', [{ device: 'awplus', port: 'port1.0.3', vlan: '10' }]],
  ] as const)('in %s: its MAC table says behind which port a device is; its own entries are left out', async (file, links) => {
    expect((await of(file, 'mac-table')).map((one) => one.link)).toEqual(links)
  })

  test('tells its neighbours by LLDP, each with both ends of the wire', async () => {
    expect(await of('cisco.txt', 'lldp')).toEqual([
      {
        source: 'lldp',
        file: 'cisco.txt',
        row: 26,
        names: ['tel-301'],
        macs: ['00:00:5e:00:53:64'],
        ips: ['192.0.2.64'],
        serials: ['SN000064'],
        kind: 'phone',
        maker: 'Example',
        model: 'EX-33',
        link: { device: 'SW1', port: 'Gi1/0/13', remotePort: 'Port 1', vlan: '20' },
      },
    ])
    expect(await of('awplus.txt', 'lldp')).toMatchObject([
      {
        names: ['sw-3f'],
        macs: ['00:00:5e:00:53:71'],
        ips: ['192.0.2.71'],
        kind: 'switch',
        firmware: '5.4.5-1.3',
        link: { device: 'awplus', port: 'port1.0.1', remotePort: 'port1.0.15' },
      },
      { macs: ['00:00:5e:00:53:72'], link: { port: 'port1.0.2' } },
    ])
    expect(await of('fortigate.log', 'lldp')).toMatchObject([
      {
        names: ['core-sw'],
        ips: ['192.0.2.53'],
        firmware: '5.5.2-1.1',
        link: { device: 'FGT-A', port: 'lan1', remotePort: 'port1.0.5', vlan: '10' },
      },
    ])
  })

  test('of a YAMAHA switch tells its neighbours by LLDP', async () => {
    const { observations } = await readScan(
      text(
        'Interface Name          : port1.1',
        'System Name             : SWX2310P-2F',
        'System Description      : SWX2310P-10G Rev.2.02.24',
        'System Capabilities     : L2 Switching',
        'Chassis ID              : 00a0.de00.5301',
        'Port ID                 : port1.9',
        'Management Address      : 192.0.2.7',
        'Interface Name          : port1.2',
        'System Name             : ap-1',
        'Chassis ID              : 00a0.de00.5302',
      ),
    )
    expect(observations).toMatchObject([
      {
        names: ['SWX2310P-2F'],
        macs: ['00:a0:de:00:53:01'],
        ips: ['192.0.2.7'],
        kind: 'switch',
        model: 'SWX2310P-10G',
        link: { port: 'port1.1', remotePort: 'port1.9' },
      },
      { names: ['ap-1'], macs: ['00:a0:de:00:53:02'], link: { port: 'port1.2' } },
    ])
  })

  test('tells its neighbours by CDP, in the long form and the short one', async () => {
    const found = await of('cisco.txt', 'cdp')
    expect(found.map(({ names, kind, model, link }) => [names?.[0], kind, model, link?.port, link?.remotePort])).toEqual([
      ['router-1.example.jp', 'router', '1921', 'GigabitEthernet1/0/22', 'GigabitEthernet0/0'],
      ['ap-2', 'access-point', 'AIR-AP1815I-Q-K9', 'GigabitEthernet1/0/23', 'GigabitEthernet0'],
      ['sw-2', 'switch', 'WS-C2960', 'Gig 1/0/1', 'Gig 0/1'],
    ])
  })

  test.each([
    ['cisco.txt', { names: ['SW1'], serials: ['FOC00000001'], model: 'WS-C2960X-24TS-L', firmware: '15.2(7)E3', ips: ['192.0.2.60'] }],
    ['fortigate.log', { names: ['FGT-A'], serials: ['FGT60FTK00000001'], model: 'FortiGate-60F', firmware: '7.2.8', kind: 'firewall' }],
    ['awplus.txt', { names: ['awplus'], serials: ['G00000000'], model: 'AT-SH210-24GT', firmware: '5.4.5-1.3' }],
    [
      'yamaha.txt',
      { serials: ['S4H000001'], macs: ['00:a0:de:00:53:80', '00:a0:de:00:53:81'], model: 'RTX1210', seenAt: '2026-11-02T01:00:00Z' },
    ],
    ['sir.txt', { serials: ['00000083'], model: 'Si-R G100', firmware: 'V02.15 NY0034', macs: ['00:00:0e:00:53:83'] }],
  ] as const)('in %s: says what it is itself', async (file, facts) => {
    expect(await of(file, 'device')).toMatchObject([facts])
  })

  test('of a router that gives out addresses names the devices that hold them', async () => {
    expect((await of('fortigate.log', 'dhcp')).map(({ ips, names }) => [ips?.[0], names?.[0]])).toEqual([
      ['192.0.2.50', 'nurse-1'],
      ['192.0.2.51', undefined],
    ])
    expect(await of('yamaha.txt', 'dhcp')).toMatchObject([{ ips: ['192.0.2.82'], macs: ['00:00:5e:00:53:82'], names: ['shinsatsu-1'] }])
  })

  test('without names and commands is known by its headings; the file stands for the device', async () => {
    const { observations } = await readScan(
      text(
        'VLAN port             mac            fwd',
        '900  sa1          0000.5e00.5301   forward   dynamic',
        '',
        '  インターフェイス: 192.0.2.5 --- 0xb',
        '  インターネット アドレス   物理アドレス      種類',
        '  192.0.2.9            00-00-5e-00-53-09     動的',
      ),
    )
    expect(observations).toMatchObject([
      { source: 'mac-table', link: { device: 'sw', port: 'sa1', vlan: '900' } },
      { source: 'arp', ips: ['192.0.2.9'], macs: ['00:00:5e:00:53:09'] },
    ])
  })

  test('of two devices in one file keeps them apart', async () => {
    const { observations } = await readScan(
      text(
        'A#show mac address-table',
        '10 0000.5e00.5301 DYNAMIC Gi0/1',
        'B#show mac address-table',
        '10 0000.5e00.5301 DYNAMIC Gi0/24',
        'B#',
      ),
    )
    const links = observations.flatMap((one) => (one.link ? [`${one.link.device} ${one.link.port}`] : []))
    expect(links).toEqual(['A Gi0/1', 'B Gi0/24'])
    expect(observations.filter((one) => one.source === 'device').map((one) => one.names)).toEqual([['A'], ['B']])
  })

  test('that shows its configuration is passed over: only the command and the number of lines are kept', async () => {
    const { skipped, skippedLines } = await readScan(scanFile('yamaha.txt'))
    expect(skipped.map(({ text: kept, lines }) => [kept, lines])).toEqual([['show config', 5]])
    expect(skippedLines).toBe(5)
  })
})
