import { type Device, type Listing, macAt, type Seen } from './device.ts'
import { hubInStaffRoom } from './network.ts'

interface Office {
  readonly department: string
  readonly host: string
  readonly count: number
  readonly room: string
  readonly switch: string
  readonly network: string
  readonly lan: 'chart' | 'office'
  readonly systems?: string
}

/** The 226 PCs of the hospital by where they stand; those of the chart's network and those that reach the internet are apart. */
const offices: readonly Office[] = [
  {
    department: '外来',
    host: 'gairai',
    count: 42,
    room: '1階外来',
    switch: 'sw-1f-a',
    network: '10.18.20',
    lan: 'chart',
    systems: '電子カルテ',
  },
  {
    department: '医事課',
    host: 'iji',
    count: 24,
    room: '1階医事課',
    switch: 'sw-1f-b',
    network: '10.18.20',
    lan: 'chart',
    systems: '電子カルテ、レセコン',
  },
  {
    department: '放射線科',
    host: 'hosha',
    count: 12,
    room: '1階放射線科',
    switch: 'sw-1f-b',
    network: '10.18.20',
    lan: 'chart',
    systems: '電子カルテ、画像',
  },
  {
    department: '薬剤部',
    host: 'yaku',
    count: 12,
    room: '2階薬剤部',
    switch: 'sw-2f',
    network: '10.18.21',
    lan: 'chart',
    systems: '電子カルテ、薬剤',
  },
  {
    department: '検査科',
    host: 'kensa',
    count: 14,
    room: '2階検査科',
    switch: 'sw-2f',
    network: '10.18.21',
    lan: 'chart',
    systems: '電子カルテ、検査',
  },
  {
    department: '透析室',
    host: 'toseki',
    count: 8,
    room: '2階透析室',
    switch: 'sw-2f',
    network: '10.18.21',
    lan: 'chart',
    systems: '電子カルテ、透析',
  },
  {
    department: '3階病棟',
    host: 'w3',
    count: 30,
    room: '3階病棟',
    switch: 'sw-3f',
    network: '10.18.22',
    lan: 'chart',
    systems: '電子カルテ、看護',
  },
  {
    department: '4階病棟',
    host: 'w4',
    count: 30,
    room: '4階病棟',
    switch: 'sw-4f',
    network: '10.18.23',
    lan: 'chart',
    systems: '電子カルテ、看護',
  },
  {
    department: '健診センター',
    host: 'kenshin',
    count: 10,
    room: '1階健診センター',
    switch: 'sw-1f-b',
    network: '10.18.20',
    lan: 'chart',
    systems: '健診',
  },
  {
    department: 'リハビリ科',
    host: 'reha',
    count: 10,
    room: '2階リハビリ室',
    switch: 'sw-2f',
    network: '10.18.21',
    lan: 'chart',
    systems: '電子カルテ',
  },
  { department: '総務課', host: 'soumu', count: 18, room: '3階総務課', switch: 'sw-office', network: '192.168.18', lan: 'office' },
  { department: '医局', host: 'ikyoku', count: 16, room: '3階医局', switch: 'sw-office', network: '192.168.18', lan: 'office' },
]

const chartSources: readonly Seen[] = ['windows-dhcp', 'directory', 'asset-tool']
const officeSources: readonly Seen[] = ['office-dhcp', 'firewall', 'asset-tool']

/** What befell single PCs; all others are as usual. */
const special: Readonly<Record<string, Partial<Device>>> = {
  'iji-05': { in: ['2026-10'] },
  'w3-28': hubInStaffRoom,
  'w3-29': hubInStaffRoom,
  'w3-30': hubInStaffRoom,
  'w4-18': { in: ['2026-10'] },
  'gairai-07': { later: { switch: 'sw-2f', port: 48, ip: '10.18.20.16' } },
  'kenshin-03': { later: { room: '1階外来 第2診察室' } },
  'soumu-04': { sources: ['office-dhcp', 'windows-dhcp', 'asset-tool'], later: { ip: '10.18.20.200' } },
  'iji-10': { os: 'Windows 10 Pro', later: { os: 'Windows 11 Pro' } },
  'hosha-12': { os: 'Windows 10 Pro' },
}

const spares: readonly Device[] = [1, 2].map((number) => {
  const pc = pcOf(offices[9] as Office, 10 + number, 250 + number) // リハビリ科, whose notebooks the spares are
  const listing: Listing = { ...(pc.listing as Listing), use: '予備', note: '故障のときの代わり' } // every PC is listed
  return { ...pc, name: `予備ノート${number}`, room: '3階サーバ室の棚', listing, in: ['2026-11'] }
})

export function pcs(): readonly Device[] {
  const all: Device[] = []
  const portsOf = new Map<string, number>()
  for (const office of offices)
    for (let number = 1; number <= office.count; number++) {
      const port = (portsOf.get(office.switch) ?? 0) + 1
      portsOf.set(office.switch, port)
      const pc = { ...pcOf(office, number, all.length + 1), port }
      all.push({ ...pc, ...special[pc.host] })
    }
  return [...all, ...spares]
}

function pcOf(office: Office, number: number, serial: number): Device & { readonly host: string } {
  const host = `${office.host}-${String(number).padStart(2, '0')}`
  const { department, room, network, lan, systems } = office
  return {
    name: `${department}PC ${String(number).padStart(2, '0')}`,
    kind: 'pc',
    host,
    maker: '例電機',
    model: serial % 3 === 0 ? 'EX-NOTE 14' : 'EX-DESK 5',
    serial: `EXPC26${String(serial * 37).padStart(6, '0')}`,
    tag: `B-${String(1000 + serial)}`,
    mac: macAt('e8:6a:64', 0x10_00_00 + serial * 11),
    ip: `${network}.${addressOf(office, number)}`,
    switch: office.switch,
    room,
    os: 'Windows 11 Pro',
    sources: lan === 'chart' ? chartSources : officeSources,
    listing: {
      id: `d:pc-${host}`,
      department,
      vendor: 'なし',
      owner: '見本 花子',
      updateDuty: '施設',
      remote: 'いいえ',
      ...(systems !== undefined && { systems }),
    },
  }
}

/** Offices of one network follow each other from .10 on. */
function addressOf(office: Office, number: number): number {
  const before = offices.slice(0, offices.indexOf(office)).filter((one) => one.network === office.network)
  return 9 + before.reduce((sum, one) => sum + one.count, 0) + number
}
