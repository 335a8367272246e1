import type { AssetKind, Text } from '@mimamori/domain'
import { foldText } from '../../text.ts'

/** What a column of a register may hold. */
export type RegisterField =
  | 'name'
  | 'host'
  | 'tag'
  | 'kind'
  | 'ip'
  | 'mac'
  | 'serial'
  | 'uuid'
  | 'maker'
  | 'model'
  | 'os'
  | 'osVersion'
  | 'firmware'
  | 'room'
  | 'seenAt'
  | 'note'

interface FieldFacts {
  readonly name: Text
  /** Headings of offices and of asset tools (SKYSEA, LANSCOPE and their like; from memory), width and spaces aside. */
  readonly headings: readonly string[]
  /** Several columns may hold it. */
  readonly many?: true
}

export const registerFields: Readonly<Record<RegisterField, FieldFacts>> = {
  name: {
    name: { ja: '機器名', en: 'name' },
    headings: [
      '機器名',
      '機器名称',
      '資産名',
      '資産名称',
      '装置名',
      '名称',
      '品名',
      '表示名',
      '機器・システム名',
      'name',
      'asset name',
      'device name',
    ],
    many: true,
  },
  host: {
    name: { ja: 'コンピューター名', en: 'host name' },
    headings: [
      'コンピューター名',
      'コンピュータ名',
      '端末名',
      'マシン名',
      'ホスト名',
      'PC名',
      'NetBIOS名',
      'FQDN',
      'クライアント名',
      'hostname',
      'computer name',
      'machine name',
    ],
    many: true,
  },
  tag: {
    name: { ja: '管理番号', en: 'asset tag' },
    headings: [
      '管理番号',
      '資産番号',
      '資産管理番号',
      '備品番号',
      '機器番号',
      '資産コード',
      '管理No',
      '管理No.',
      '固定資産番号',
      '機器管理番号',
      'asset tag',
      'asset no',
      'asset number',
    ],
  },
  kind: {
    name: { ja: '種類', en: 'kind' },
    headings: [
      '種類',
      '種別',
      '機器種別',
      '機器種類',
      '分類',
      '区分',
      '資産種別',
      '資産分類',
      '端末種別',
      'コンピューター種別',
      'カテゴリ',
      'type',
      'category',
      'kind',
    ],
  },
  ip: {
    name: { ja: 'IPアドレス', en: 'IP address' },
    headings: [
      'IPアドレス',
      'IP',
      'IPv4アドレス',
      'IPv6アドレス',
      'IPアドレス1',
      'IPアドレス2',
      '有線IPアドレス',
      '無線IPアドレス',
      '有線LANIPアドレス',
      '有線IP',
      '無線IP',
      'アドレス',
      'ip address',
    ],
    many: true,
  },
  mac: {
    name: { ja: 'MACアドレス', en: 'MAC address' },
    headings: [
      'MACアドレス',
      'MAC',
      'MACアドレス1',
      'MACアドレス2',
      '有線MACアドレス',
      '無線MACアドレス',
      '有線LANMACアドレス',
      '無線LANMACアドレス',
      '有線MAC',
      '無線MAC',
      '物理アドレス',
      'mac address',
    ],
    many: true,
  },
  serial: {
    name: { ja: 'シリアル番号', en: 'serial number' },
    headings: [
      'シリアル番号',
      'シリアルナンバー',
      'シリアルNo',
      'シリアルNo.',
      'シリアル',
      '製造番号',
      '製造No',
      '機番',
      'S/N',
      'SN',
      'BIOSシリアル番号',
      'serial',
      'serial number',
      'serial no',
    ],
  },
  uuid: { name: { ja: 'UUID', en: 'UUID' }, headings: ['UUID', '端末UUID', 'BIOS UUID', 'マシンUUID'] },
  maker: {
    name: { ja: 'メーカー', en: 'maker' },
    headings: [
      'メーカー',
      'メーカ',
      'メーカー名',
      'メーカ名',
      '製造元',
      '製造業者',
      '製造会社',
      '製造販売業者',
      'manufacturer',
      'maker',
      'vendor',
    ],
  },
  model: {
    name: { ja: '型番', en: 'model' },
    headings: [
      '型番',
      '型式',
      '型名',
      '機種',
      '機種名',
      'モデル',
      'モデル名',
      '製品名',
      '製品型番',
      'コンピューターモデル',
      'model',
      'model name',
      'product',
    ],
  },
  os: {
    name: { ja: 'OS', en: 'operating system' },
    headings: ['OS', 'OS名', 'OS種別', 'オペレーティングシステム', 'OS名称', 'operating system'],
  },
  osVersion: {
    name: { ja: 'OSのバージョン', en: 'version of the operating system' },
    headings: ['OSバージョン', 'OSのバージョン', 'OSビルド', 'os version'],
  },
  firmware: {
    name: { ja: 'ファームウェア', en: 'firmware' },
    headings: [
      'ファームウェア',
      'ファームウェアバージョン',
      'ファームウェア版数',
      'ファームウエア',
      'FW',
      'FWバージョン',
      'ファーム',
      'firmware',
      'firmware version',
    ],
  },
  room: {
    name: { ja: '設置場所', en: 'room' },
    headings: ['設置場所', '場所', '設置部屋', '設置部署', '設置先', '設置フロア', '保管場所', 'ロケーション', 'location', 'room'],
  },
  seenAt: {
    name: { ja: '最後に確かめた日', en: 'last seen' },
    headings: [
      '最終確認日',
      '最終通信日時',
      '最終通信日',
      '最終稼働日時',
      '最終起動日時',
      '最終接続日時',
      '最終収集日時',
      '情報取得日時',
      '棚卸日',
      '棚卸し日',
      '確認日',
      'last seen',
    ],
  },
  note: { name: { ja: '備考', en: 'note' }, headings: ['備考', '摘要', 'メモ', '用途', 'コメント', 'note', 'notes', 'remarks'] },
}

const byHeading = new Map(
  Object.entries(registerFields).flatMap(
    ([field, { headings }]) => headings.map((heading) => [foldText(heading), field as RegisterField] as const), // keys are fields by type
  ),
)

/** The field that a heading is known to mean. */
export function registerField(heading: string): RegisterField | undefined {
  return byHeading.get(foldText(heading))
}

/** Every known heading with its field, for finding similar ones. */
export function registerHeadings(): readonly (readonly [string, RegisterField])[] {
  return [...byHeading]
}

const kindWords: readonly (readonly [RegExp, AssetKind])[] = [
  [/ファイアウォール|ファイヤーウォール|utm|firewall/, 'firewall'],
  [/モバイルルータ|ポケットwi-?fi|lteルータ/, 'mobile-router'],
  [/ルータ|router/, 'router'],
  [/アクセスポイント|無線ap|^ap$|access ?point/, 'access-point'],
  [/スイッチ|ハブ|switch|hub|^l[23]$/, 'switch'],
  [/バックアップ|backup/, 'backup-device'],
  [/nas|ストレージ|storage|外付けhdd/, 'storage'],
  [/サーバ|server/, 'server'],
  [/タブレット|スマート?フォン|ipad|tablet/, 'tablet'],
  [/パソコン|pc|ノート|デスクトップ|端末|laptop|desktop|workstation/, 'pc'],
  [/複合機|プリンタ|printer|mfp/, 'printer'],
  [/fax|ファクス|ファックス/, 'fax'],
  [/電話|phone/, 'phone'],
  [/カメラ|camera/, 'camera'],
  [/usbメモリ|可搬媒体|外部媒体|記録媒体/, 'removable-media'],
  [/クラウド|cloud|saas/, 'cloud-service'],
  [/医療機器|モダリティ|生体情報|モニタリング|超音波|輸液|透析|検査装置|ct|mri|内視鏡|modality|medical/, 'medical-device'],
  [/ネットワーク|network/, 'network-device'],
  [/iot|センサ|sensor/, 'iot'],
]

/** The kind that a word of an office means. */
export function kindOfWord(word: string): AssetKind | undefined {
  const text = foldText(word)
  return text === '' ? undefined : kindWords.find(([test]) => test.test(text))?.[1]
}
