import { csvText } from '@mimamori/formats'
import type { Device, Month } from './device.ts'
import { secondsAt } from './nmap.ts'

const domain = 'mimamori.example'

function utc(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ').replaceAll('-', '/')
}

function inJapan(seconds: number): string {
  return utc(seconds + 9 * 3600)
}

/** The list that the console of a Windows DHCP server exports. */
export function leasesOfWindows(devices: readonly Device[], month: Month): string {
  const rows = devices.map(({ ip, host, mac = '' }, at) =>
    [ip, `${host}.${domain}`, inJapan(secondsAt(month, 9) + 8 * 86_400 + at * 60), 'DHCP', mac.replaceAll(':', ''), ''].join('\t'),
  )
  return `\ufeff${['クライアント IP アドレス\t名前\tリース有効期限\t種類\t一意な ID\t説明', ...rows, ''].join('\r\n')}`
}

/** dhcpd.leases of the office network; two leases that nobody holds any more among them. */
export function leasesOfOffice(devices: readonly Device[], month: Month): string {
  const start = secondsAt(month, 8)
  const leases = devices.map(({ ip, host, mac }, at) => lease({ ip, state: 'active', mac, host, at: start + at * 90 }))
  const free = ['192.168.18.150', '192.168.18.151'].map((ip) =>
    lease({ ip, state: 'free', mac: '48:2a:e3:18:00:99', host: undefined, at: start - 86_400 }),
  )
  return [
    '# The format of this file is documented in the dhcpd.leases(5) manual page.',
    'authoring-byte-order little-endian;',
    '',
    ...free,
    ...leases,
  ].join('\n')
}

function lease({
  ip,
  state,
  mac,
  host,
  at,
}: {
  ip: string | undefined
  state: string
  mac: string | undefined
  host: string | undefined
  at: number
}): string {
  const day = new Date(at * 1000).getUTCDay()
  return [
    `lease ${ip} {`,
    `  starts ${day} ${utc(at)};`,
    `  ends ${(day + 1) % 7} ${utc(at + 86_400)};`,
    `  cltt ${day} ${utc(at)};`,
    `  binding state ${state};`,
    `  hardware ethernet ${mac};`,
    ...(host === undefined ? [] : [`  client-hostname "${host}";`]),
    '}',
    '',
  ].join('\n')
}

const builds: Readonly<Record<string, string>> = {
  'Windows 11 Pro': '10.0 (22631)',
  'Windows 10 Pro': '10.0 (19045)',
  'Windows Server 2016': '10.0 (14393)',
  'Windows Server 2019': '10.0 (17763)',
  'Windows Server 2022': '10.0 (20348)',
}

/** `Get-ADComputer -Filter * -Properties … | Export-Csv`. */
export function computersOfDirectory(devices: readonly Device[], month: Month): string {
  const rows = devices.map(({ host = '', os = '', serial = host }, at) => {
    const name = host.toUpperCase().slice(0, 15)
    const last = inJapan(secondsAt(month, 8) - (at % 3) * 86_400 + at * 37)
    return [
      name,
      `${host}.${domain}`,
      `S-1-5-21-180018001-26112611-20262026-${1100 + numberOf(serial)}`,
      os,
      builds[os] ?? '',
      last,
      'True',
    ]
  })
  return `\ufeff${csvText([['Name', 'DNSHostName', 'SID', 'OperatingSystem', 'OperatingSystemVersion', 'LastLogonDate', 'Enabled'], ...rows])}`
}

/** A number that stays the same from month to month. */
function numberOf(text: string): number {
  return [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 8_000_000, 7)
}

const accounts = [
  ['kanrisha', 'True', '1'],
  ['karte-hoshu', 'True', '1'],
  ['mihon-hanako', 'True', '1'],
  ['gairai-kyoyo', 'True', '0'],
  ['byoto-kyoyo', 'True', '0'],
  ['u1001', 'True', '0'],
  ['u1002', 'True', '0'],
  ['u1003', 'True', '0'],
  ['u1004', 'False', '0'],
  ['u1005', 'True', '0'],
  ['u1006', 'True', '0'],
  ['u0912', 'True', '0'],
] as const

/** `Get-ADUser`: ids alone; `u0912` has not been used for two years. */
export function usersOfDirectory(month: Month): string {
  const rows = accounts.map(([name, enabled, admin], at) => {
    const last = name === 'u0912' ? '2024/09/30 17:02:11' : inJapan(secondsAt(month, 8) - at * 4000)
    return [name, 'user', `S-1-5-21-180018001-26112611-20262026-${2001 + at}`, enabled, last, '2026/04/01 9:00:00', admin]
  })
  return `\ufeff${csvText([['SamAccountName', 'objectClass', 'SID', 'Enabled', 'LastLogonDate', 'PasswordLastSet', 'adminCount'], ...rows])}`
}

/** What a tool of the kind of SKYSEA or LANSCOPE exports. */
export function registerOfTool(devices: readonly Device[], month: Month): string {
  const head = [
    'コンピューター名',
    'IPアドレス',
    'MACアドレス',
    'OS',
    'メーカー名',
    'モデル名',
    'シリアルナンバー',
    '設置場所',
    '最終通信日時',
    'ログオンユーザー名',
  ]
  const rows = devices.map(({ host, ip, mac, os, maker, model, serial, room }, at) => [
    host?.toUpperCase(),
    ip,
    mac?.toUpperCase().replaceAll(':', '-'),
    os,
    maker,
    model,
    serial,
    room,
    inJapan(secondsAt(month, 7) + at * 21),
    `利用者${(at % 40) + 1}`,
  ])
  return `\ufeff${csvText([head, ...rows])}`
}
