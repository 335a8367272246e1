import type { AssetId, ContractId, LineId, PersonId, RemotePathId, SystemId, VendorId, VpnId } from '@mimamori/domain'
import { day, type FieldsOf, fact, must, names, pastDay, ref, refs, text, whole, word, yesNo } from '../field.ts'

export const vpnsFields: FieldsOf<'vpns'> = {
  name: must(text('VPN名', { ja: '施設での呼び名', en: 'What it is called here' }, { also: ['名称'] })),
  purpose: must(
    word(
      '目的',
      { ja: '何のためのVPNか', en: 'What it is for' },
      {
        maintenance: ['保守'],
        'images-results': ['画像・検査結果', '遠隔読影'],
        'regional-link': ['地域連携', '地域医療連携'],
        sites: ['拠点間'],
        telework: ['テレワーク', '在宅勤務'],
        other: ['その他'],
      },
      { also: ['用途'] },
    ),
  ),
  device: fact(ref<AssetId>('機器', 'assets', { ja: '院内側の装置', en: 'Device at the facility' })),
  line: fact(ref<LineId>('回線', 'lines', { ja: '通る回線', en: 'Line it uses' })),
  vendor: fact(ref<VendorId>('事業者', 'vendors', { ja: '相手の会社', en: 'Company at the other end' })),
  contract: fact(ref<ContractId>('契約', 'contracts', { ja: 'このVPNが書かれた契約', en: 'Contract that covers it' })),
  owner: fact(ref<PersonId>('管理者', 'people', { ja: '責任を持つ職員', en: 'Who answers for it' })),
  alwaysOn: yesNo('常時接続', { ja: 'いつもつながっているか', en: 'Whether it is always on' }),
  twoFactor: yesNo('二要素認証', { ja: '二要素認証を使うか', en: 'Whether it asks for a second factor' }),
  systems: refs<SystemId>('届くシステム', 'systems', { ja: 'ここから届くシステム', en: 'Systems that it reaches' }),
  endedOn: pastDay('廃止した日', {
    ja: 'このVPNを廃止した日。使っている間は空',
    en: 'Day on which it was given up; empty while it is used',
  }),
}

export const remotePathsFields: FieldsOf<'remotePaths'> = {
  name: must(text('遠隔保守の名前', { ja: '施設での呼び名', en: 'What it is called here' }, { also: ['名称'] })),
  vendor: fact(ref<VendorId>('事業者', 'vendors', { ja: '保守をする会社', en: 'Who works through it' })),
  way: word(
    '方法',
    { ja: 'つなぎ方', en: 'How they come in' },
    {
      vpn: ['VPN'],
      'dial-up': ['電話回線', 'ダイヤルアップ'],
      'remote-desktop': ['リモートデスクトップ'],
      'cloud-tool': ['遠隔操作サービス'],
      'mobile-router': ['モバイルルータ'],
      other: ['その他'],
    },
  ),
  assets: refs<AssetId>('機器', 'assets', { ja: '保守する機器', en: 'Devices worked on' }),
  systems: refs<SystemId>('システム', 'systems', { ja: '保守するシステム', en: 'Systems worked on' }),
  vpn: fact(ref<VpnId>('VPN', 'vpns', { ja: '通るVPN', en: 'VPN it uses' })),
  line: fact(ref<LineId>('回線', 'lines', { ja: '通る回線', en: 'Line it uses' })),
  contract: fact(ref<ContractId>('契約', 'contracts', { ja: '遠隔保守が書かれた契約', en: 'Contract that covers it' })),
  alwaysOn: yesNo(
    '常時接続',
    { ja: 'いつもつながっているか。使うときだけ入れるなら「いいえ」', en: 'Always on; no where it is switched on for each visit' },
    { also: ['常時接続か'] },
  ),
  twoFactor: yesNo('二要素認証', { ja: '二要素認証を使うか', en: 'Whether it asks for a second factor' }),
  declaredOn: fact(
    pastDay('申告日', { ja: '会社が書面で申告した日。まだなら「なし」', en: 'Day the vendor declared it in writing; none if not yet' }),
  ),
  endedOn: pastDay('廃止した日', {
    ja: 'この遠隔保守を廃止した日。使っている間は空',
    en: 'Day on which it was given up; empty while it is used',
  }),
}

export const remoteLogFields: FieldsOf<'remoteLog'> = {
  path: must(ref<RemotePathId>('遠隔保守', 'remotePaths', { ja: 'どの遠隔保守か', en: 'Which remote path' })),
  turned: must(
    word('入切', { ja: '入れたか、切ったか', en: 'Switched on or off' }, { on: ['入れた', '入', 'オン'], off: ['切った', '切', 'オフ'] }),
  ),
  on: must(day('日付', { ja: '入り切りした日', en: 'Day' }, { also: ['日'] })),
  time: text('時刻', { ja: '例:13:05', en: 'Time, such as 13:05' }),
  by: text('操作した人', { ja: '氏名', en: 'Who did it' }),
  why: text('理由', { ja: '作業の内容', en: 'What for' }, { also: ['作業内容'] }),
}

const numberWords = { preset: ['登録した宛先'], typed: ['その都度入力', '手入力'], both: ['両方'] } as const

export const faxFlowsFields: FieldsOf<'faxFlows'> = {
  name: must(text('FAXの名前', { ja: '例:紹介状の返信', en: 'What it is called here' }, { also: ['名称'] })),
  from: text('送り元', { ja: 'どこから', en: 'From' }),
  to: text('送り先', { ja: 'どこへ', en: 'To' }, { also: ['宛先'] }),
  device: fact(ref<AssetId>('機器', 'assets', { ja: '使うFAX', en: 'Device used' })),
  content: text('内容', { ja: '何を送るか', en: 'What is sent' }),
  patientData: yesNo('患者の情報', { ja: '患者の情報を含むか', en: 'Whether it holds patient data' }),
  numbers: word(
    '番号の選び方',
    { ja: '登録した宛先から選ぶか、その都度入力するか', en: 'Preset numbers, or typed each time' },
    numberWords,
  ),
  pagesPerMonth: whole('月の枚数', { ja: '1か月の枚数', en: 'Pages a month' }, { min: 0, max: 10_000_000 }),
}

const most = { min: 0, max: 10_000_000 } as const

export const accountsFields: FieldsOf<'accounts'> = {
  name: must(text('IDの範囲', { ja: '例:電子カルテ、院内の認証サーバ', en: 'Where these accounts are' }, { also: ['名称'] })),
  system: fact(ref<SystemId>('システム', 'systems', { ja: '1つのシステムのIDのとき', en: 'System whose accounts these are' })),
  countedOn: pastDay('数えた日', { ja: '数えた日', en: 'Counted on' }),
  total: whole('IDの数', { ja: '有効なIDの数', en: 'Accounts that work' }, most),
  leavers: whole('退職者のID', { ja: '辞めた人のIDの数', en: 'Accounts of people who have left' }, most),
  unused: whole('使っていないID', { ja: '使われていないIDの数', en: 'Accounts that nobody uses' }, most),
  shared: whole('共用のID', { ja: '何人かで使うIDの数', en: 'Accounts that several people use' }, most),
  administrators: whole('管理者のID', { ja: '管理者権限のあるIDの数', en: 'Accounts with administrator rights' }, most),
  twoFactor: word(
    '二要素認証',
    { ja: '二要素認証を使う範囲', en: 'Who needs a second factor' },
    { all: ['全員'], administrators: ['管理者だけ'], some: ['一部'], no: ['使っていない', 'なし'] },
  ),
  leaverIds: names('退職者のIDの一覧', { ja: 'ID。氏名は書かない', en: 'Account ids, no names' }),
  unusedIds: names('使っていないIDの一覧', { ja: 'ID。氏名は書かない', en: 'Account ids, no names' }),
  sharedIds: names('共用のIDの一覧', { ja: 'ID。氏名は書かない', en: 'Account ids, no names' }),
  administratorIds: names('管理者のIDの一覧', { ja: 'ID。氏名は書かない', en: 'Account ids, no names' }),
}
