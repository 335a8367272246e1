import type { SliceName, Text } from '@mimamori/domain'

/** Sentences of the page that shows what a file would change. */
export const importTexts = {
  'facility-checklist': {
    ja: '施設のチェックリスト({edition})。{read}行を読みました。',
    en: "The facility's checklist ({edition}). Rows read: {read}.",
  },
  'vendor-reply': {
    ja: '{vendor}のシート({system})の回答。{read}行を読みました。',
    en: 'Reply of {vendor} ({system}). Rows read: {read}.',
  },
  'vendor-reply-alone': { ja: '{vendor}のシートの回答。{read}行を読みました。', en: 'Reply of {vendor}. Rows read: {read}.' },
  'vendor-list': { ja: '事業者とシステムの一覧。{read}行を読みました。', en: 'A list of vendors and systems. Rows read: {read}.' },
  devices: { ja: '機器の記録({format})。{read}件を読みました。', en: 'Records of devices ({format}). Read: {read}.' },
  'asset-list': {
    ja: '書き出した機器の一覧。{read}行を読みました。',
    en: 'The list of devices that was written from here. Rows read: {read}.',
  },
  folder: { ja: '施設フォルダー。{read}件の記録を読みました。', en: 'A facility folder. Records read: {read}.' },
  'folder-other': { ja: '別の施設のフォルダーです。', en: 'The folder of another facility.' },
  'checklist-other': { ja: '別の施設のチェックリストです。', en: 'The checklist of another facility.' },
  bounce: { ja: 'メールが届かなかったという知らせ({to}、{says})。', en: 'A report that a mail did not arrive ({to}, {says}).' },
  unread: { ja: '読めませんでした。', en: 'Could not be read.' },
  nothingNew: { ja: 'いまの内容と同じです。登録するものはありません。', en: 'The same as what is here. There is nothing to register.' },
} as const satisfies Record<string, Text>

/** What a change is about, before its old and new value. */
export const changeTexts = {
  answer: { ja: '{number} {title}', en: '{number} {title}' },
  answerField: { ja: '{number} {title}({field})', en: '{number} {title} ({field})' },
  sheet: { ja: '{vendor}のシート({field})', en: 'Sheet of {vendor} ({field})' },
  add: { ja: '{slice}を追加:{name}', en: 'Add to {slice}: {name}' },
  addUnnamed: { ja: '{slice}を追加', en: 'Add to {slice}' },
  set: { ja: '{slice}を変更:{name}({field})', en: 'Change of {slice}: {name} ({field})' },
  setUnnamed: { ja: '{slice}を変更({field})', en: 'Change of {slice} ({field})' },
  remove: { ja: '{slice}から外す:{name}', en: 'Take out of {slice}: {name}' },
  removeUnnamed: { ja: '{slice}から外す', en: 'Take out of {slice}' },
} as const satisfies Record<string, Text>

export const sliceTexts: Readonly<Record<SliceName, Text>> = {
  sources: { ja: '出どころ', en: 'sources' },
  aliases: { ja: 'まとめた記録', en: 'merged records' },
  retired: { ja: 'なくなったもの', en: 'retired' },
  register: { ja: '気づきの記録', en: 'register' },
  facility: { ja: '施設', en: 'facility' },
  people: { ja: '担当者', en: 'people' },
  services: { ja: '診療', en: 'services of care' },
  contacts: { ja: '連絡先', en: 'contacts' },
  vendors: { ja: '事業者', en: 'vendors' },
  systems: { ja: 'システム', en: 'systems' },
  contracts: { ja: '保守契約', en: 'contracts' },
  backups: { ja: 'バックアップ', en: 'backups' },
  assets: { ja: '機器', en: 'devices' },
  claims: { ja: '読み込んだ記録', en: 'claims of scans and lists' },
  software: { ja: 'ソフトウェア', en: 'software' },
  lines: { ja: '回線', en: 'lines' },
  vpns: { ja: 'VPN', en: 'VPNs' },
  remotePaths: { ja: '遠隔保守', en: 'remote maintenance' },
  remoteLog: { ja: '遠隔保守の入切', en: 'log of remote maintenance' },
  faxFlows: { ja: 'FAXの流れ', en: 'FAX flows' },
  accounts: { ja: 'IDの数', en: 'accounts' },
  zones: { ja: 'ネットワークの区画', en: 'network zones' },
  links: { ja: 'ネットワークのつながり', en: 'network links' },
  mapPlaces: { ja: 'ネットワーク構成図の配置', en: 'places on the network map' },
  sheets: { ja: '確認用シート', en: 'sheets' },
  answers: { ja: '回答', en: 'answers' },
  evidence: { ja: '根拠資料', en: 'evidence' },
  requests: { ja: '依頼の経過', en: 'requests' },
  ticks: { ja: '作業カードの印', en: 'ticks' },
  discussions: { ja: '食い違いの確かめ', en: 'differences being worked on' },
  messages: { ja: 'やりとり', en: 'messages' },
  tasks: { ja: 'やること', en: 'tasks' },
  inspections: { ja: '検査の記録', en: 'record of an inspection' },
  inspectionPoints: { ja: '指摘・指導', en: 'point of an inspection' },
  taskNotes: { ja: 'やることの記録', en: 'history of tasks' },
  approvals: { ja: '決裁', en: 'approvals' },
  approvalBoxes: { ja: '決裁欄', en: 'boxes of approvals' },
  contactChanges: { ja: '担当者の変更届', en: 'changes of contacts' },
  visits: { ja: '保守作業', en: 'maintenance visits' },
  visitSteps: { ja: '保守作業の経過', en: 'history of visits' },
  disclosures: { ja: 'MDS/SDS(セキュリティ開示書)', en: 'disclosure sheets' },
}

/** Words for values that a person knows by another name; all others are shown as they are. */
export const valueTexts: Readonly<Record<string, Text>> = {
  yes: { ja: 'はい', en: 'yes' },
  no: { ja: 'いいえ', en: 'no' },
  'not-applicable': { ja: '対象外', en: 'not applicable' },
  'other-party': { ja: '施設側の担当', en: "the facility's task" },
  file: { ja: 'ファイル', en: 'file' },
  paper: { ja: '紙', en: 'paper' },
  'ask-vendor': { ja: '事業者に聞く', en: 'ask the vendor' },
  later: { ja: 'あとで', en: 'later' },
}
