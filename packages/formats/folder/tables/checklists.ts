import type {
  AnswerId,
  AnswerWord,
  DiscussionId,
  EditionId,
  EvidenceId,
  FormAudience,
  InspectionId,
  ItemId,
  PrintedRow,
  SheetId,
  SystemId,
  TaskId,
  VendorId,
} from '@mimamori/domain'
import { day, edition, type FieldsOf, fact, fiscalYear, item, mark, must, pastDay, ref, refs, text, whole, word, yesNo } from '../field.ts'

export const audienceWords: Readonly<Record<FormAudience, readonly [string, ...string[]]>> = {
  facility: ['医療機関確認用', '医療機関・薬局確認用', '施設'],
  pharmacy: ['薬局確認用', '薬局'],
  'checkup-centre': ['健診・検査センター確認用', '健診センター'],
  vendor: ['事業者確認用', '事業者'],
}

/** Written above the answers, one line each: the facts of the sheet itself. */
export const sheetsFields: FieldsOf<'sheets'> = {
  edition: must(
    edition<EditionId>('版', { ja: 'チェックリストの版(例:r7)', en: 'Edition of the checklist, such as r7' }, { also: ['年度版'] }),
  ),
  audience: must(word('様式', { ja: '誰の様式か', en: 'Whose form it is' }, audienceWords, { also: ['確認用'] })),
  fiscalYear: must(fiscalYear('年度', { ja: '記入する年度', en: 'Fiscal year that it is filled in for' })),
  vendor: fact(
    ref<VendorId>(
      '事業者',
      'vendors',
      { ja: '施設の分は「該当なし」', en: "not-applicable on the facility's own sheet" },
      { also: ['会社名', '事業者名'] },
    ),
  ),
  system: fact(
    ref<SystemId>('システム', 'systems', { ja: '対象のシステム', en: 'System concerned' }, { also: ['対象システム', 'システム名'] }),
  ),
  sentOn: day('送った日', { ja: '依頼した日', en: 'Day it was sent' }, { also: ['依頼日'] }),
  dueOn: day('返事の期限', { ja: 'いつまでに返してもらうか', en: 'Day it is due' }, { also: ['回答期限', '期限'] }),
  returnedOn: day('届いた日', { ja: '返事が届いた日', en: 'Day it came back' }, { also: ['回答日', '記入日'] }),
  replyBy: word(
    '返事の方法',
    { ja: 'ファイル・紙・画面', en: 'How it came back' },
    { file: ['ファイル'], paper: ['紙', 'FAX'], screen: ['画面'] },
  ),
  answeredBy: text('回答した人', { ja: '回答者の氏名', en: 'Who answered' }, { also: ['回答者', '回答者名', '記入者'] }),
  typedBy: text('写した人', { ja: '紙の回答を転記した人', en: 'Who typed a paper answer in' }),
  scan: ref<EvidenceId>('写し', 'evidence', { ja: '紙の写しの根拠資料', en: 'Scan of the paper, as evidence' }),
  closedOn: day('締めた日', { ja: '年度を閉じた日', en: 'Day the year was closed' }),
}

const rowWords: Readonly<Record<PrintedRow, readonly [string, ...string[]]>> = {
  organisation: ['組織'],
  general: ['全般', '医療情報システム全般'],
  server: ['サーバ', 'サーバー'],
  'client-pc': ['端末PC', '端末'],
  network: ['ネットワーク機器', 'ネットワーク'],
}

export const answersFields: FieldsOf<'answers'> = {
  sheet: must(ref<SheetId>('シート', 'sheets', { ja: '同じファイルの上のシート', en: 'The sheet above' })),
  item: must(
    item<ItemId>(
      '番号',
      { ja: '公式の番号(2-⑤、2-(5)、2-5)', en: 'Official number: 2-⑤, 2-(5) or 2-5' },
      { also: ['No.', 'No', '項番', '項目番号', 'チェック項目番号'] },
    ),
  ),
  part: word<PrintedRow>(
    '対象機器',
    { ja: '同じ番号が2回印刷され、答えが違うときだけ', en: 'Only where an item is printed twice and the answers differ' },
    rowWords,
    { also: ['区分', '対象'] },
  ),
  answer: mark<AnswerWord>(
    '回答',
    { ja: 'はい・いいえ・対象外・施設側の担当', en: 'Yes, no, not applicable, other party' },
    { also: ['確認結果', '結果', '判定', '状況', '実施状況', '回答欄', '1回目の回答'] },
  ),
  pending: word(
    '回答のかわり',
    { ja: '「事業者に聞く」「あとで」', en: 'Ask the vendor, or later' },
    { 'ask-vendor': ['事業者に聞く'], later: ['あとで'] },
  ),
  pendingOn: day('回答のかわりの日', { ja: '「事業者に聞く」「あとで」とした日', en: 'Day on which it was put off' }),
  reason: text('理由', { ja: '対象外などの理由', en: 'Why it does not apply' }, { also: ['対象外の理由'] }),
  checkedOn: pastDay(
    '確認日(1回目)',
    { ja: '最初に確かめた日', en: 'Day of the first check' },
    { also: ['確認日', '1回目', '確認日1回目', '1回目確認日', '実施日'] },
  ),
  targetOn: day(
    '目標日',
    { ja: '「いいえ」をいつまでに直すか', en: 'Target of a no' },
    { also: ['対応目標日', '目標', '予定日', '対応予定日'] },
  ),
  recheckedOn: pastDay(
    '確認日(2回目)',
    { ja: 'もう一度見た日', en: 'Day of the second check' },
    { also: ['2回目', '確認日2回目', '2回目確認日'] },
  ),
  recheckAnswer: yesNo('2回目の回答', { ja: 'もう一度見たときの答え', en: 'Answer of the second check' }),
  note: text(
    '備考',
    { ja: '患者さんの氏名・ID・病名は書かない', en: 'Never names, numbers or illnesses of patients' },
    { also: ['メモ', 'コメント', '補足', '特記事項'] },
  ),
  carriedFrom: ref<AnswerId>('写した元', 'answers', { ja: '昨年度の回答のID', en: 'Answer of last year that this was proposed from' }),
}

/** Columns that are written for people and never read back. */
export const printedOnly: readonly string[] = ['設問', 'チェック項目', '項目', '内容', '質問', '確認項目']

export const evidenceFields: FieldsOf<'evidence'> = {
  name: must(text('根拠資料', { ja: '資料の名前', en: 'What it is called' }, { also: ['資料名', '名称'] })),
  answers: refs<AnswerId>(
    '項目',
    'answers',
    { ja: '支える答え。施設の項目番号でもよい', en: 'Answers it supports; numbers of the own sheet will do' },
    { also: ['番号', '回答'] },
  ),
  sha256: text('SHA-256', { ja: 'evidence フォルダーのファイル名', en: 'Name of the file in the folder "evidence"' }),
  bytes: whole('大きさ', { ja: 'バイト', en: 'Bytes' }, { min: 0, max: Number.MAX_SAFE_INTEGER }),
  mediaType: text('種類', { ja: 'ファイルの種類(MIME)', en: 'Media type' }),
  place: text('現物の場所', { ja: '例:3階サーバ室の棚', en: 'Where the original can be seen' }, { also: ['場所', '保管場所'] }),
  obtainedOn: day('入手日', { ja: '受け取った日・作った日', en: 'Day it was obtained' }, { also: ['作成日'] }),
  validUntil: fact(day('有効期限', { ja: '期限がないときは「なし」', en: 'Last day; none if it does not expire' }, { also: ['期限'] })),
}

export const requestsFields: FieldsOf<'requests'> = {
  sheet: must(
    ref<SheetId>(
      'シート',
      'sheets',
      { ja: 'シートのID。1枚だけなら会社名でもよい', en: 'Id of the sheet; the company where it has just one' },
      { also: ['事業者', '会社名'] },
    ),
  ),
  kind: must(
    word(
      '種類',
      {
        ja: '依頼・催促・第2連絡先・院長名の依頼・外部への連絡・約束・返事・戻り',
        en: 'Request, chase-up, second contact, letter of the head, notice, promise, reply, came back',
      },
      {
        request: ['依頼'],
        'chase-up': ['催促', '再依頼'],
        'second-contact': ['第2連絡先'],
        'head-letter': ['院長名の依頼', '施設長名の依頼'],
        notice: ['外部への連絡'],
        promise: ['約束'],
        reply: ['返事', '回答'],
        'came-back': ['戻り', '不達'],
      },
    ),
  ),
  way: must(
    word(
      '方法',
      { ja: '郵送・FAX・メール・電話・手渡し・ファイル・画面', en: 'Post, FAX, mail, telephone, by hand, file, screen' },
      { post: ['郵送'], fax: ['FAX'], mail: ['メール'], phone: ['電話'], hand: ['手渡し'], file: ['ファイル'], screen: ['画面'] },
    ),
  ),
  on: must(day('日付', { ja: 'その日', en: 'Day' }, { also: ['年月日', '日'] })),
  person: text('相手', { ja: '出た人・受け取った人', en: 'Who answered or received it' }, { also: ['相手方'] }),
  toBody: word(
    '連絡した先',
    { ja: '外部への連絡のとき:医師会など・都道府県・業界団体', en: 'Of a notice: association, prefecture or trade body' },
    { association: ['医師会など', '医師会'], prefecture: ['都道府県'], 'trade-body': ['業界団体'] },
  ),
  promisedOn: day('約束の日', { ja: '返すと言われた日', en: 'Day that was promised' }),
  note: text('内容', { ja: '用件', en: 'What was said' }, { also: ['備考', '用件'] }),
  proof: ref<EvidenceId>('控え', 'evidence', { ja: '送付状などの根拠資料', en: 'Cover sheet or receipt, as evidence' }),
}

export const ticksFields: FieldsOf<'ticks'> = {
  card: must(text('作業カード', { ja: 'カードの名前', en: 'Work card' })),
  step: must(text('手順', { ja: '手順の名前', en: 'Step of the card' })),
  item: item<ItemId>('番号', { ja: '項目', en: 'Item' }),
  doneOn: must(day('済ませた日', { ja: '済ませた日', en: 'Day it was done' }, { also: ['実施日'] })),
  by: text('した人', { ja: '氏名', en: 'By whom' }, { also: ['実施者'] }),
}

export const discussionsFields: FieldsOf<'discussions'> = {
  sheet: must(ref<SheetId>('シート', 'sheets', { ja: '事業者のシート', en: "The vendor's sheet" })),
  item: must(item<ItemId>('番号', { ja: '答えが違う項目', en: 'The item on which the answers differ' })),
  openedOn: must(day('始めた日', { ja: '確かめを始めた日', en: 'Day it was opened' })),
  agreedOn: day('合意した日', { ja: '双方が同じ認識になった日', en: 'Day both sides agreed' }),
  agreed: word(
    '合意の内容',
    { ja: 'どう合意したか', en: 'What was agreed' },
    {
      yes: ['はい'],
      no: ['いいえ'],
      'not-applicable': ['対象外'],
      'facility-owns': ['施設の受け持ち'],
      'vendor-owns': ['事業者の受け持ち'],
    },
  ),
}

export const inspectionsFields: FieldsOf<'inspections'> = {
  on: must(day('検査の日', { ja: '検査のあった日', en: 'Day of the inspection' }, { also: ['日付'] })),
  inspectors: text('検査された方', { ja: '所属と氏名(うかがえたとき)', en: 'Who inspected, as far as names were given' }),
  present: text('立ち会った人', { ja: '施設側で立ち会った人', en: 'Who was there for the facility' }),
  remarks: text('全体のお話', { ja: '言葉のまま。判定は書かない', en: 'In the words used; no verdict' }),
}

export const inspectionPointsFields: FieldsOf<'inspectionPoints'> = {
  inspection: must(ref<InspectionId>('検査', 'inspections', { ja: 'どの日の検査か', en: 'Which inspection it belongs to' })),
  order: must(whole('順', { ja: 'その日の何番目か', en: 'Place on the day' }, { min: 1, max: 10_000 })),
  kind: must(
    word(
      '種類',
      { ja: '見たもの・質問・あとで出す資料・口頭の指導', en: 'Seen, question, promised paper or oral guidance' },
      { seen: ['見たもの'], question: ['質問'], promise: ['あとで出す資料', '約束'], guidance: ['口頭の指導', '指導'] },
    ),
  ),
  item: item<ItemId>('番号', { ja: '項目', en: 'Item' }),
  text: must(
    text('内容', {
      ja: '言葉のまま。患者さんの氏名・ID・病名は書かない',
      en: 'In the words used; never names, numbers or illnesses of patients',
    }),
  ),
  answer: text('答え・予定', { ja: 'その場の答え、これからの予定', en: 'What was answered, or is planned' }, { also: ['答え', '予定'] }),
  dueOn: day('期日', { ja: 'いつまでに', en: 'Day it is due' }, { also: ['期限', '約束の日'] }),
  task: ref<TaskId>('やること', 'tasks', { ja: 'この記録からできた仕事', en: 'The task that it became' }),
}

export const messagesFields: FieldsOf<'messages'> = {
  discussion: must(ref<DiscussionId>('やりとり', 'discussions', { ja: 'どの食い違いの確かめか', en: 'Which difference it is about' })),
  side: must(word('書いた側', { ja: '施設・事業者', en: 'Facility or vendor' }, { facility: ['施設'], vendor: ['事業者'] })),
  by: text('書いた人', { ja: '氏名', en: 'By whom' }),
  on: must(day('日付', { ja: '書いた日', en: 'Day' })),
  text: must(text('内容', { ja: '患者さんの氏名・ID・病名は書かない', en: 'Never names, numbers or illnesses of patients' })),
  evidence: ref<EvidenceId>('根拠資料', 'evidence', { ja: '添えた資料', en: 'Evidence that goes with it' }),
}
