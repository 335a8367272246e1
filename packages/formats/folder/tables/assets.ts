import type { AssetId, AssetKind, ContractId, PersonId, ServiceId, SystemId, VendorId, ZoneId } from '@mimamori/domain'
import { day, type FieldsOf, fact, must, names, pastDay, ref, refs, text, word, yesNo } from '../field.ts'
import { dutyWords, paidByWords } from './vendors.ts'

/** The kinds of device by every name that a list of an office may use. */
export const assetKindWords: Readonly<Record<AssetKind, readonly [string, ...string[]]>> = {
  server: ['サーバ', 'サーバー', '仮想サーバ'],
  pc: ['PC', 'パソコン', '端末', '端末PC', 'ノートPC', 'デスクトップPC'],
  tablet: ['タブレット・スマートフォン', 'タブレット', 'スマートフォン', 'スマホ'],
  firewall: ['ファイアウォール・UTM', 'ファイアウォール', 'UTM', 'VPN装置'],
  router: ['ルータ', 'ルーター'],
  'mobile-router': ['モバイルルータ', 'ポケットWi-Fi', 'モバイルルーター'],
  switch: ['スイッチ', 'HUB', 'ハブ', 'L2スイッチ', 'L3スイッチ'],
  'access-point': ['無線LAN親機', 'アクセスポイント', '無線AP'],
  'network-device': ['ネットワーク機器', '通信機器'],
  'medical-device': ['医療機器', 'モダリティ', '検査機器'],
  storage: ['ストレージ', 'NAS'],
  'backup-device': ['バックアップ装置'],
  printer: ['プリンタ・複合機', 'プリンタ', 'プリンター', '複合機'],
  fax: ['FAX', 'ファクシミリ'],
  phone: ['電話機', 'IP電話', '電話交換機', 'PBX'],
  camera: ['カメラ', '監視カメラ', '防犯カメラ'],
  iot: ['IoT機器', '設備機器'],
  'cloud-service': ['クラウドサービス', 'クラウド'],
  'removable-media': ['外部媒体', 'USBメモリ', '外付けHDD'],
  other: ['その他'],
}

export const assetsFields: FieldsOf<'assets'> = {
  name: must(
    text('機器名', { ja: '施設での呼び名', en: 'What it is called here' }, { also: ['機器名称', '資産名', '名称', '品名', '装置名'] }),
  ),
  kind: word('種類', { ja: '機器の種類', en: 'Kind of device' }, assetKindWords, { also: ['種別', '機器種別', '資産種別', '機器区分'] }),
  unlisted: word(
    '登録前',
    { ja: '読み込みで見つかり、まだ台帳に登録していないもの', en: 'Found by a scan and not yet taken into the register' },
    { yes: ['はい', '登録前'] },
  ),
  use: word('使用状況', { ja: '使用中か、予備か', en: 'In use or a spare' }, { 'in-use': ['使用中', '稼働中'], spare: ['予備', '保管'] }),
  tag: text('管理番号', { ja: '機器に貼った番号', en: 'Number stuck on the device' }, { also: ['資産番号', '資産管理番号', '備品番号'] }),
  serial: text('製造番号', { ja: '銘板にある番号', en: 'Serial number' }, { also: ['シリアル番号', 'シリアル', 'シリアルNo', 'S/N'] }),
  maker: text('メーカー', { ja: '作った会社', en: 'Maker' }, { also: ['メーカ', 'メーカー名', 'メーカ名', '製造元'] }),
  model: text('型番', { ja: '型番・機種', en: 'Model' }, { also: ['型式', '機種', '機種名', 'モデル', 'モデル名'] }),
  macs: names(
    'MACアドレス',
    { ja: '有線・無線すべて', en: 'Of every port and radio' },
    { also: ['MAC', '物理アドレス', 'MACアドレス1', 'Mac Address'] },
  ),
  ips: names('IPアドレス', { ja: '固定のもの', en: 'Fixed addresses' }, { also: ['IP', 'IPv4アドレス', 'IP Address'] }),
  hostNames: names(
    'ホスト名',
    { ja: 'ネットワーク上の名前', en: 'Name on the network' },
    { also: ['コンピュータ名', 'コンピューター名', 'マシン名'] },
  ),
  os: text('OS', { ja: '基本ソフトとその版', en: 'Operating system' }, { also: ['OS名', 'オペレーティングシステム'] }),
  firmware: text('ファームウェア', { ja: '機器の中のソフトの版', en: 'Firmware' }, { also: ['ファームウェアバージョン', 'ファーム'] }),
  room: text('設置場所', { ja: '部屋', en: 'Room' }, { also: ['場所', '設置部屋', '部屋', '設置フロア'] }),
  department: text('部署', { ja: '使っている部署', en: 'Department' }, { also: ['使用部署', '部門', '所属'] }),
  owner: fact(ref<PersonId>('管理者', 'people', { ja: '責任を持つ職員', en: 'Who answers for it' }, { also: ['管理責任者', '責任者'] })),
  vendor: fact(
    ref<VendorId>(
      '事業者',
      'vendors',
      { ja: '保守を頼んでいる会社。自院で見ているときは「なし」', en: 'Vendor; none where the facility keeps it itself' },
      { also: ['保守業者', '保守会社', '業者名', '導入業者'] },
    ),
  ),
  contract: fact(
    ref<ContractId>('保守契約', 'contracts', { ja: '契約。ないときは「なし」', en: 'Maintenance contract; none where there is none' }),
  ),
  updateDuty: word(
    '更新の受け持ち',
    { ja: '契約と違うときだけ。更新を誰が当てるか', en: 'Who applies updates, where it differs from the contract' },
    dutyWords,
  ),
  updatePaidBy: word('更新の費用', { ja: '契約と違うときだけ。費用を誰が払うか', en: 'Who pays, where it differs' }, paidByWords),
  updateClause: text('該当箇所', { ja: 'それが書いてある条や頁', en: 'Clause or page that says so' }),
  supportEndsOn: fact(
    day(
      'サポート終了日',
      { ja: 'メーカーの更新が終わる日。決まっていないときは「なし」', en: 'Last day of updates; none where none is named' },
      { also: ['サポート期限', '保守期限', 'EOL', 'EOS'] },
    ),
  ),
  remoteMaintenance: yesNo('遠隔保守', { ja: '院外から操作や点検をすることがあるか', en: 'Whether somebody works on it from outside' }),
  disclosureOn: fact(
    pastDay(
      'MDS/SDSの受領日',
      { ja: 'セキュリティ開示書を受け取った日。ないときは「なし」', en: 'Day the disclosure sheet came; none where there is none' },
      { also: ['MDS/SDS', '開示書受領日'] },
    ),
  ),
  approvalNumber: text('承認番号', { ja: '医療機器の承認・認証番号', en: 'Approval number of a medical device' }, { also: ['認証番号'] }),
  systems: refs<SystemId>(
    'システム',
    'systems',
    { ja: 'この機器で動くシステム', en: 'Systems that depend on it' },
    { also: ['関連システム'] },
  ),
  services: refs<ServiceId>('支える診療', 'services', { ja: '止まると困る診療', en: 'Care that stops with it' }),
  zones: refs<ZoneId>('区画', 'zones', { ja: 'つながっているネットワークの区画', en: 'Network zones in which it stands' }),
  note: text('備考', { ja: '気づいたこと', en: 'Remarks' }, { also: ['メモ'] }),
}

export const softwareFields: FieldsOf<'software'> = {
  asset: must(ref<AssetId>('機器', 'assets', { ja: '入っている機器', en: 'Device it is on' }, { also: ['機器名', 'コンピュータ名'] })),
  name: must(text('ソフト名', { ja: 'ソフトウェアの名前', en: 'Name of the program' }, { also: ['ソフトウェア名', 'アプリケーション名'] })),
  maker: text('メーカー', { ja: '作った会社', en: 'Maker' }, { also: ['発行元', 'ベンダー'] }),
  version: text('版', { ja: 'バージョン', en: 'Version' }, { also: ['バージョン'] }),
  cpe: text('CPE', { ja: '製品の国際的な名前', en: 'Name of the product in CPE 2.3' }),
  needed: yesNo('必要か', { ja: '仕事に要るか', en: 'Whether the work needs it' }, { also: ['業務で使用'] }),
  supportEndsOn: fact(
    day('サポート終了日', { ja: '更新が終わる日。決まっていないときは「なし」', en: 'Last day of updates; none where none is named' }),
  ),
}

export const linesFields: FieldsOf<'lines'> = {
  name: must(text('回線名', { ja: '施設での呼び名', en: 'What it is called here' }, { also: ['名称'] })),
  kind: must(
    word(
      '種類',
      { ja: '回線の種類', en: 'Kind of line' },
      {
        internet: ['インターネット', '光回線'],
        'closed-vpn': ['閉域網(IP-VPN)', '閉域網', 'IP-VPN'],
        eligibility: ['オンライン資格確認の回線', '資格確認'],
        telephone: ['電話・FAX', '電話', 'ISDN'],
        mobile: ['携帯電話回線', 'LTE', '5G'],
        leased: ['専用線'],
        other: ['その他'],
      },
    ),
  ),
  carrier: fact(ref<VendorId>('通信会社', 'vendors', { ja: '回線の会社', en: 'Carrier' }, { also: ['回線業者'] })),
  contract: fact(ref<ContractId>('契約', 'contracts', { ja: '回線の契約', en: 'Contract of the line' })),
  owner: fact(ref<PersonId>('管理者', 'people', { ja: '責任を持つ職員', en: 'Who answers for it' })),
  device: fact(ref<AssetId>('つながる機器', 'assets', { ja: '回線の終わりの機器', en: 'Device on which it ends' }, { also: ['終端装置'] })),
  alwaysOn: yesNo('常時接続', { ja: 'いつもつながっているか', en: 'Whether it is always on' }),
  room: text('引込場所', { ja: '部屋', en: 'Room' }, { also: ['設置場所'] }),
  use: text('用途', { ja: '何に使うか', en: 'What for' }),
}
