import type { Device, Month } from './device.ts'
import { switches, switchNames } from './network.ts'
import { secondsAt } from './nmap.ts'

/** A session on the FortiGate: what it is, and whom it knows in the office network. */
export function consoleOfFirewall(firewall: Device, known: readonly Device[]): string {
  return [
    'fw-01 # get system status',
    `Version: FortiGate-60F v${firewall.firmware},build1639,240313 (GA.M)`,
    `Serial-Number: ${firewall.serial}`,
    'Hostname: fw-01',
    'Operation Mode: NAT',
    'fw-01 # get system arp',
    'Address           Age(min)   Hardware Addr      Interface',
    ...known
      .filter(({ host }) => host !== firewall.host)
      .map(({ ip = '', mac }, at) => `${ip.padEnd(17)} ${String(at % 5).padEnd(10)} ${mac} internal`),
    '192.168.18.199    0          00:00:00:00:00:00 internal',
    'fw-01 # show system interface',
    'config system interface',
    '    edit "wan1"',
    '        set mode pppoe',
    '        set password ENC SH2examplexexamplex',
    '    next',
    'end',
    '',
  ].join('\n')
}

/** A session on the gate for remote reading, with its clock. */
export function consoleOfGate({ model, firmware, serial, host }: Device, seconds: number): string {
  const now = new Date((seconds + 9 * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ').replaceAll('-', '/')
  return [
    `${host} # get system status`,
    `Version: ${model} v${firmware},build1396,230131 (GA.F)`,
    `Serial-Number: ${serial}`,
    `Hostname: ${host}`,
    'Operation Mode: NAT',
    `Current time: ${now} +09:00`,
    '',
  ].join('\n')
}

/** A session on the router of the maintenance VPN, which has a clock. */
export function consoleOfRouter(router: Device, known: readonly Device[], month: Month): string {
  const now = new Date((secondsAt(month, 9, 30) + 9 * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ').replaceAll('-', '/')
  return [
    'RTX1210 BootROM Ver.1.04',
    `RTX1210 Rev.${router.firmware} (Fri Jul  8 12:00:00 2022)`,
    `  main:  RTX1210 ver=00 serial=${router.serial} MAC-Address=${router.mac}`,
    '# show environment',
    `Current time: ${now} +09:00`,
    '# show arp',
    `カウント数: ${known.length}`,
    'インタフェース    IPアドレス       MACアドレス        TTL(秒)',
    ...known
      .filter(({ host }) => host !== router.host)
      .map(({ ip = '', mac }, at) => `LAN1(port${(at % 8) + 1})      ${ip.padEnd(16)} ${mac}  ${1200 - at * 13}`),
    '# show config',
    'ip lan1 address 10.18.10.254/24',
    'tunnel select 1',
    ' ipsec ike pre-shared-key 1 text ExampleOnly0000',
    '',
  ].join('\n')
}

/** Sessions on all switches in one file: what each is, which device stands behind which port, and what they tell each other. */
export function consolesOfSwitches(there: readonly Device[]): string {
  return switchNames.map((name, at) => consoleOfSwitch(name, at, there)).join('\n')
}

function consoleOfSwitch(name: string, at: number, there: readonly Device[]): string {
  const self = switches[at]
  const behind = there.filter((device) => device.switch === name && device.mac !== undefined)
  const dotted = (mac = '') => mac.replaceAll(':', '').replace(/(.{4})(.{4})(.{4})/, '$1.$2.$3')
  const neighbours =
    name === 'core-sw' ? [...switches.slice(1), ...there.filter(({ host }) => host === 'rtx-dokuei')] : switches.slice(0, 1)
  return [
    `${name}#show system`,
    `Base       467        ${self?.model}                      B-0   ${self?.serial}`,
    `Software version   : ${self?.firmware}`,
    `${name}#show mac address-table`,
    'VLAN port             mac            fwd',
    ...behind.map(
      ({ mac, port, vlan, ip = '' }) =>
        `${(vlan === undefined ? vlanOf(ip) : String(vlan)).padEnd(4)} ${`port1.0.${port}`.padEnd(16)} ${dotted(mac)}   forward   dynamic`,
    ),
    `1    CPU              ${dotted(self?.mac)}   forward   static`,
    `${name}#show lldp neighbors detail`,
    'LLDP Detailed Neighbor Information:',
    ...neighbours.flatMap((neighbour, number) => lldpOf(neighbour, name === 'core-sw' ? 23 + number : 52, dotted(neighbour.mac))),
    '',
  ].join('\n')
}

function vlanOf(ip: string): string {
  return ip.split('.')[2] ?? '1'
}

function lldpOf({ host, ip, kind }: Device, port: number, mac: string): readonly string[] {
  return [
    '',
    `Local port1.0.${port}:`,
    '  Chassis ID Type .................. MAC address',
    `  Chassis ID ....................... ${mac}`,
    '  Port ID Type ..................... Interface name',
    `  Port ID .......................... ${kind === 'switch' ? 'port1.0.52' : 'LAN1'}`,
    `  System Name ...................... ${host}`,
    `  System Capabilities - Supported .. ${kind === 'switch' ? 'Bridge, Router' : 'Router'}`,
    `                      - Enabled .... ${kind === 'switch' ? 'Bridge' : 'Router'}`,
    `  Management Addresses ............. ${ip}`,
  ]
}
