import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Basis, type ScanFormat, scanFormats, skipReasons } from '@mimamori/formats'

const bases: Readonly<Record<Basis, string>> = {
  'real-output': 'seen on real output',
  'published-sample': 'after published samples',
  documentation: 'from documentation',
  memory: 'from memory',
}

/** How the file comes about, and what is taken from it. */
const told: Readonly<Record<ScanFormat, { readonly made: string; readonly taken: string }>> = {
  nmap: {
    made: '`nmap -sV -O --script snmp-sysdescr -oX scan.xml 10.18.10.0/24`; MAC addresses only within the network that the scanner stands in',
    taken:
      'addresses, names, open ports and programs, system (from 90 % on), what the device says of itself; nothing of accounts; hosts that are down are counted',
  },
  'dhcp-isc': { made: 'the file `dhcpd.leases` of the server, or of pfSense', taken: 'of each address the last lease: MAC, name, time' },
  'dhcp-kea': { made: '`kea-leases4.csv`, `kea-leases6.csv`', taken: 'of each address the last row' },
  'dhcp-windows': {
    made: '「アドレスのリース」→「一覧のエクスポート」, `Get-DhcpServerv4Lease | Export-Csv`, or `netsh dhcp server scope … show clients 1`',
    taken: 'address, MAC, name; it names the end of a lease, not when the device was seen',
  },
  'device-cli': {
    made: 'the record of a session (Tera Term), one device or several in one file: `show arp`, `show mac address-table`, `show lldp neighbors detail`, `show cdp neighbors detail`, `show status dhcp`, `get system arp`, `execute dhcp lease-list`, `show version`',
    taken: 'tables of addresses and neighbours, what the device says of itself; of a configuration only that it was there',
  },
  'directory-csv': {
    made: '`Get-ADComputer` and `Get-ADUser` with `Export-Csv`, or `csvde`',
    taken: 'computers; of users the id, whether it works, last sign-in and administrator rights, never a name',
  },
  sharphound: { made: 'the JSON files of SharpHound, unzipped', taken: 'as the directory; who is in a group of administrators' },
  snmp: {
    made: '`snmpwalk`, `snmpget`, or a table of sysName and sysDescr',
    taken: 'sysDescr, sysName, serial and interface addresses; never the community',
  },
  drawio: { made: 'a diagram of draw.io, packed or not', taken: 'shapes that hold an address, a name with a kind, or fields of their own' },
  register: {
    made: 'Excel or CSV of an office or of an asset tool; titles above, headings over up to three rows, UTF-8, UTF-16 or Shift_JIS',
    taken: 'columns by their headings, also by what their cells look like; never columns of users, passwords or keys',
  },
}

/** docs/scans.md: the formats that are read, and what each reader rests on, from the readers' own list. */
export function outputs(root: string): ReadonlyMap<string, string> {
  if (!existsSync(join(root, 'packages/formats/scans'))) return new Map()
  return new Map([['docs/scans.md', page()]])
}

function page(): string {
  return `${[
    '# Scans and registers of devices',
    '',
    '<!-- Written by "npm run generate" from packages/formats/scans/formats.ts: do not edit. -->',
    '',
    'Files are recognised by what is in them, whatever they are called, and read as a stream. `mimamori inventory FOLDER` reads everything below `FOLDER/scans`; the server reads them on its import page.',
    '',
    '| format | what its reader rests on | how the file is made | what is taken |',
    '|---|---|---|---|',
    ...Object.entries(scanFormats).map(([key, { name, basis, seen }]) => {
      const { made, taken } = told[key as ScanFormat] // a key of the very table
      const inCell = (text: string) => text.replaceAll('|', '\\|')
      return `| ${name.en}<br>${name.ja} (\`${key}\`) | **${bases[basis]}**: ${seen.en} | ${inCell(made)} | ${inCell(taken)} |`
    }),
    '',
    '- Passwords, keys and community strings are dropped while reading, in every format; how many there were is told. Columns of personal names are not read.',
    '- A file that is cut off, damaged or of no known kind gives nothing at all. XML with definitions of its own (DTD) is refused.',
    '- Times of a clock that runs wrong (before 2000, or more than a day ahead) are not taken; the rest of the entry is.',
    `- Lines that are passed over are kept with their row and the reason, and counted: ${Object.values(skipReasons)
      .map(({ en }) => en.replace(/\.$/, '').toLowerCase())
      .join('; ')}.`,
    '- At most 1 GB a file on the command line, lines of 20,000 characters. The memory does not grow with the file but with the devices in it: a scan of 500 MB and 5,000 hosts, held against a register of 5,000 devices, takes some 240 MB (`npm run bench -- scans`).',
    '',
    '## When two records are one device',
    '',
    'Strong marks decide before weak ones: serial number, id in the directory, UUID of the board, asset tag, MAC addresses, host name with model, host name. Two serial numbers are never one device, and an IP address alone never decides: such a record waits for a person. Random and virtual MAC addresses count only together with a name. Two devices of the register are never joined by a scan. What a person has written is never overwritten; a scan fills in what is unknown. Each record keeps the sentence by which it was placed.',
    '',
    '## From month to month',
    '',
    '`mimamori inventory FOLDER --before scans/2026-10 --after scans/2026-11` says what came, went, moved and changed. A device is gone only where a source of the kind that saw it was read again, and a fact has changed only where both months tell it.',
    '',
    'The example: `mimamori inventory examples/hospital-180beds --before examples/hospital-180beds/scans/2026-10 --after examples/hospital-180beds/scans/2026-11`. Its scans and its register are made by `tools/example-hospital` from one list of what really stands there; eleven devices nobody has listed.',
  ].join('\n')}\n`
}
