import {
  type Asset,
  type AssetId,
  type AssetKind,
  addDays,
  date,
  entityId,
  type InformationSystem,
  isKnown,
  type Person,
  type SourceId,
} from '@mimamori/domain'
import { addressOf } from './network.ts'
import type { Random } from './random.ts'
import { departments } from './words.ts'

interface Fleet {
  readonly kind: AssetKind
  readonly name: string
  readonly host: string
  readonly count: number
  readonly maker: string
  readonly models: readonly [string, ...string[]]
  /** Operating systems; of most devices nobody knows one. */
  readonly systems?: readonly [string, ...string[]]
  /** Looked after by the hospital itself. */
  readonly isOwn?: true
  readonly hasNoAddress?: true
}

const windows = ['Windows 11 Pro', 'Windows 11 Pro', 'Windows 11 Pro', 'Windows 11 Pro', 'Windows 10 Enterprise LTSC 2021'] as const
const servers = ['Windows Server 2022', 'Windows Server 2019', 'Windows Server 2016', 'Red Hat Enterprise Linux 8'] as const

/** 5,000 devices of a hospital of 500 beds. */
const fleets: readonly Fleet[] = [
  {
    kind: 'pc',
    name: '端末',
    host: 'pc',
    count: 1800,
    maker: '例電機',
    models: ['EX-DESK 5', 'EX-NOTE 14'],
    systems: windows,
    isOwn: true,
  },
  { kind: 'medical-device', name: '輸液・シリンジポンプ', host: 'pump', count: 700, maker: '例計測', models: ['IP-20', 'SP-5'] },
  { kind: 'medical-device', name: '生体情報モニタ', host: 'monitor', count: 420, maker: '例計測', models: ['PM-300', 'PM-500'] },
  {
    kind: 'medical-device',
    name: '検査・画像装置',
    host: 'modality',
    count: 180,
    maker: '例画像',
    models: ['RX-CT 64', 'US-9'],
    systems: ['Windows 10 IoT Enterprise LTSC 2021'],
  },
  { kind: 'phone', name: '電話機', host: 'tel', count: 560, maker: '例電機', models: ['EX-TEL 3'] },
  { kind: 'tablet', name: 'タブレット', host: 'tab', count: 320, maker: '例電機', models: ['EX-TAB 10'], isOwn: true },
  { kind: 'printer', name: 'プリンタ', host: 'mfp', count: 330, maker: '例電機', models: ['EX-MFP 30', 'EX-LBP 7'] },
  { kind: 'access-point', name: '無線LAN親機', host: 'ap', count: 190, maker: 'YAMAHA', models: ['WLX413', 'WLX212'] },
  { kind: 'switch', name: 'スイッチ', host: 'sw', count: 150, maker: 'Allied Telesis', models: ['AT-GS970EMX/52'] },
  { kind: 'camera', name: 'カメラ', host: 'cam', count: 130, maker: '例電機', models: ['EX-CAM 2'] },
  { kind: 'server', name: 'サーバ', host: 'sv', count: 84, maker: '例電機', models: ['EX-SV 740', 'EX-SV 340'], systems: servers },
  { kind: 'iot', name: '設備の制御装置', host: 'plc', count: 60, maker: '例計測', models: ['PLC-7'] },
  { kind: 'router', name: 'ルータ', host: 'rt', count: 24, maker: 'YAMAHA', models: ['RTX1220', 'RTX830'] },
  { kind: 'fax', name: 'FAX', host: 'fax', count: 22, maker: '例電機', models: ['EX-FAX 7'], hasNoAddress: true },
  { kind: 'storage', name: 'ストレージ', host: 'nas', count: 12, maker: '例電機', models: ['EX-NAS 8'] },
  {
    kind: 'removable-media',
    name: 'USBメモリ',
    host: 'usb',
    count: 10,
    maker: '例電機',
    models: ['EX-USB'],
    isOwn: true,
    hasNoAddress: true,
  },
  { kind: 'firewall', name: 'ファイアウォール', host: 'fw', count: 4, maker: 'Fortinet', models: ['FortiGate-100F'] },
  { kind: 'backup-device', name: 'バックアップ装置', host: 'bk', count: 4, maker: '例電機', models: ['EX-TAPE 8'] },
]

const rooms = ['病棟', '外来', '検査室', '放射線科', '透析室', '手術室', '医局', 'サーバ室', '薬剤部'] as const

/** Every device of the house; a few have no owner or vendor, one in fifty nobody has listed. */
export function assetsOf(
  random: Random,
  given: { systems: readonly InformationSystem[]; people: readonly Person[]; source: SourceId },
): readonly Asset[] {
  let made = 0
  return fleets.flatMap((fleet) => Array.from({ length: fleet.count }, (_, at) => assetOf(random, fleet, { at, number: ++made, ...given })))
}

interface Place {
  readonly at: number
  readonly number: number
  readonly systems: readonly InformationSystem[]
  readonly people: readonly Person[]
  readonly source: SourceId
}

function assetOf(random: Random, fleet: Fleet, { at, number, systems, people, source }: Place): Asset {
  const id = entityId<AssetId>(`d:${String(number).padStart(5, '0')}`)
  const host = `${fleet.host}-${String(at + 1).padStart(4, '0')}`
  const seen = fleet.hasNoAddress ? {} : { macs: [macOf(number)], ips: [addressOf(fleet.host, at)], hostNames: [host] }
  const base = { id, kind: fleet.kind, maker: fleet.maker, model: random.pick(fleet.models), ...seen }
  if (!fleet.hasNoAddress && random.isTrue(0.02)) return { ...base, name: host, unlisted: 'yes' }
  const covered = systems.filter(({ contract }) => isKnown(contract))
  const pool = random.isTrue(0.95) ? covered : systems
  const system = pool[random.whole(pool.length)]
  const vendor = fleet.isOwn ? 'none' : random.isTrue(0.97) ? system?.vendor : undefined
  const owner = people[random.whole(people.length)]?.id
  return {
    ...base,
    name: `${fleet.name} ${at + 1}`,
    tag: `M-${String(number).padStart(5, '0')}`,
    serial: `${fleet.host.toUpperCase()}26${String(number * 37).padStart(7, '0')}`,
    room: `${1 + random.whole(9)}階 ${random.pick(rooms)}`,
    department: random.pick(departments),
    ...(fleet.systems && { os: random.pick(fleet.systems) }),
    ...(owner !== undefined && random.isTrue(0.97) && { owner }),
    ...(vendor !== undefined && { vendor }),
    ...(isKnown(vendor) && system && { systems: [system.id] }),
    remoteMaintenance: isKnown(vendor) && random.isTrue(0.06) ? 'yes' : 'no',
    ...(random.isTrue(0.9) && { updateDuty: fleet.isOwn ? ('facility' as const) : random.pick(['vendor', 'vendor', 'facility']) }),
    ...(random.isTrue(0.9) && { disclosureOn: addDays(date('2025-04-01'), random.whole(500)) }),
    ...(random.isTrue(0.15) && { supportEndsOn: addDays(date('2026-06-01'), random.whole(2000)) }),
    source,
    row: number + 1,
    confirmedOn: addDays(date('2026-04-01'), random.whole(150)),
  }
}

function macOf(number: number): string {
  return `00:80:92:${[16, 8, 0].map((bits) => ((number >> bits) & 255).toString(16).padStart(2, '0')).join(':')}`
}
