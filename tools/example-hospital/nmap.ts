import type { Device, Month } from './device.ts'

/** The day on which the example's people went round, at this hour in Japan, in seconds since 1970. */
export function secondsAt(month: Month, hour: number, minute = 0): number {
  return (
    Date.parse(
      `${month}-${month === '2026-10' ? '15' : '16'}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00+09:00`,
    ) / 1000
  )
}

/** What Nmap 7.94 writes of these devices (`nmap -sV -O --script snmp-sysdescr -oX`). */
export function nmapOf(devices: readonly Device[], at: { readonly month: Month; readonly hour: number; readonly network: string }): string {
  const start = secondsAt(at.month, at.hour)
  const hosts = devices.map((device, number) => hostOf(device, start + 10 + number * 7))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE nmaprun>',
    `<nmaprun scanner="nmap" args="nmap -sV -O --script snmp-sysdescr -oX scan.xml ${at.network}" start="${start}" version="7.94" xmloutputversion="1.05">`,
    ...hosts,
    `<runstats><finished time="${start + 600}" exit="success"/><hosts up="${devices.length}" down="${256 - devices.length}" total="256"/></runstats>`,
    '</nmaprun>',
    '',
  ].join('\n')
}

function hostOf({ ip, mac, host, os, ports = [], system }: Device, endtime: number): string {
  return [
    `<host starttime="${endtime - 6}" endtime="${endtime}"><status state="up" reason="${mac === undefined ? 'echo-reply' : 'arp-response'}"/>`,
    `<address addr="${ip}" addrtype="ipv4"/>`,
    ...(mac === undefined ? [] : [`<address addr="${mac.toUpperCase()}" addrtype="mac"/>`]),
    ...(host === undefined ? [] : [`<hostnames><hostname name="${host}.mimamori.example" type="PTR"/></hostnames>`]),
    `<ports><extraports state="closed" count="${1000 - ports.length}"/>`,
    ...ports.map(({ port, name, product, version }) => {
      const words = [
        ` name="${name}"`,
        product === undefined ? '' : ` product="${product}"`,
        version === undefined ? '' : ` version="${version}"`,
      ]
      return `<port protocol="tcp" portid="${port}"><state state="open" reason="syn-ack"/><service${words.join('')} method="${product === undefined ? 'table' : 'probed'}"/></port>`
    }),
    ...(system === undefined
      ? []
      : [
          `<port protocol="udp" portid="161"><state state="open" reason="udp-response"/><service name="snmp" method="table"/><script id="snmp-sysdescr" output="${system}&#xa;  System uptime: 41d03h12m"/></port>`,
        ]),
    '</ports>',
    ...(os?.includes('Windows') ? [`<os><osmatch name="${os.startsWith('Microsoft') ? os : `Microsoft ${os}`}" accuracy="97"/></os>`] : []),
    '</host>',
  ].join('\n')
}
