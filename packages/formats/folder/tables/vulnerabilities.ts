import type {
  AssetId,
  EvidenceId,
  NotAffectedReason,
  NotDoneReasonId,
  PlannedUpdateId,
  PlannedUpdateStepKind,
  ResponseId,
  ResponseStepKind,
  SystemId,
  VendorId,
  VisitId,
  WarningId,
} from '@mimamori/domain'
import { day, decimal, type FieldsOf, fact, must, names, pastDay, ref, refs, text, whole, word, yesNo } from '../field.ts'

type Words<T extends string> = Readonly<Record<T, readonly [string, ...string[]]>>

const yen = { min: 0, max: 100_000_000_000 } as const
const share = { min: 0, max: 1 } as const
const product = { ja: '製品の記号。例:fortinet:fortios', en: 'Key of the product, such as fortinet:fortios' }
const sideWords = { facility: ['施設'], vendor: ['事業者'] } as const

export const matchesFields: FieldsOf<'matches'> = {
  line: must(text('製品の行', { ja: '入っている製品と版をまとめた文字', en: 'Product and version as installed, in one text' })),
  product: must(text('製品', product)),
  name: must(text('製品名', { ja: '台帳や機器での呼び名', en: 'As the register or the device calls it' })),
  version: text('版', { ja: '入っている版。空欄は不明', en: 'Version that is installed; empty while unknown' }),
  advisory: must(text('脆弱性', { ja: 'CVEなどの番号', en: 'Number, such as that of a CVE' })),
  cves: must(names('CVE', { ja: 'CVEの番号', en: 'Numbers of the CVEs' })),
  title: must(text('題名', { ja: '公開された題名', en: 'Title as published' })),
  titleLang: must(word('題名の言葉', { ja: '日本語か英語か', en: 'Language of the title' }, { ja: ['日本語'], en: ['英語'] })),
  verdict: must(
    word(
      '判定',
      { ja: '当たる・わからない・当たらない', en: 'Affected, unknown or not affected' },
      { affected: ['当たる'], unknown: ['わからない'], 'not-affected': ['当たらない'] },
    ),
  ),
  confidence: must(decimal('確かさ', { ja: '0から1', en: 'From 0 to 1' }, share)),
  reasons: must(names('確かさの理由', { ja: '理由の記号', en: 'Reasons of the confidence' })),
  sources: must(names('情報源', { ja: '元の記録', en: 'Records behind it' })),
  platforms: names('必要な機器', { ja: 'これらのどれかと一緒のとき当たる', en: 'Affected together with one of these' }),
  fixedVersion: text('直った版', { ja: '直っている版', en: 'Version in which it is fixed' }),
  knownExploitedOn: day('悪用の確認日', { ja: '悪用が確認されたものに載った日', en: 'Day on which it was listed as used in attacks' }),
  ransomware: yesNo('身代金要求での悪用', { ja: 'ランサムウェアで使われたと知られているか', en: 'Known to be used by ransomware' }),
  automatable: yesNo('自動化', { ja: '攻撃を自動で行えるか', en: 'Whether an attack can be automated' }),
  impact: word('技術的な影響', { ja: '一部か全部か', en: 'Partial or total' }, { partial: ['一部'], total: ['全部'] }),
  exploitation: word(
    '悪用の状況',
    { ja: 'なし・実証あり・悪用あり', en: 'None, proof of concept or active' },
    { none: ['確認なし'], poc: ['実証あり'], active: ['悪用あり'] },
  ),
  epss: decimal('EPSS', { ja: '30日以内に悪用される見込み。0から1', en: 'Likelihood of use within 30 days, from 0 to 1' }, share),
  score: decimal('CVSS', { ja: '基本値', en: 'Base score' }, { min: 0, max: 10 }),
  foundOn: must(day('見つけた日', { ja: '最初に当たった日', en: 'Day on which it was first matched' })),
  devices: whole(
    '台数',
    { ja: '最後に照合したときの台数', en: 'Devices that had it when it was matched last' },
    { min: 0, max: 10_000_000 },
  ),
}

export const warningsFields: FieldsOf<'warnings'> = {
  from: must(
    word(
      '出した所の種類',
      { ja: '誰からの注意喚起か', en: 'Who gives the warning' },
      {
        ministry: ['厚生労働省', '国'],
        prefecture: ['都道府県'],
        association: ['医師会など', '医師会'],
        agency: ['IPA・JPCERT/CCなど', 'IPA', 'JPCERT/CC'],
        police: ['警察'],
        vendor: ['事業者'],
        maker: ['メーカー'],
        other: ['その他'],
      },
    ),
  ),
  issuer: must(text('出した所', { ja: '名前', en: 'Its name' })),
  cameBy: word(
    '届き方',
    { ja: '何で届いたか', en: 'How it came' },
    {
      mail: ['メール'],
      fax: ['FAX'],
      phone: ['電話'],
      post: ['郵便'],
      web: ['ホームページ'],
      meeting: ['会議'],
      other: ['その他'],
    },
  ),
  title: must(text('件名', { ja: '一行で', en: 'In one line' })),
  products: names('製品', { ja: '書かれている製品の名前', en: 'Products that it names' }),
  cves: names('CVE', { ja: 'CVEの番号', en: 'Numbers of the CVEs' }),
  action: must(text('求められていること', { ja: '何をするよう書いてあるか', en: 'What it asks to be done' })),
  urgency: must(
    word(
      '急ぎ方',
      { ja: '急ぎ方', en: 'How urgent it is' },
      { 'at-once': ['すぐに'], soon: ['早めに'], 'next-visit': ['次の作業のとき'], 'to-know': ['お知らせ'] },
    ),
  ),
  issuedOn: day('出た日', { ja: '書かれている日付', en: 'Day on which it was given out' }),
  receivedOn: must(pastDay('届いた日', { ja: '届いた日', en: 'Day on which it came' })),
  dueOn: day('期限', { ja: 'いつまでに', en: 'Day it is due' }),
  concerns: yesNo('関係する機器', { ja: '施設に関係する機器があるか', en: 'Whether something here is concerned' }),
  assets: refs<AssetId>('機器', 'assets', { ja: '関係する機器', en: 'Devices that are concerned' }),
  checkedOn: pastDay('関係を調べた日', { ja: '関係するか調べた日', en: 'Day on which somebody looked' }),
  checkedBy: text('調べた人', { ja: '氏名', en: 'Who looked' }),
  link: text('参照先', { ja: '公開された場所', en: 'Where it is published' }),
  note: text('備考', { ja: '気づいたこと', en: 'Remarks' }),
}

export const responsesFields: FieldsOf<'responses'> = {
  title: must(text('件名', { ja: '一行で', en: 'In one line' })),
  product: text('製品', product),
  name: text('製品名', { ja: '台帳や機器での呼び名', en: 'As the register or the device calls it' }),
  assets: must(refs<AssetId>('機器', 'assets', { ja: '対象の機器', en: 'Devices that it is about' })),
  vendor: fact(
    ref<VendorId>('事業者', 'vendors', { ja: '受け持つ会社。施設で行うときは「なし」', en: 'Who has the task; none for the facility' }),
  ),
  warning: ref<WarningId>('注意喚起', 'warnings', { ja: 'もとになった注意喚起', en: 'Warning that it answers' }),
  openedOn: must(day('始めた日', { ja: '始めた日', en: 'Day it was begun' })),
  dueOn: day('期限', { ja: 'いつまでに', en: 'Day it is due' }),
  fixedVersion: text('直った版', { ja: '入れる版', en: 'Version to be put in' }),
}

export const responseStepWords: Words<ResponseStepKind> = {
  told: ['知らせた'],
  accepted: ['引き受けた'],
  impact: ['影響の確認'],
  planned: ['作業の予定'],
  done: ['作業済み'],
  proven: ['確認済み'],
  workaround: ['当面の対策'],
  'risk-accepted': ['期限つきで見送り'],
  'not-affected': ['当たらない'],
  disagreed: ['意見が違う'],
  'not-done': ['まだできない'],
  said: ['連絡'],
  reopened: ['再開'],
}

export const notDoneWords: Words<NotDoneReasonId> = {
  'not-told': ['知らされていない'],
  'no-budget': ['予算がない'],
  'believed-closed': ['閉じた網だから'],
  'fear-of-malfunction': ['不具合が心配'],
  'vendor-coordinating': ['事業者と調整中'],
  'vendor-decides': ['事業者の判断待ち'],
}

const notAffectedWords: Words<NotAffectedReason> = {
  'part-not-there': ['該当する部分がない'],
  'part-not-used': ['該当する機能を使っていない'],
  'cannot-be-reached': ['外から届かない'],
  'other-version': ['版が違う'],
  'maker-says-so': ['メーカーの回答'],
}

const stepFields = {
  side: must(word<'facility' | 'vendor'>('書いた側', { ja: '施設・事業者', en: 'Facility or vendor' }, sideWords)),
  on: must(day('日付', { ja: 'その日', en: 'Day' })),
  by: text('書いた人', { ja: '氏名', en: 'By whom' }),
  note: text('内容', { ja: '患者さんの氏名・ID・病名は書かない', en: 'Never names, numbers or illnesses of patients' }),
  visit: ref<VisitId>('保守作業', 'visits', { ja: 'どの作業で行うか', en: 'Visit at which it is done' }),
  costYen: whole('費用', { ja: '円', en: 'Yen' }, yen),
  evidence: ref<EvidenceId>('根拠資料', 'evidence', { ja: '証拠の資料', en: 'Evidence' }),
} as const

export const responseStepsFields: FieldsOf<'responseSteps'> = {
  response: must(ref<ResponseId>('対応', 'responses', { ja: 'どの対応の経過か', en: 'Which response it belongs to' })),
  kind: must(word('種類', { ja: '何があったか', en: 'What happened' }, responseStepWords)),
  ...stepFields,
  way: word(
    '方法',
    { ja: '知らせた方法', en: 'How it was told' },
    { mail: ['メール'], fax: ['FAX'], phone: ['電話'], post: ['郵便'], hand: ['手渡し'], screen: ['画面'] },
  ),
  effect: word(
    '他のシステムへの影響',
    { ja: '確認中・なし・あり', en: 'Being checked, none or some' },
    { checking: ['確認中'], none: ['なし'], some: ['あり'] },
  ),
  plannedOn: day('作業の予定日', { ja: '作業をする日', en: 'Day of the work' }),
  until: day('いつまで', { ja: '当面の対策や見送りの期限', en: 'Last day on which it counts' }),
  notDone: word('できない理由', { ja: 'まだできない理由', en: 'Why it is not done' }, notDoneWords),
  notAffected: word('当たらない理由', { ja: '当たらない理由', en: 'Why it is not affected' }, notAffectedWords),
  version: text('版', { ja: '入れた版、読んだ版', en: 'Version that was put in or read' }),
  signedBy: text('確認した人', {
    ja: '「その版が動いている」と名前を出して言う人',
    en: 'Who puts their name to it that this version runs',
  }),
}

export const plannedUpdatesFields: FieldsOf<'plannedUpdates'> = {
  title: must(text('件名', { ja: '一行で', en: 'In one line' })),
  kind: must(
    word(
      '種類',
      { ja: '何の更新か', en: 'What is updated' },
      {
        'fee-revision': ['診療報酬改定'],
        'payment-fund': ['支払基金のプログラム'],
        'security-agent': ['セキュリティソフト'],
        os: ['OS'],
        firmware: ['ファームウェア'],
        program: ['プログラム'],
        other: ['その他'],
      },
    ),
  ),
  product: text('製品', product),
  version: text('版', { ja: '入れる版', en: 'Version to be put in' }),
  systems: refs<SystemId>('システム', 'systems', { ja: '更新するシステム', en: 'Systems that are updated' }),
  assets: refs<AssetId>('機器', 'assets', { ja: '更新する機器', en: 'Devices that are updated' }),
  vendor: fact(ref<VendorId>('事業者', 'vendors', { ja: '行う会社。施設で行うときは「なし」', en: 'Who does it; none for the facility' })),
  touches: refs<SystemId>('影響するシステム', 'systems', {
    ja: '影響が出るかもしれないシステム',
    en: 'Systems on which it may have an effect',
  }),
  testBed: fact(
    ref<AssetId>('試す機器', 'assets', { ja: '先に試す機器。ないときは「なし」', en: 'Where it is tried first; none if there is nothing' }),
  ),
  dueOn: day('期限', { ja: '改定日など、動いていなければならない日', en: 'Day by which it must run' }),
  freezeFrom: day('変更を控える初日', { ja: 'ほかの変更をしない期間', en: 'First day on which nothing else is changed' }),
  freezeUntil: day('変更を控える末日', { ja: '同じ期間の終わり', en: 'Last of these days' }),
  rollBack: text('戻し方', { ja: '動かないとき、どう戻すか', en: 'How it is taken back' }),
  note: text('備考', { ja: '気づいたこと', en: 'Remarks' }),
}

const updateStepWords: Words<PlannedUpdateStepKind> = {
  announced: ['予告'],
  tested: ['試した'],
  go: ['実施を決めた'],
  'no-go': ['見合わせた'],
  'rolled-out': ['入れた'],
  verified: ['動作を確かめた'],
  'rolled-back': ['戻した'],
  done: ['済み'],
  said: ['連絡'],
  withdrawn: ['取りやめ'],
}

export const plannedUpdateStepsFields: FieldsOf<'plannedUpdateSteps'> = {
  update: must(ref<PlannedUpdateId>('予定の更新', 'plannedUpdates', { ja: 'どの更新の経過か', en: 'Which update it belongs to' })),
  kind: must(word('種類', { ja: '何があったか', en: 'What happened' }, updateStepWords)),
  ...stepFields,
  result: word('結果', { ja: '動いた・動かなかった', en: 'Worked or failed' }, { worked: ['動いた'], failed: ['動かなかった'] }),
  assets: refs<AssetId>('機器', 'assets', { ja: '入れた機器。空欄は全部', en: 'Devices on which it was put; empty for all' }),
}
