import { consoleOfFirewall, consoleOfGate, consoleOfRouter, consolesOfSwitches } from './consoles.ts'
import { type Device, isOn, type Month, type Seen, standIn } from './device.ts'
import { computersOfDirectory, leasesOfOffice, leasesOfWindows, registerOfTool, usersOfDirectory } from './lists.ts'
import { medical } from './medical.ts'
import { firewall, gate, guestBase, router, spareGate, switches, unlisted } from './network.ts'
import { nmapOf, secondsAt } from './nmap.ts'
import { offices } from './offices.ts'
import { pcs } from './pcs.ts'
import { servers } from './servers.ts'

/** Every device of the example, listed or not. */
export function allDevices(): readonly Device[] {
  return [firewall, gate, spareGate, router, ...switches, guestBase, ...servers, ...medical, ...offices, ...pcs(), ...unlisted]
}

/** The raw files that somebody collected in this month, by name. */
export function scanFilesOf(month: Month): ReadonlyMap<string, string> {
  const there = allDevices()
    .filter((device) => isOn(device, month))
    .map((device) => standIn(device, month))
  const from = (seen: Seen) => there.filter(({ sources }) => sources.includes(seen))
  const onChart = (device: Device) => device.ip?.startsWith('10.18.2') === true
  return new Map([
    ['nmap-servers.xml', nmapOf(from('nmap-servers'), { month, hour: 9, network: '10.18.10.0/24' })],
    ['nmap-medical.xml', nmapOf(from('nmap-medical'), { month, hour: 10, network: '10.18.40.0/20' })],
    ['nmap-offices.xml', nmapOf(acrossRouters(from('nmap-offices'), there), { month, hour: 11, network: '10.18.20.0/22' })],
    ['dhcp-chart.txt', leasesOfWindows(from('windows-dhcp').filter(onChart), month)],
    [
      'dhcpd.leases',
      leasesOfOffice(
        from('office-dhcp').filter((device) => !onChart(device)),
        month,
      ),
    ],
    [
      'fortigate.txt',
      consoleOfFirewall(
        standIn(firewall, month),
        from('firewall').filter((device) => !onChart(device)),
      ),
    ],
    ['fortigate-dokuei.txt', consoleOfGate(gate, secondsAt(month, 9, 45))],
    ['rtx-hoshu.txt', consoleOfRouter(router, from('router'), month)],
    ['switches.txt', consolesOfSwitches(there)],
    ['ad-computers.csv', computersOfDirectory(from('directory'), month)],
    ['ad-users.csv', usersOfDirectory(month)],
    ['asset-tool.csv', registerOfTool(from('asset-tool'), month)],
  ])
}

/** What the gate shows at its console once the vendor has updated it, on 24 November: to be imported when the work is done. */
export function consoleAfterUpdate(): ReadonlyMap<string, string> {
  const done = Date.UTC(2026, 10, 24, 13, 30) / 1000
  return new Map([['fortigate-dokuei.txt', consoleOfGate({ ...gate, firmware: '7.2.12' }, done)]])
}

/** What is seen from another network: no MAC address, and of the CT, which has no name there, the bare IP address. */
function acrossRouters(printers: readonly Device[], there: readonly Device[]): readonly Device[] {
  const ct = there.filter(({ host }) => host === 'ct-console').map(({ host: _, ...rest }) => rest)
  return [...printers, ...ct].map(({ mac: _, ...device }) => device)
}
