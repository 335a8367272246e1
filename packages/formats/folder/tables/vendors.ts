import type { AssetId, ContractId, EvidenceId, ServiceId, SystemId, SystemKind, VendorId, VisitId } from '@mimamori/domain'
import { day, type FieldsOf, fact, must, pastDay, ref, refs, text, whole, word, yesNo } from '../field.ts'

export const vendorsFields: FieldsOf<'vendors'> = {
  name: must(
    text(
      '会社名',
      { ja: '請求書か保守契約書のとおり', en: 'As on the invoice or contract' },
      { also: ['事業者名', '業者名', '委託先', '事業者', '契約先', '契約相手方', 'ベンダー名', '会社'] },
    ),
  ),
  kana: text('ふりがな', { ja: '会社名の読み', en: 'Reading of the name' }, { also: ['フリガナ', '会社名カナ'] }),
  kind: word(
    '区分',
    { ja: '販売店か、メーカーか', en: 'Dealer or maker' },
    { dealer: ['販売店', '代理店'], maker: ['メーカー', '製造業者'], both: ['両方', '販売店・メーカー'] },
  ),
  phone: text('電話', { ja: '電話番号', en: 'Telephone' }, { also: ['電話番号', 'TEL', '連絡先電話'] }),
  nightPhone: text('夜間の電話', { ja: '夜間・休日の電話', en: 'Telephone at night' }, { also: ['緊急連絡先', '夜間連絡先'] }),
  fax: text('FAX', { ja: 'FAX番号', en: 'FAX' }, { also: ['FAX番号', 'ファックス'] }),
  mail: text('メール', { ja: 'メールアドレス', en: 'Mail address' }, { also: ['メールアドレス', 'E-mail'] }),
  mailTogether: word('メールをまとめる', { ja: '1日1通にまとめるとき「はい」', en: 'Yes for one mail a day at most' }, { yes: ['はい'] }),
  address: text('住所', { ja: '所在地', en: 'Address' }, { also: ['所在地'] }),
  contactName: text('担当者', { ja: '担当者の氏名', en: 'Whom to ask' }, { also: ['担当者名', '担当', '窓口担当者'] }),
  contactDepartment: text('担当部署', { ja: '担当者の部署', en: 'Department of that person' }, { also: ['部署', '部署名', '営業所'] }),
  secondContactName: text('第2連絡先', { ja: '担当者が出ないときの人', en: 'Whom to ask next' }, { also: ['第2連絡先氏名'] }),
  secondContactPhone: text('第2連絡先の電話', { ja: 'その電話', en: 'Telephone of that person' }),
}

const systemKinds: Readonly<Record<SystemKind, readonly [string, ...string[]]>> = {
  chart: ['電子カルテ'],
  claims: ['レセコン', '医事会計'],
  orders: ['オーダ', 'オーダリング'],
  images: ['画像(PACS)', 'PACS', '画像'],
  laboratory: ['検査', '検体検査'],
  pharmacy: ['薬剤・調剤', '薬剤', '調剤'],
  'nursing-vitals': ['看護・生体情報モニタ', '看護', '生体情報モニタ'],
  dialysis: ['透析'],
  checkup: ['健診'],
  booking: ['予約・Web問診', '予約'],
  eligibility: ['オンライン資格確認', '資格確認'],
  'e-prescription': ['電子処方箋'],
  other: ['その他'],
}

export const systemsFields: FieldsOf<'systems'> = {
  name: must(text('システム名', { ja: '施設での呼び名', en: 'What it is called here' }, { also: ['システム', '製品名', '対象システム'] })),
  kind: word('種類', { ja: 'システムの種類', en: 'Kind of system' }, systemKinds, { also: ['システム種別'] }),
  vendor: fact(
    ref<VendorId>(
      '事業者',
      'vendors',
      { ja: '頼んでいる会社。自院で運用しているときは「なし」', en: 'Vendor; none where the facility keeps it itself' },
      { also: ['会社名', '業者名'] },
    ),
  ),
  maker: fact(ref<VendorId>('メーカー', 'vendors', { ja: '販売店と違うときのメーカー', en: 'Maker, where it is not the dealer' })),
  contract: fact(
    ref<ContractId>('保守契約', 'contracts', { ja: '契約。ないときは「なし」', en: 'Maintenance contract; none where there is none' }),
  ),
  remoteMaintenance: yesNo('遠隔保守', { ja: '院外から操作や点検をすることがあるか', en: 'Whether somebody works on it from outside' }),
  services: refs<ServiceId>('支える診療', 'services', { ja: '止まると困る診療', en: 'Care that stops with it' }),
}

/** Who pays for updates, in contracts and on single devices. */
export const paidByWords = {
  fee: ['保守料に含む', '込み', '保守費に含む'],
  facility: ['施設が都度払う', '都度', '別料金', '別途'],
  nobody: ['記載なし'],
} as const

/** Who must apply updates, in contracts and on single devices. */
export const dutyWords = { vendor: ['事業者'], facility: ['施設', '当院', '自院'], nobody: ['記載なし', 'どちらでもない'] } as const

export const contractsFields: FieldsOf<'contracts'> = {
  vendor: must(
    ref<VendorId>('事業者', 'vendors', { ja: '契約の相手', en: 'The other party' }, { also: ['会社名', '契約先', '契約相手方', '委託先'] }),
  ),
  title: text('契約名', { ja: '契約書の題名', en: 'Title of the contract' }, { also: ['件名', '契約件名', '業務名'] }),
  from: day('契約開始日', { ja: '始まる日', en: 'First day' }, { also: ['開始日', '契約日', '始期'] }),
  until: fact(
    day(
      '契約終了日',
      { ja: '終わる日。期限がないときは「なし」', en: 'Last day; none for a contract without end' },
      { also: ['終了日', '契約期限', '満了日', '終期'] },
    ),
  ),
  updateDuty: word(
    '更新の受け持ち',
    { ja: 'サーバの更新を誰が受け持つと書いてあるか', en: 'Who must update the servers, as written' },
    dutyWords,
  ),
  updateClause: text('該当箇所', { ja: '契約書の条や頁', en: 'Clause or page' }, { also: ['条項'] }),
  updatePaidBy: word('更新の費用', { ja: '更新作業の費用を誰が払うか', en: 'Who pays for applying updates' }, paidByWords),
  responseHours: fact(
    whole(
      '応答時間',
      {
        ja: '故障の連絡から何時間で応じる約束か。約束がないときは「なし」',
        en: 'Hours until a fault is answered; none where nothing is promised',
      },
      { min: 0, max: 8760 },
    ),
  ),
  responseClause: text('応答の条項', { ja: '契約書の条や頁', en: 'Clause or page of it' }),
}

export const backupsFields: FieldsOf<'backups'> = {
  system: must(ref<SystemId>('システム', 'systems', { ja: 'どのシステムの控えか', en: 'Which system is backed up' })),
  way: must(
    word(
      '取り方',
      { ja: '控えの取り方', en: 'How it is kept' },
      { 'connected-device': ['つないだままの機器'], 'detached-media': ['外して保管'], cloud: ['クラウド'] },
    ),
  ),
  restoreTestedOn: fact(pastDay('戻せるか試した日', { ja: '試していないときは「なし」', en: 'Last restore test; none if never tried' })),
  kind: word(
    '種類',
    { ja: '全部か、変わった分だけか', en: 'Everything, or what has changed' },
    { full: ['全部'], differential: ['差分'], incremental: ['増分'], snapshot: ['スナップショット'], copy: ['複製'] },
  ),
  place: text('置き場所', { ja: '部屋・金庫・会社', en: 'Room, safe or company' }, { also: ['保管場所'] }),
  device: fact(ref<AssetId>('機器', 'assets', { ja: '控えが入っている機器・媒体', en: 'Device or medium that holds it' })),
  connection: word(
    '接続',
    { ja: '取っていないときもネットワークから届くか', en: 'Whether the network reaches it while nothing is copied' },
    { online: ['つないだまま', 'オンライン'], offline: ['外してある', 'オフライン'] },
  ),
  daysBack: whole('戻せる日数', { ja: '何日前まで戻せるか', en: 'How many days back' }, { min: 0, max: 36_500, also: ['世代日数'] }),
}

export const contactChangesFields: FieldsOf<'contactChanges'> = {
  vendor: must(ref<VendorId>('事業者', 'vendors', { ja: '届け出た会社', en: 'Company that says so' })),
  oldName: text('前の担当者', { ja: '氏名', en: 'Name of the contact until now' }),
  newName: must(text('新しい担当者', { ja: '氏名', en: 'Name of the new contact' })),
  department: text('部署', { ja: '新しい担当者の部署', en: 'Department of the new contact' }),
  phone: text('電話', { ja: '新しい担当者の電話', en: 'Telephone of the new contact' }),
  from: must(day('いつから', { ja: '変わる日', en: 'First day of the new contact' })),
  sentOn: must(day('届いた日', { ja: '届いた日', en: 'Day it came' })),
  sentBy: text('届け出た人', { ja: '氏名', en: 'Who sent it' }),
  state: must(
    word(
      '状態',
      { ja: '確かめ待ち・登録済み・見送り', en: 'Waiting, accepted or declined' },
      { waiting: ['確かめ待ち'], accepted: ['登録済み'], declined: ['見送り'] },
    ),
  ),
  settledOn: day('決めた日', { ja: '施設側で決めた日', en: 'Day the facility settled it' }),
  settledBy: text('決めた人', { ja: '氏名', en: 'Who settled it' }),
}

export const visitsFields: FieldsOf<'visits'> = {
  vendor: must(ref<VendorId>('事業者', 'vendors', { ja: '作業をする会社', en: 'Company that does the work' })),
  devices: must(text('対象の機器', { ja: '機器の呼び名', en: 'Devices, in words' })),
  currentVersion: text('今の版', { ja: '今入っている版', en: 'Version there now' }),
  fixedVersion: text('直した版', { ja: '入れる版', en: 'Version to be put in' }),
}

export const visitStepsFields: FieldsOf<'visitSteps'> = {
  visit: must(ref<VisitId>('保守作業', 'visits', { ja: 'どの作業か', en: 'Which visit it belongs to' })),
  side: must(word('書いた側', { ja: '施設・事業者', en: 'Facility or vendor' }, { facility: ['施設'], vendor: ['事業者'] })),
  kind: must(
    word(
      '種類',
      { ja: '申込み・別の日時・承知・連絡・取りやめ', en: 'Asked, other time, accepted, said, withdrawn' },
      { asked: ['申込み'], 'other-time': ['別の日時'], accepted: ['承知'], said: ['連絡'], withdrawn: ['取りやめ'] },
    ),
  ),
  on: must(day('日付', { ja: 'その日', en: 'Day' })),
  wishedOn: day('希望日', { ja: '作業をしたい日', en: 'Day wished for the work' }),
  hours: text('希望時間', { ja: '例:22時から翌2時', en: 'Hours, in words' }),
  effect: word(
    '他のシステムへの影響',
    { ja: '確認中・なし・あり', en: 'Being checked, none or some' },
    { checking: ['確認中'], none: ['なし'], some: ['あり'] },
  ),
  by: text('書いた人', { ja: '氏名', en: 'By whom' }),
  note: text('内容', { ja: '患者さんの氏名・ID・病名は書かない', en: 'Never names, numbers or illnesses of patients' }),
}

export const disclosuresFields: FieldsOf<'disclosures'> = {
  vendor: must(
    ref<VendorId>('事業者', 'vendors', { ja: '渡した会社', en: 'Company that handed it over' }, { also: ['会社名', 'メーカー'] }),
  ),
  system: ref<SystemId>('システム', 'systems', { ja: 'どのシステムのものか', en: 'System that it is about' }),
  product: must(text('製品', { ja: '開示書に書かれた製品の名前', en: 'Product as the sheet names it' }, { also: ['製品名'] })),
  productVersion: text('製品の版', { ja: '例:8.1', en: 'Version of the product' }, { also: ['バージョン'] }),
  kind: must(
    word(
      '種類',
      { ja: 'MDS(製品)・SDS(サービス)・両方', en: 'MDS (product), SDS (service) or both' },
      { mds: ['MDS'], sds: ['SDS'], both: ['両方', 'MDS/SDS'] },
    ),
  ),
  formVersion: text('様式の版', { ja: '例:Ver5.0', en: 'Version of the form, such as Ver5.0' }),
  receivedOn: must(pastDay('受領日', { ja: '受け取った日', en: 'Day it came' }, { also: ['受取日'] })),
  file: ref<EvidenceId>('ファイル', 'evidence', { ja: '受け取ったファイル', en: 'The file that came' }),
}
